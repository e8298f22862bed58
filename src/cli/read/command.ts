import type { Command } from 'commander';
import type { ReadFlags } from './read.js';

/** `rapporteur read`: articles into the graph. */
export function addRead(program: Command): void {
  program
    .command('read')
    .description(
      'read articles into the graph: who said what about which talks, each a proposal (docs/reading.md)',
    )
    .argument(
      '<article...>',
      'files, folders, addresses; - reads stdin: text, Markdown, HTML, JSON Lines, RSS and Atom',
    )
    .option('--dry-run', 'show what would be written, and write nothing')
    .option('--explain', 'show what every stage of the reading found')
    .option('--json', 'one JSON document an article, one a line')
    .option('--title <title>', 'the title, where the text does not say it')
    .option('--published <date>', 'the day it was published, EDTF: 2019-10-06')
    .option('--publisher <name>', 'who published it')
    .option('--url <url>', 'where it was published')
    .option('--licence <licence>', 'what may be done with the text: CC-BY-4.0')
    .option('--no-keep-text', 'store the hash of the text and not the text; spans stand all the same')
    .option('--by <name>', 'who hands it in, as the change will say', 'rapporteur')
    .addHelpText(
      'after',
      '\nIt exits with 1 where something was refused. A text is read once, however often it is handed in.\n\nExamples:\n  npx rapporteur read article.txt --published 2019-10-06 --dry-run --explain\n  npx rapporteur read articles/ --by ana\n  npx rapporteur read https://example.org/news/talks.html\n  curl -s https://example.org/feed.xml | npx rapporteur read - --json\n  NEO4J_URI=bolt://127.0.0.1:7687 npx rapporteur read article.md',
    )
    .action(async (names: string[], flags: ReadFlags) => (await import('./read.js')).read(names, flags));
}
