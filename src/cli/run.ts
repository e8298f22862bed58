import { Command, CommanderError } from 'commander';
import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { environment, readConfig } from '../config.js';
import { RapporteurError } from '../errors.js';
import { addExport } from './export/command.js';
import { addImport } from './import/command.js';
import { addRead } from './read/command.js';
import { addToken } from './token/command.js';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** The commands of the terminal. An error we know is one line and exit code 1; bad usage is 2. */
export async function run(argv: readonly string[]): Promise<void> {
  const program = new Command('rapporteur')
    .exitOverride()
    .description('A GraphQL knowledge graph of diplomacy: who said what about which talks.')
    .version(version)
    .addHelpText(
      'after',
      '\nSettings come from the environment: PORT, DATA_DIR, SEEDS, NEO4J_URI … (docs/settings.md)\n\nExamples:\n  npm start\n  PORT=8080 npm start\n  NEO4J_URI=bolt://127.0.0.1:7687 npm start\n  npm run seed',
    );
  program
    .command('start', { isDefault: true })
    .description('serve the page, /playground, /graphql, /healthz and /readyz')
    .action(async () => (await import('./start.js')).start(version));
  program
    .command('seed')
    .description('load the seeds, and bring older ones up to date')
    .action(async () => (await import('./seed.js')).seed());
  program
    .command('explain')
    .description('show how a query is answered: selection, plan, statements, what the engine does, cost')
    .argument('<file>', 'a file with the query; - reads stdin')
    .option('--variables <json>', 'its variables: JSON, or a file of it')
    .option('--operation <name>', 'which of its operations')
    .option('--json', 'the same as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  npx rapporteur explain query.graphql\n  npm run -s explain -- query.graphql --json\n  echo \'{ people { totalCount } }\' | npx rapporteur explain -\n  npx rapporteur explain query.graphql --variables \'{"id": "person:kim-myong-gil"}\'\n  NEO4J_URI=bolt://127.0.0.1:7687 npx rapporteur explain query.graphql',
    )
    .action(async (file: string, options: object) =>
      (await import('./explain.js')).explain(file, options, version),
    );
  program
    .command('check')
    .description(
      'look through a store: references, spans, indexes, what is derived, the log; say what is wrong',
    )
    .option('--json', 'all that is wrong, as JSON')
    .addHelpText(
      'after',
      '\nIt writes nothing, and who would write waits. Exits with 1 where anything is wrong.\n\nExamples:\n  npx rapporteur check\n  NEO4J_URI=bolt://127.0.0.1:7687 npx rapporteur check --json',
    )
    .action(async (options: { json?: boolean }) => (await import('./check.js')).check(options));
  program
    .command('backup')
    .description('copy the whole store, its log too, into one file, while others read and write it')
    .argument('<file>', 'where to: .sqlite (an embedded store as it is), .jsonl or .jsonl.gz (either engine)')
    .option('--force', 'overwrite the file where it is there')
    .addHelpText(
      'after',
      '\nExamples:\n  npx rapporteur backup monday.sqlite\n  NEO4J_URI=bolt://127.0.0.1:7687 npx rapporteur backup monday.jsonl.gz',
    )
    .action(async (file: string, options: { force?: boolean }) =>
      (await import('./backup.js')).backup(file, options),
    );
  program
    .command('restore')
    .description('put a backup into an empty store; one that was interrupted goes on')
    .argument('<file>', 'what `rapporteur backup` wrote')
    .addHelpText(
      'after',
      '\nExamples:\n  DATA_DIR=./restored npx rapporteur restore monday.sqlite\n  NEO4J_URI=bolt://127.0.0.1:7687 npx rapporteur restore monday.jsonl.gz',
    )
    .action(async (file: string) => (await import('./restore.js')).restore(file));
  program
    .command('forget')
    .description(
      'remove a record, or the text of an article, from graph, log and files; this cannot be undone',
    )
    .argument('<id>', 'the id, as person:ann-linde')
    .option('--text', 'of an article its text alone: what rests on it stays')
    .option('--by <name>', 'who forgets it', userInfo().username)
    .option('--reason <text>', 'why, as the log will say it')
    .option('--yes', 'do it; without it, only say what would go')
    .option('--json', 'what went, as JSON')
    .addHelpText(
      'after',
      '\nWhat cannot be without it goes with it. A tombstone stays in the log, and no import brings it back.\n\nExamples:\n  npx rapporteur forget person:somebody\n  npx rapporteur forget person:somebody --reason "asked to" --yes\n  npx rapporteur forget article:2019-10-06-talks --text --yes',
    )
    .action(async (id: string, options: object) => (await import('./forget.js')).forgetting(id, options));
  addRead(program);
  addToken(program);
  addImport(program);
  addExport(program);
  program
    .command('schema')
    .description('write schema/ anew from the catalogue')
    .action(async () => (await import('./schema.js')).schemaFiles());
  program
    .command('record')
    .description('make seeds/record anew from a checkout of the sources (docs/record.md)')
    .argument('<folder>', 'the folder that holds travels, visits, pocom and gsh')
    .action(async (folder: string) => (await import('./record.js')).record(folder));
  program
    .command('neo4j')
    .description('start a real Neo4j for development, without Docker')
    .option('--port <port>', 'the port for Bolt; 0 takes a free one', '7687')
    .option('--line <line>', 'which Neo4j: 5 or 2025', '5')
    .action(async (options: { port: string; line: string }) =>
      (await import('./neo4j.js')).neo4j(options, readConfig().dataDir, environment),
    );
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) {
      // It has said what is wrong, or what was asked of it.
      process.exitCode = error.exitCode === 0 ? 0 : 2;
      return;
    }
    if (!(error instanceof RapporteurError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
