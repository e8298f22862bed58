import { join, resolve } from 'node:path';
import { RapporteurError } from '../errors.js';
import { lineNamed } from './neo4j/lines.js';
import { startNeo4j } from './neo4j/server.js';

/**
 * `npm run neo4j`: a real Neo4j for a developer, without Docker, in the foreground until Ctrl-C.
 * Its data stays in <dataDir>/neo4j; 5 and 2025 keep theirs apart, since neither reads the other's.
 */
export async function neo4j(
  options: { port: string; line: string },
  dataDir: string,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const line = lineNamed(options.line);
  const port = portOf(options.port);
  const home = join(resolve(dataDir), 'neo4j', options.line);

  console.log(
    `Starting Neo4j ${line.version} in ${home} (the first time Maven brings it, about a minute) ...`,
  );
  let stop: () => unknown = () => process.exit(130);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
  const server = await startNeo4j({ line, home, port, heap: '1g', pageCache: '512m', env });
  stop = () => server.stop();
  console.log(`Neo4j answers at ${server.uri}, without a password, until Ctrl-C. To use it:\n`);
  console.log(`  NEO4J_URI=${server.uri} npm start\n`);

  await server.ended;
  console.log('Neo4j has stopped.');
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65535) return port;
  throw new RapporteurError('BAD_SETTING', `--port ${text}: give a number from 0 (any free one) to 65535.`);
}
