import 'reflect-metadata';
import { run } from './cli/run.js';

/** Runs a command line. The launcher calls it once everything is set up. */
export async function main(argv: readonly string[]): Promise<void> {
  await run(argv);
}
