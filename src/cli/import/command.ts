import type { Command } from 'commander';
import { withFlags, type ImportFlags } from './flags.js';
import type { TableFlags } from './table.js';

/** `rapporteur import`, with a subcommand for each form that data comes in. */
export function addImport(program: Command): void {
  const command = program
    .command('import')
    .description('bring records in; what is wrong is refused by name, the rest goes in (docs/exchange.md)');
  withFlags(command.command('graph'))
    .description('what `rapporteur export graph` wrote: JSON Lines, one record a line')
    .argument('<file>', 'the file, packed where it ends in .gz; - reads stdin')
    .addHelpText(
      'after',
      '\nIt exits with 1 where something was refused. Interrupted, the same command goes on where it stopped.\n\nExamples:\n  npx rapporteur import graph graph.jsonl\n  npx rapporteur import graph graph.jsonl.gz --dry-run\n  npx rapporteur export graph | NEO4J_URI=bolt://127.0.0.1:7687 npx rapporteur import graph -',
    )
    .action(async (file: string, flags: ImportFlags) =>
      (await import('./graph.js')).importGraph(file, flags),
    );
  withFlags(command.command('historyatstate'))
    .description('the public record of the Office of the Historian: travels, visits, pocom, gsh')
    .argument('<folder>', 'a checkout of any or all of the four, side by side; or of one')
    .addHelpText(
      'after',
      '\nThe same again changes nothing; newer data amends what changed.\n\nExamples:\n  git clone https://github.com/HistoryAtState/visits\n  npx rapporteur import historyatstate visits --dry-run\n  npx rapporteur import historyatstate visits',
    )
    .action(async (folder: string, flags: ImportFlags) =>
      (await import('./historyatstate.js')).importHistoryAtState(folder, flags),
    );
  withFlags(command.command('table'))
    .description('a CSV, TSV or JSON Lines of your own, by a mapping of its columns (docs/tables.md)')
    .argument('<file>', 'the table, packed where it ends in .gz; - reads stdin')
    .requiredOption('--map <mapping>', 'what the columns mean: YAML or JSON')
    .option('--format <format>', 'csv, tsv or jsonl, where the ending does not say')
    .addHelpText(
      'after',
      '\nExamples:\n  npx rapporteur import table summits.csv --map summits.yaml --dry-run\n  npx rapporteur import table summits.csv --map summits.yaml\n  gunzip -c visits.jsonl.gz | npx rapporteur import table - --format jsonl --map visits.yaml --json\n  NEO4J_URI=bolt://127.0.0.1:7687 npx rapporteur import table summits.csv --map summits.yaml',
    )
    .action(async (file: string, flags: TableFlags) => (await import('./table.js')).importTable(file, flags));
}
