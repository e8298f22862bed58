import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Missing } from './missing.js';

const run = promisify(execFile);

/** Where JDKs are kept on Debian and on macOS, and where the program lies inside of one. */
const homes = [
  { folder: '/usr/lib/jvm', inside: '' },
  { folder: '/Library/Java/JavaVirtualMachines', inside: 'Contents/Home' },
];

/** The first Java of one of these majors: by JAVA_HOME_<major>, JAVA_HOME, the PATH, then the usual folders. */
export async function findJava(majors: number[], env: NodeJS.ProcessEnv): Promise<string> {
  const named = [...majors.map((major) => env[`JAVA_HOME_${major}`]), env['JAVA_HOME']]
    .filter((home) => home !== undefined)
    .map((home) => join(home, 'bin', 'java'));
  for (const java of [...named, 'java', ...(await installed())]) {
    const major = await majorOf(java);
    if (major !== undefined && majors.includes(major)) return java;
  }
  throw new Missing(`no Java ${majors.join(' or ')} was found: install one, or set JAVA_HOME_${majors[0]}`);
}

async function installed(): Promise<string[]> {
  const found = homes.map(async ({ folder, inside }) => {
    const names = await readdir(folder).catch(() => []);
    return names.sort().map((name) => join(folder, name, inside, 'bin', 'java'));
  });
  return (await Promise.all(found)).flat();
}

/** 17 for `openjdk version "17.0.15"`; nothing where that is no Java (a file beside the JDKs even throws at once). */
async function majorOf(java: string): Promise<number | undefined> {
  try {
    const { stderr } = await run(java, ['-version']);
    const major = /version "(\d+)/.exec(stderr)?.[1];
    return major === undefined ? undefined : Number(major);
  } catch {
    return undefined;
  }
}
