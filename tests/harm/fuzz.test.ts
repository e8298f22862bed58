import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { codes } from '../../src/errors.js';
import { catalogue } from '../../src/model/the-catalogue.js';
import { SqliteStore } from '../../src/store/sqlite/store.js';
import { begin } from '../cli/command.js';
import { schema } from '../store/answers.js';
import { Draw } from '../store/draw.js';
import { Drawn } from '../store/drawn.js';
import { GraphValues } from '../store/graph-values.js';
import { plant } from '../store/plant.js';
import { randomGraph } from '../store/random-graph.js';
import { randomQuery } from '../store/random-query.js';
import { address } from './address.js';
import { numbers } from '../numbers.js';

/** So long in the tests of every day, in seconds; FUZZ_DOCUMENTS=1000000 sends as many as one likes. */
const SECONDS = Number(process.env['FUZZ_SECONDS'] ?? 120);
const DOCUMENTS = Number(process.env['FUZZ_DOCUMENTS'] ?? 0);
const SEED = Number(process.env['FUZZ_SEED'] ?? 1);
const AT_ONCE = 8;
const STREAM = 'graphql/stream';

/** What Apollo says by itself. */
const APOLLO = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
];
const KNOWN = new Set<string>([...Object.keys(codes), ...APOLLO]);

const JUNK = [
  null, '', 0, -1, 1e308, 2 ** 53, true, [], {}, [[[]]], { __proto__: 1 }, '__proto__', 'constructor', '\0', '\ud800',
  'x'.repeat(5000), "'; DROP TABLE entity; --", '") MATCH (n) DETACH DELETE n //', '2019-99-99', '../../etc/passwd', '%00',
  'person:ann-linde', 'Y170000002', 'NEAR(a b)', '"', '*', '😀', 'مرحبا',
]; // prettier-ignore
const PIECES = ['{', '}', '(', ')', '...', 'on', '$', ':', '!', '[', ']', '@skip(if: true)', '@x', '"""', '#', 'query', 'mutation', 'subscription', 'fragment', '__typename', '__schema', '\u2028', '\ufeff', '1e999', 'null', 'people', 'first: 100', 'id', ',']; // prettier-ignore

const sweeps = import(join(import.meta.dirname, '../../bench/strain/sweeps.mjs')) as Promise<{
  SWEEPS: string;
  sweep(pid: number): Promise<void>;
}>;

interface Got {
  readonly status: number;
  readonly text: string;
}

test(
  'a server that is sent documents and variables at random answers each, has no fault, and keeps no memory',
  { timeout: DOCUMENTS ? 36_000_000 : (SECONDS + 120) * 1000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'fuzz-'));
    const changes = randomGraph(catalogue, 1);
    const { SWEEPS, sweep } = await sweeps;
    const store = await SqliteStore.open(catalogue, { folder: join(folder, 'data'), timeLimit: 20_000 });
    await plant(store, changes);
    await store.close();
    const begun = begin(folder, ['start'], { SEEDS: 'none', PORT: '0', METRICS: 'on', NODE_OPTIONS: SWEEPS });
    const { child, ended } = begun;
    const at = await address(begun);
    const values = new GraphValues(catalogue, changes);
    const drawn = new Drawn(schema);
    const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
    const send = (method: string, path: string, body?: string) =>
      new Promise<Got>((resolve, reject) => {
        const headers = {
          'content-type': 'application/json',
          ...(path === STREAM && { accept: 'text/event-stream' }),
        };
        const sent = request(at + path, { method, agent, headers, timeout: 60_000 }, (response) => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', (part: string) => (text += part));
          response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
        });
        sent.on('timeout', () => sent.destroy(new Error(`no answer in a minute: ${body ?? path}`)));
        sent.on('error', reject);
        sent.end(body);
      });

    const faults: string[] = [];
    let documents = 0;
    const began = performance.now();
    const over = (share: number) =>
      DOCUMENTS ? documents >= DOCUMENTS * share : performance.now() - began > SECONDS * 1000 * share;
    const one = async (seed: number) => {
      const below = numbers(seed);
      const pick = <T>(of: readonly T[]): T => of[below(of.length)]!;
      const { source, variables } = randomQuery(schema, catalogue, values, new Draw(seed), drawn);
      const given: Record<string, unknown> = { ...variables };
      for (const name of Object.keys(given)) if (below(4) === 0) given[name] = pick(JUNK);
      if (below(10) === 0) given[pick(['__proto__', 'x', 'constructor'])] = pick(JUNK);
      const text = below(3) ? source : spoilt(source, below);
      const body: unknown =
        below(30) === 0
          ? pick(JUNK)
          : {
              query: below(40) ? text : pick(JUNK),
              variables: below(40) ? given : pick(JUNK),
              ...(below(20) ? {} : { operationName: pick(JUNK), extensions: pick(JUNK) }),
            };
      const { status, text: said } =
        below(12) === 0
          ? await send('GET', `graphql?query=${encodeURIComponent(wellFormed(text))}`)
          : await send(
              'POST',
              below(20) ? 'graphql' : STREAM,
              below(60) ? JSON.stringify(body) : spoilt(JSON.stringify(body), below),
            );
      documents++;
      const { errors = [] } = answerIn(said);
      const unknown = errors
        .map((e) => String(e.extensions?.code))
        .find((code) => !KNOWN.has(code) && code !== 'undefined');
      if (status >= 500 || unknown)
        faults.push(
          `seed ${seed}: ${status} ${said.slice(0, 300)}\n${text.slice(0, 500)}\n${JSON.stringify(given).slice(0, 300)}`,
        );
    };
    let next = SEED * 1e7;
    const run = (share: number) =>
      Promise.all(
        Array.from({ length: AT_ONCE }, async () => {
          while (!over(share) && faults.length < 5) await one(next++);
        }),
      );
    const heap = async () => {
      await sweep(child.pid!);
      return Number(/^nodejs_heap_size_used_bytes (\S+)/m.exec((await send('GET', 'metrics')).text)?.[1]);
    };
    // By half of it what is kept on purpose, plans and statements, is as full as it gets.
    await run(0.5);
    const before = await heap();
    await run(1);
    const after = await heap();
    if (faults.length) child.kill('SIGTERM');
    expect(faults.length ? [...faults, (await ended).stderr].join('\n\n') : '').toBe('');
    expect((await send('POST', 'graphql', '{"query":"{ about { version } }"}')).status).toBe(200);
    console.log(
      `${documents} documents in ${Math.round((performance.now() - began) / 1000)} s; heap ${Math.round(before / 1e6)} MB at half of it, ${Math.round(after / 1e6)} MB at the end`,
    );
    expect(after).toBeLessThan(before * 1.2 + 10e6);
    agent.destroy();
    child.kill('SIGTERM');
    const { status, stderr } = await ended;
    expect([status, stderr]).toEqual([0, '']);
    await rm(folder, { recursive: true });
  },
);

/** The answer, or the event that has it. */
function answerIn(said: string): { errors?: { extensions?: { code?: string } }[] } {
  const text = said.startsWith('{') ? said : /^data: (\{.*)$/m.exec(said)?.[1];
  return text === undefined ? {} : (JSON.parse(text) as object);
}

const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, '');

/** A text with some of it left out, twice there, or something else in its place. */
function spoilt(text: string, below: (n: number) => number): string {
  let out = text;
  for (let i = below(3); i >= 0; i--) {
    const [at, to] = [below(out.length + 1), below(12)];
    const put = below(3) ? PIECES[below(PIECES.length)]! : below(2) ? out.slice(at, at + 40) : '';
    out = out.slice(0, at) + put + out.slice(at + to);
  }
  return out;
}
