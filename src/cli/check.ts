import { readConfig } from '../config.js';
import { catalogue } from '../model/the-catalogue.js';
import { openStore } from '../store/open.js';
import type { Fault } from '../store/verify/fault.js';
import { verify } from '../store/verify/verify.js';
import { Progress } from './progress.js';

/** So many faults are shown one by one. */
const SHOWN = 100;

/** `rapporteur check`: looks through a store and says what is wrong in it and how to mend it; exits with 1 where anything is. */
export async function check({ json = false }: { readonly json?: boolean }): Promise<void> {
  const store = await openStore(catalogue, readConfig());
  const progress = new Progress(process.stderr);
  try {
    const faults: Fault[] = (await store.faults()).map((problem) => ({ record: store.engine, problem }));
    let looked = 0;
    await store.write(
      async (ledger) => {
        for await (const fault of verify(ledger, catalogue, (records) => {
          looked = records;
          progress.show(`${records.toLocaleString('en')} records`);
        }))
          faults.push(fault);
      },
      { once: true },
    );
    progress.clear();
    if (json) process.stdout.write(`${JSON.stringify({ records: looked, faults })}\n`);
    else process.stdout.write(report(looked, faults));
    if (faults.length) process.exitCode = 1;
  } finally {
    await store.close();
  }
}

function report(looked: number, faults: readonly Fault[]): string {
  const records = looked.toLocaleString('en');
  if (!faults.length) return `${records} records, the log and the indexes: nothing is wrong.\n`;
  const lines = faults
    .slice(0, SHOWN)
    .map(({ record, field, problem }) => `${record}${field ? `, ${field}` : ''}: ${problem}`);
  const more = faults.length - lines.length;
  return `${[
    ...lines,
    ...(more > 0 ? [`and ${more.toLocaleString('en')} more; --json has them all`] : []),
    `${faults.length.toLocaleString('en')} faults in ${records} records. What was written can be taken along and read in anew, and all that follows is made again:`,
    '  npx rapporteur export graph graph.jsonl && DATA_DIR=./new npx rapporteur import graph graph.jsonl',
  ].join('\n')}\n`;
}
