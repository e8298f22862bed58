import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import 'reflect-metadata';
import { score } from './score.mjs';

const HELP = `npm run score -- [--data FOLDER] [--polnear FOLDER] [--failures]

How well articles are read: against the gold set of bench/score/gold.jsonl, its four parts, and against the Stockholm article
as it was modelled by hand. The texts are not in the repository: FOLDER has wikinews/ and whitehouse/, and seed/ beside it.

  --data FOLDER     where the texts are; ../shared/data without it
  --polnear FOLDER  a part of the PolNeAR corpus (text/ and attributions/), measured beside
  --failures        each thing that was missed or read wrongly, a line each

Examples:
  npm run score
  npm run -s score -- --failures | grep 'wrong speaker'`;

/** `npm run score`. Exit code 2 for bad usage, 1 where the texts are not there. */
export async function run(root, args) {
  if (args.includes('--help')) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  const options = new Map();
  for (let i = 0; i < args.length; i++) {
    const name = args[i];
    const takes = name === '--data' || name === '--polnear';
    if (!takes && name !== '--failures') return wrong(`'${name}' is no option`);
    if (takes && !args[i + 1]) return wrong(`${name} takes a folder`);
    options.set(name, takes ? args[++i] : true);
  }
  const data = resolve(options.get('--data') ?? join(root, '../shared/data'));
  if (!existsSync(data)) {
    process.stderr.write(`The texts are not at ${data}: say where with --data FOLDER\n`);
    return 1;
  }
  const corpus = options.get('--polnear');
  if (corpus && !existsSync(join(corpus, 'attributions'))) {
    process.stderr.write(`${corpus} has no attributions/: give a part of the corpus, such as data/dev\n`);
    return 1;
  }
  await score(root, data, { failures: options.has('--failures'), corpus });
  return 0;
}

function wrong(what) {
  process.stderr.write(`${what}\n\n${HELP}\n`);
  return 2;
}
