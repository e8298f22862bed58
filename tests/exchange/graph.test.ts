import { describe, expect, test } from 'vitest';
import { bring } from '../../src/exchange/bring/bring.js';
import { graphText } from '../../src/exchange/graph/export.js';
import { readGraph } from '../../src/exchange/graph/import.js';
import { inOrder } from '../../src/exchange/graph/order.js';
import { catalogue } from '../../src/model/the-catalogue.js';
import type { Store } from '../../src/store/port.js';
import { SqliteStore } from '../../src/store/sqlite/store.js';
import { ask, onBothEngines, record, sowSeeds, write } from '../store/engines.js';
import { plant } from '../store/plant.js';
import { randomGraph } from '../store/random-graph.js';

const exported = (store: Store) =>
  store.write(async (ledger) => {
    let text = '';
    for await (const part of graphText(ledger, catalogue)) text += part;
    return text;
  });

async function imported(store: Store, text: string, batch?: number) {
  const { sources, records } = await readGraph([Buffer.from(text)], 'graph.jsonl');
  const options = { action: 'import graph', by: 'somebody else', sources };
  return bring(store, catalogue, records, batch ? { ...options, batch } : options);
}

const rejected = (ids: readonly (readonly [string, string])[]) =>
  ids.map(([type, id]) => record(type, id, { review: 'REJECTED' }));

/** The seeds, with what was amended, proposed and rejected since, also a record that another rejected one leads to. */
async function seeded(store: Store): Promise<void> {
  await sowSeeds(store, ['countries', 'stockholm']);
  await write(store, [
    record('Person', 'person:kim-myong-gil', {
      description: 'Ambassador 김명길, 金明吉, ким',
      born: '1959~',
    }),
    record('Person', 'person:zz', {
      name: 'Ж',
      review: 'PROPOSED',
      evidence: [{ note: 'read', confidence: 0.25 }],
    }),
    record('Role', 'role:zz', {
      person: 'person:zz',
      title: 'Envoy',
      of: 'country:japan',
      ending: 'UNKNOWN',
    }),
  ]);
  await write(store, rejected([['Role', 'role:zz']]));
  await write(store, rejected([['Person', 'person:zz']]));
}

/** A random graph, with some of what nothing leads to rejected. */
async function random(store: Store, seed: number): Promise<void> {
  await plant(store, randomGraph(catalogue, seed));
  const loose = ['Mention', 'Match', 'Position', 'Participation'];
  await write(
    store,
    rejected(loose.flatMap((type) => [1, 4, 7].map((i) => [type, `${type.toLowerCase()}:r${i}`] as const))),
  );
}

onBothEngines('A graph', (engine) => {
  const makers: readonly (readonly [string, (store: Store) => Promise<void>])[] = [
    ['the seeds and what became of them', seeded],
    ['a random graph', (store) => random(store, 7)],
    ['another one', (store) => random(store, 20)],
  ];
  const derived =
    '{ claims(first: 100) { nodes { id contested shifted } } meetings(first: 100) { nodes { id country { id } host { id } parties { nodes { id } } } } proposals(review: REJECTED, first: 100) { totalCount } about { sources { name url licence date credit } counts { kind count } } }';

  test.each(makers)(
    '%s: written out, brought in, written out again, byte for byte the same',
    async (_, make) => {
      let store = await engine.open();
      await make(store);
      const text = await exported(store);
      const answers = await ask(store, derived);
      expect(answers.errors).toBeUndefined();
      await store.close();

      const sqlite = await SqliteStore.open(catalogue, { timeLimit: 20_000 });
      expect(await imported(sqlite, text)).toMatchObject({ amended: 0, unchanged: 0, refused: 0 });
      const between = await exported(sqlite);
      await sqlite.close();
      expect(between).toBe(text);

      store = await engine.open();
      const lines = text.split('\n').length - 2;
      expect(await imported(store, between, 60)).toMatchObject({ read: lines, created: lines, refusals: [] });
      expect(await exported(store)).toBe(text);
      expect((await ask(store, derived)).data).toEqual(answers.data);
      expect(await imported(store, text)).toMatchObject({ unchanged: lines });
      await store.close();
    },
    180_000,
  );

  test('is a header, and a record a line: fields as in the catalogue, ids in their order, nothing that is derived', async () => {
    const store = await engine.open();
    await write(store, [
      record('Country', 'country:x', { iso2: 'XX', name: '𝒳 "land"' }),
      record('Person', 'person:c', { name: 'C', review: 'REJECTED' }),
      record('Person', 'person:b', { name: 'B' }),
      record('Person', 'person:d', {
        aliases: [{ kind: 'TITLE', text: '大' }],
        name: 'D',
        review: 'PROPOSED',
      }),
      record('Role', 'role:r', {
        to: 'country:x',
        of: 'country:x',
        person: 'person:b',
        title: 'Envoy',
        ending: 'UNKNOWN',
        evidence: [{ source: { record: '7', name: 'Visits' }, confidence: 0.5, method: 'RULE' }],
      }),
    ]);
    const by = '"recordedAt":"2020-01-01T00:00:00.000Z","recordedBy":"tester"';
    const accepted = `"review":"ACCEPTED",${by}`;
    expect((await exported(store)).split('\n')).toEqual([
      '{"rapporteur":"graph","version":1,"sources":[]}',
      `{"type":"Person","id":"person:b",${accepted},"name":"B"}`,
      `{"type":"Person","id":"person:c","review":"REJECTED",${by},"name":"C"}`,
      `{"type":"Person","id":"person:d","review":"PROPOSED",${by},"name":"D","aliases":[{"text":"大","kind":"TITLE"}]}`,
      `{"type":"Country","id":"country:x",${accepted},"name":"𝒳 \\"land\\"","iso2":"XX"}`,
      `{"type":"Role","id":"role:r","review":"ACCEPTED","evidence":[{"source":{"name":"Visits","record":"7"},"method":"RULE","confidence":0.5,${by}}],${by},"title":"Envoy","ending":"UNKNOWN","person":"person:b","of":"country:x","to":"country:x"}`,
      '',
    ]);
    await store.close();
  });
});

describe('The order of a graph', () => {
  const order = inOrder(catalogue).map(({ name }) => name);

  test('has every concept once, and not the log', () => {
    const concepts = catalogue.concrete.map(({ name }) => name).filter((name) => name !== 'Change');
    expect([...order].sort()).toEqual([...concepts].sort());
  });

  test('leads back wherever a record cannot be without', () => {
    for (const { owner, field, to, nullable, written } of catalogue.stored.filter(
      (s) => s.owner !== 'Change',
    ))
      for (const target of written && !nullable ? catalogue.concept(to).concretes : [])
        expect(order.indexOf(target), `${owner}.${field}`).toBeLessThan(order.indexOf(owner));
  });
});

describe('Reading a graph', () => {
  const head = '{"rapporteur":"graph","version":1}\n';
  const read = async (bytes: Buffer | string, size = 7) => {
    const whole = Buffer.from(bytes);
    const parts = Array.from({ length: Math.ceil(whole.length / size) }, (_, i) =>
      whole.subarray(i * size, (i + 1) * size),
    );
    const found: unknown[] = [];
    for await (const one of (await readGraph(parts, 'g.jsonl')).records) found.push(one);
    return found;
  };

  test('gives each record with its line, however the bytes arrive', async () => {
    const person = { type: 'Person', id: 'person:a', set: { name: 'ü 大 𝒳 \u2028' } };
    const line = '{"type":"Person","id":"person:a","name":"ü 大 𝒳 \u2028"}';
    for (const size of [1, 2, 3, 1000])
      expect(await read(`\uFEFF${head}${line}\r\n\n${line}`, size)).toEqual([
        { ...person, source: 'g.jsonl:2' },
        { ...person, source: 'g.jsonl:4' },
      ]);
  });

  test.each([
    ['{"type":', /^is no JSON \(.*\); a line is one record as a JSON object$/],
    ['[1]', /^is \[1\], no object; a line is one record/],
    ['null', /^is null, no object/],
    ['{"id":"person:a"}', /^has no type that is a text; a record begins/],
    ['{"type":"Person","id":7}', /^has no id that is a text/],
    ['{}', /^has no type and no id that is a text/],
    ['{"type":"Person","id":"person:a","__proto__":{"name":"A"}}', /^'__proto__' is no field$/],
  ])('refuses the line %s and goes on', async (line, problem) => {
    expect(await read(`${head}${line}\n{"type":"Person","id":"person:b"}`)).toEqual([
      { record: 'line 2', source: 'g.jsonl:2', problem: expect.stringMatching(problem) as string },
      { type: 'Person', id: 'person:b', set: {}, source: 'g.jsonl:3' },
    ]);
  });

  test('refuses a line that is not UTF-8, and one that is too long', async () => {
    const bytes = Buffer.concat([
      Buffer.from(head),
      Buffer.from([0x7b, 0xff, 0x7d, 0x0a]),
      Buffer.alloc(10_000_001, 'x'),
      Buffer.from('\n{"type":"Person","id":"person:b"}\n'),
    ]);
    expect(await read(bytes, 65_536)).toEqual([
      { record: 'line 2', source: 'g.jsonl:2', problem: 'is not UTF-8; the file has to be written in it' },
      {
        record: 'line 3',
        source: 'g.jsonl:3',
        problem: 'is longer than 10,000,000 bytes, and no record is that large',
      },
      expect.objectContaining({ id: 'person:b', source: 'g.jsonl:4' }),
    ]);
  });

  test.each([
    ['', /g\.jsonl:1: the line is missing: there is no line in it/],
    [
      '{"type":"Person","id":"person:a"}\n',
      /g\.jsonl:1: the line is no header of a graph; that is \{"rapporteur":"graph"/,
    ],
    ['hello\n', /is no header of a graph/],
    ['{"rapporteur":"graph","version":2}\n', /says version 2; this is read in version 1/],
    ['{"rapporteur":"graph","version":1,"sources":[{"url":"x"}]}\n', /has sources that are none/],
    ['{"rapporteur":"graph","version":1,"sources":7}\n', /has sources that are none/],
  ])('is an error where the first line is %j', async (text, message) => {
    await expect(read(text)).rejects.toThrow(message);
  });
});
