import type { Command } from 'commander';

/** `rapporteur export`, with a subcommand for each form that data goes out in. */
export function addExport(program: Command): void {
  const command = program.command('export').description('write what is in the graph (docs/exchange.md)');
  command
    .command('graph')
    .description('every record as it was written, as JSON Lines that `rapporteur import graph` reads')
    .argument('[file]', 'where to, packed where it ends in .gz; - or none is stdout', '-')
    .option('--force', 'overwrite the file where it is there')
    .addHelpText(
      'after',
      '\nExamples:\n  npx rapporteur export graph graph.jsonl\n  npx rapporteur export graph graph.jsonl.gz --force\n  npx rapporteur export graph | head -20',
    )
    .action(async (file: string, options: { force?: boolean }) =>
      (await import('./graph.js')).exportGraph(file, options),
    );
}
