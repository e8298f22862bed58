import type { Outcome } from '../../exchange/bring/outcome.js';

const figure = (n: number) => n.toLocaleString('en');

/** `12,000 read: 11,000 created, 0 amended, 998 unchanged, 2 refused` */
export function counts({ read, waiting, ...outcome }: Outcome): string {
  const kinds = ['created', 'amended', 'unchanged', 'refused'] as const;
  const told = kinds.map((kind) => `${figure(outcome[kind])} ${kind}`);
  if (waiting) told.push(`${figure(waiting)} waiting for others`);
  return `${figure(read)} read: ${told.join(', ')}`;
}

/** What an import did, with each refusal on a line. */
export function report(outcome: Outcome, dryRun: boolean): string {
  const { refused, refusals, written } = outcome;
  const none = dryRun
    ? 'A dry run: this is what would be'
    : 'Nothing was written, as --strict asks; it would be';
  const lines = refusals.map(
    ({ record, source, problem }) => `  ${source ? `${source}: ` : ''}${record}: ${problem}`,
  );
  if (refused > refusals.length) lines.push(`  … and ${figure(refused - refusals.length)} more`);
  return [`${written ? '' : `${none}.\n`}${counts(outcome)}`, ...lines, ''].join('\n');
}
