import type { Command } from 'commander';

/** What every import understands. */
export interface ImportFlags {
  readonly dryRun?: boolean;
  readonly strict?: boolean;
  readonly json?: boolean;
}

/** Gives an import its flags. */
export const withFlags = (command: Command): Command =>
  command
    .option('--dry-run', 'say what would be done, and write nothing')
    .option('--strict', 'write nothing where anything is refused')
    .option('--json', 'say what was done as JSON');
