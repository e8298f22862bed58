import { execFile } from 'node:child_process';
import { access, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Missing } from './missing.js';

const run = promisify(execFile);

const dependency = (group: string, artifact: string, version: string) =>
  `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`;

const pom = (version: string) => `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>rapporteur</groupId>
  <artifactId>neo4j</artifactId>
  <version>${version}</version>
  <packaging>pom</packaging>
  <dependencies>
    ${dependency('org.neo4j', 'neo4j', version)}
    ${dependency('org.neo4j.app', 'neo4j-server', version)}
  </dependencies>
</project>
`;

/** The folder with Neo4j's jars of that version, brought once by Maven and then kept for every checkout. */
export async function jars(version: string, env: NodeJS.ProcessEnv): Promise<string> {
  const cache = join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'rapporteur');
  const folder = join(cache, `neo4j-${version}`);
  if (await exists(folder)) return folder;

  // Brought aside and then renamed: a folder of the final name is always whole, whoever else is at it.
  await mkdir(cache, { recursive: true });
  const aside = await mkdtemp(`${folder}.`);
  try {
    await writeFile(join(aside, 'pom.xml'), pom(version));
    await maven(aside, env);
    await rename(join(aside, 'jars'), folder).catch(async (error: unknown) => {
      if (!(await exists(folder))) throw error;
    });
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  return folder;
}

async function maven(folder: string, env: NodeJS.ProcessEnv): Promise<void> {
  const goal = ['dependency:copy-dependencies', '-DoutputDirectory=jars', '-DincludeScope=runtime'];
  try {
    await run('mvn', ['--batch-mode', '--quiet', ...goal], { cwd: folder, env, maxBuffer: 64 * 1024 * 1024 });
  } catch (error) {
    const { code, stdout = '' } = error as { code?: unknown; stdout?: string };
    if (code === 'ENOENT') throw new Missing('no Maven was found: install it so that `mvn` is on the PATH');
    const reason = stdout.split('\n').find((line) => line.includes('ERROR')) ?? String(error);
    throw new Missing(`Maven could not bring Neo4j: ${reason}`);
  }
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );
