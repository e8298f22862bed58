import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { lineNamed } from './neo4j/lines.js';
import { startNeo4j, type Neo4jServer } from './neo4j/server.js';

/**
 * `npm run neo4j`: a real Neo4j for a developer, without Docker, in the foreground until Ctrl-C.
 * Its data stays in <dataDir>/neo4j; 5 and 2025 keep theirs apart, since neither reads the other's.
 */
export async function neo4j(args: string[], dataDir: string, env: NodeJS.ProcessEnv): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { port: { type: 'string', default: '7687' }, line: { type: 'string', default: '5' } },
  });
  const line = lineNamed(values.line);
  const port = portOf(values.port);
  const home = join(resolve(dataDir), 'neo4j', values.line);

  console.log(
    `Starting Neo4j ${line.version} in ${home} (the first time Maven brings it, about a minute) ...`,
  );
  let server: Neo4jServer | undefined;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => (server ? void server.stop() : process.exit(1)));
  }
  server = await startNeo4j({ line, home, port, heap: '1g', pageCache: '512m', env });
  console.log(`Neo4j answers at ${server.uri}, without a password, until Ctrl-C. To use it:\n`);
  console.log(`  NEO4J_URI=${server.uri} npm start\n`);

  await server.ended;
  console.log('Neo4j has stopped.');
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535)
    throw new Error(`--port ${text}: give a number from 0 (any free) to 65535.`);
  return port;
}
