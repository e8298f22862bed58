import type { Command } from 'commander';

/** `rapporteur token`: who may write. */
export function addToken(program: Command): void {
  const command = program
    .command('token')
    .description('make, list and revoke the tokens that writing needs (docs/writing.md)');
  command
    .command('create')
    .description('make a token; it is shown this once, alone on the last line, and only its hash is kept')
    .requiredOption('--scope <scopes>', 'what it may do: read-in (articles), curate, or both with a comma')
    .requiredOption('--name <name>', 'whose it is, as each change will say')
    .addHelpText(
      'after',
      '\nA running server on the same store sees it at once.\n\nExamples:\n  npx rapporteur token create --scope read-in,curate --name ana\n  TOKEN=$(npx rapporteur token create --scope read-in --name reader | tail -1)\n  NEO4J_URI=bolt://127.0.0.1:7687 npx rapporteur token create --scope curate --name ben',
    )
    .action(async (options: { scope: string; name: string }) => (await import('./token.js')).create(options));
  command
    .command('list')
    .description('whose tokens there are, and what they may do')
    .action(async () => (await import('./token.js')).list());
  command
    .command('revoke')
    .description('from now on a token is not known')
    .argument('<name>', 'whose it is')
    .action(async (name: string) => (await import('./token.js')).revoke(name));
}
