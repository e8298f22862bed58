import { whoAsks } from '../access/who-asks.js';
import { executing } from '../api/execute.js';
import { subscribing } from '../api/feed.js';
import { buildApi } from '../api/schema.js';
import { begin, finish, isUnfinished, stale } from '../exchange/seeds/sow.js';
import { serve } from '../http/server.js';
import { heard } from '../http/watch/heard.js';
import { Metrics } from '../http/watch/metrics.js';
import { pino } from 'pino';
import { watched } from '../store/watched.js';
import { catalogue } from '../model/the-catalogue.js';
import { knownOperations, makeAllReady } from './known-operations.js';
import { home, open } from './open.js';
import { load } from './seed.js';

const say = (text: string) => process.stdout.write(`${text}\n`);

/** `rapporteur start`: opens the store, gives an empty one its seeds, and serves until it is told to stop. */
export async function start(version: string): Promise<void> {
  // Whoever reads what it says may go away, as `head` does: it goes on serving.
  for (const out of [process.stdout, process.stderr]) out.on('error', () => undefined);
  const { config, store, seeds } = await open();
  let ended = false;
  try {
    await store.hold();
    const known = config.knownOperations ? await knownOperations(config.knownOperations) : [];
    const lacking = await stale(store, seeds);
    if ((await store.isEmpty()) || (await isUnfinished(store))) {
      await begin(store);
      await load({ store, seeds: lacking });
      await finish(store);
    } else if (lacking.length)
      say(
        `The seeds ${lacking.map((s) => s.name).join(', ')} are newer than the store's: npm run seed brings them up to date`,
      );
    const schema = buildApi(catalogue);
    const metrics = config.metrics ? new Metrics(() => store.load) : undefined;
    const log = config.log ? pino(pino.destination(2)) : undefined;
    const asked = watched(store, heard(metrics, log, config.slowMs));
    const healthy = () =>
      store.isEmpty().then(
        () => true,
        () => false,
      );
    const server = await serve({
      schema,
      execute: executing(catalogue, schema, asked, version),
      host: config.host,
      port: config.port,
      web: home('dist/web'),
      healthy,
      limits: config.limits,
      explain: config.explain,
      whoAsks: whoAsks(store, config.issuer),
      subscribe: subscribing(catalogue, schema, store),
      doors: config.doors,
      metrics,
      log,
    });
    // Before it says that it is there: who has heard that may stop it.
    const stopped = new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    });
    say(`Rapporteur ${version} on ${store.engine}: ${server.address}`);
    say(
      `Try: curl ${server.address}graphql -H 'content-type: application/json' -d '{"query":"{ claims(where: {contested: true}) { nodes { text } } }"}'`,
    );
    const ready = known.length && makeAllReady(catalogue, schema, store, known, say, () => ended);
    await stopped;
    ended = true;
    await server.close();
    await ready;
  } finally {
    await store.close();
  }
}
