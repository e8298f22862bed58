import { spawn } from 'node:child_process';
import { join } from 'node:path';

export const main = join(import.meta.dirname, '..', '..', 'dist', 'main.js');

interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

/** Starts the command as the launcher does, in a folder of its own, with no setting but its store and those given. */
export function begin(folder: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const code = `const { main } = await import(${JSON.stringify(main)}); await main(process.argv.slice(1));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code, '--', ...args], {
    env: { PATH: process.env['PATH'], DATA_DIR: join(folder, 'data'), ...env },
    cwd: folder,
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (text: Buffer) => (stdout += text.toString()));
  child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
  const ended = new Promise<Ended>((resolve) =>
    child.once('close', (status) => resolve({ stdout, stderr, status })),
  );
  return { child, ended };
}

/** Runs the command to its end. */
export function run(
  folder: string,
  args: readonly string[],
  stdin: string | Buffer = '',
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const { child, ended } = begin(folder, args, env);
  child.stdin.end(stdin);
  return ended;
}
