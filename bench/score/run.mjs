import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import 'reflect-metadata';
import { score } from './score.mjs';

const HELP = `npm run score -- [--data FOLDER] [--failures]

How well articles are read: against the gold set of bench/score/gold.jsonl, both halves, and against the Stockholm article
as it was modelled by hand. The texts are not in the repository: FOLDER has wikinews/ and whitehouse/, and seed/ beside it.

  --data FOLDER  where the texts are; ../shared/data without it
  --failures     each thing that was missed or read wrongly, a line each

Examples:
  npm run score
  npm run -s score -- --failures | grep 'wrong speaker'`;

/** `npm run score`. Exit code 2 for bad usage, 1 where the texts are not there. */
export async function run(root, args) {
  if (args.includes('--help')) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  const at = args.indexOf('--data');
  const wrong = args.find((a, i) => !['--data', '--failures'].includes(a) && (at < 0 || i !== at + 1));
  if (wrong !== undefined || (at >= 0 && !args[at + 1])) {
    process.stderr.write(
      `${wrong === undefined ? '--data takes a folder' : `'${wrong}' is no option`}\n\n${HELP}\n`,
    );
    return 2;
  }
  const data = at < 0 ? join(root, '../shared/data') : resolve(args[at + 1]);
  if (!existsSync(data)) {
    process.stderr.write(`The texts are not at ${data}: say where with --data FOLDER\n`);
    return 1;
  }
  await score(root, data, { failures: args.includes('--failures') });
  return 0;
}
