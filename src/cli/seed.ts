import { sow, stale } from '../exchange/seeds/sow.js';
import { catalogue } from '../model/the-catalogue.js';
import { open, type Opened } from './open.js';
import { Progress } from './progress.js';

const say = (text: string) => process.stdout.write(`${text}\n`);

/** Loads seeds one after another and says what each did. */
export async function load({ store, seeds }: Pick<Opened, 'store' | 'seeds'>): Promise<void> {
  const progress = new Progress(process.stderr);
  for (const seed of seeds) {
    const { created, amended, removed } = await sow(
      store,
      catalogue,
      seed,
      new Date().toISOString(),
      ({ read }) => progress.show(`Seeds ${seed.name}: ${read.toLocaleString('en')} records`),
    );
    progress.clear();
    say(`Seeds ${seed.name}: ${created} created, ${amended} amended, ${removed} removed`);
  }
  if (seeds.length) await store.settle();
}

/** `rapporteur seed`: what the store lacks of the seeds goes in, older editions are brought up to date. */
export async function seed(): Promise<void> {
  const { store, seeds } = await open();
  try {
    const lacking = await stale(store, seeds);
    await load({ store, seeds: lacking });
    if (!lacking.length) say('The seeds are up to date');
  } finally {
    await store.close();
  }
}
