import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { attachText } from '../../src/curation/attach-text.js';
import { curate } from '../../src/curation/curator.js';
import { forget } from '../../src/curation/forget.js';
import { merge } from '../../src/curation/merge.js';
import { undo } from '../../src/curation/undo.js';
import { catalogue } from '../../src/model/the-catalogue.js';
import { remember } from '../../src/store/backup/made.js';
import type { Store } from '../../src/store/port.js';
import { SqliteStore } from '../../src/store/sqlite/store.js';
import { markOf } from '../../src/store/tombstone.js';
import { neo4j as server } from '../server/engines.js';
import { ask, onBothEngines, record, sowSeeds, write } from '../store/engines.js';
import { faultsOf } from '../store/faults.js';
import { createHash } from 'node:crypto';

const by = { by: 'ann', at: '2026-01-01T00:00:00.000Z' };
const body = 'Zephyrine Quux told reporters that xylophonic talks were over.';
const hash = createHash('sha256').update(body).digest('hex');

/** Words that stand nowhere but in what will be forgotten. */
const words = ['zephyrine', 'quux', 'xylophonic'];

/** Somebody with a merged twin, an article with a text, a report and a mention in it, a note that names him. */
async function fill(store: Store): Promise<void> {
  await sowSeeds(store, ['countries']);
  await write(store, [
    record('Person', 'person:zephyrine-quux', { name: 'Zephyrine Quux' }),
    record('Person', 'person:quux-z', { name: 'Quux, Zephyrine' }),
    record('Person', 'person:rejected', { name: 'Zephyrine the Rejected', review: 'REJECTED' }),
    record('Person', 'person:witness', { name: 'A Witness' }),
    record('Meeting', 'meeting:talks', { name: 'Talks', kind: 'TALKS', status: 'HELD', when: '2025-01-01' }),
    record('Participation', 'participation:zq', {
      meeting: 'meeting:talks',
      participant: 'person:zephyrine-quux',
      capacity: 'PARTICIPANT',
    }),
    record('Participation', 'participation:witness', {
      meeting: 'meeting:talks',
      participant: 'person:witness',
      capacity: 'PARTICIPANT',
    }),
  ]);
  await write(store, [
    record('Article', 'article:told', {
      title: 'Xylophonic talks',
      language: 'en',
      textHash: hash,
      textLength: body.length,
      licence: 'CC-BY-4.0',
      body,
    }),
    record('Mention', 'mention:zq', {
      article: 'article:told',
      start: 0,
      end: 14,
      exact: 'Zephyrine Quux',
      reading: 'LITERAL',
      score: 1,
      reason: 'by its name',
      entity: 'person:zephyrine-quux',
    }),
    record('Statement', 'statement:over', {
      text: 'xylophonic talks were over',
      language: 'en',
      act: 'SAYS',
      speaker: 'person:witness',
      about: ['meeting:talks', 'person:zephyrine-quux'],
    }),
    record('Report', 'report:over', {
      article: 'article:told',
      statement: 'statement:over',
      form: 'INDIRECT',
      text: 'xylophonic talks were over',
      start: 35,
    }),
  ]);
  await curate(store, catalogue, merge(['person:quux-z'], 'person:zephyrine-quux'), {
    ...by,
    note: 'Quux, Zephyrine is Zephyrine Quux',
  });
}

const count = (text: string, found: readonly string[]) =>
  found.filter((word) => text.toLowerCase().includes(word));

/** All that a Neo4j holds in nodes and relations, as one text. */
async function heldByNeo4j(): Promise<string> {
  const driver = neo4j.driver((server as { uri: string }).uri);
  const { records } = await driver.executeQuery(
    'MATCH (n) RETURN labels(n), properties(n) UNION ALL MATCH ()-[r]->() RETURN [type(r)] AS `labels(n)`, properties(r) AS `properties(n)`',
  );
  await driver.close();
  return JSON.stringify(records);
}

onBothEngines('forgetting', ({ open, name }) => {
  let store: Store;
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'forget-'));
    store =
      name === 'SQLite' ? await SqliteStore.open(catalogue, { folder, timeLimit: 20_000 }) : await open();
    await fill(store);
  });
  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });
  const held = async () => {
    if (name === 'Neo4j') return heldByNeo4j();
    const files = await readdir(folder);
    return (await Promise.all(files.map((file) => readFile(join(folder, file), 'latin1')))).join('\n');
  };

  test('says what would go, and does nothing until it is told to', async () => {
    const before = await store.stats();
    const would = await forget(store, catalogue, 'person:zephyrine-quux', { ...by, dryRun: true });
    expect(would.gone).toEqual(
      expect.arrayContaining(['person:zephyrine-quux', 'participation:zq']) as string[],
    );
    expect(would.amended).toEqual(expect.arrayContaining(['mention:zq', 'statement:over']) as string[]);
    expect(await store.stats()).toEqual(before);
  });

  test('a person and an article leaves none of their words in the store, and a whole graph', async () => {
    expect(count(await held(), words)).toEqual(words);
    await remember(
      store,
      '/backups/monday.sqlite',
      { sequence: 3, change: null },
      '2025-12-01T00:00:00.000Z',
    );
    const article = await forget(store, catalogue, 'article:told', by);
    expect([...article.gone].sort()).toEqual(['article:told', 'mention:zq', 'report:over', 'statement:over']);
    expect(article.backups).toMatchObject([{ file: '/backups/monday.sqlite', sequence: 3 }]);
    await forget(store, catalogue, 'person:rejected', by);
    const person = await forget(store, catalogue, 'person:zephyrine-quux', { ...by, note: 'asked to' });
    expect([...person.gone].sort()).toEqual(['participation:zq', 'person:zephyrine-quux']);
    expect(count(await held(), words)).toEqual([]);
    expect(await faultsOf(store)).toEqual([]);
    const { data } = await ask(
      store,
      '{ person(id: "person:zephyrine-quux") { id } merged: person(id: "person:quux-z") { id } meeting(id: "meeting:talks") { participations { nodes { participant { name } } } } changes(first: 1) { nodes { action by note removed } } }',
    );
    expect(data).toMatchObject({
      person: null,
      merged: null,
      meeting: { participations: { nodes: [{ participant: { name: 'A Witness' } }] } },
      changes: { nodes: [{ action: 'forget', by: 'ann', note: 'asked to', removed: 2 }] },
    });
    // What told of it in the log is not told any more, and cannot be taken back.
    await expect(undo(store, catalogue, person.worn[0]!, by)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('was forgotten on 2026-01-01') as string,
    });
    await expect(undo(store, catalogue, person.change, by)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  test('leaves a tombstone: who, when, and nobody brings it in again', async () => {
    const { change } = await forget(store, catalogue, 'person:zephyrine-quux', by);
    expect(await store.write((ledger) => ledger.tombstones([markOf('person:zephyrine-quux')]))).toEqual([
      { mark: markOf('person:zephyrine-quux'), at: by.at, by: 'ann', change },
    ]);
    await expect(
      write(store, [record('Person', 'person:zephyrine-quux', { name: 'Zephyrine Quux' })]),
    ).rejects.toMatchObject({
      code: 'BAD_RECORD',
      message: expect.stringContaining(
        'was forgotten on 2026-01-01 by ann, and is not taken in again',
      ) as string,
    });
  });

  test('the text of an article alone leaves what rests on it, and the text cannot be attached again', async () => {
    const done = await forget(store, catalogue, 'article:told', { ...by, text: true });
    expect(done.gone).toEqual([]);
    expect(count(await held(), ['told reporters that'])).toEqual([]);
    const { data } = await ask(
      store,
      '{ article(id: "article:told") { body title reports { totalCount } } search(text: "reporters") { totalCount } }',
    );
    expect(data).toEqual({
      article: { body: null, title: 'Xylophonic talks', reports: { totalCount: 1 } },
      search: { totalCount: 0 },
    });
    expect(await faultsOf(store)).toEqual([]);
    await expect(curate(store, catalogue, attachText('article:told', body), by)).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    await expect(write(store, [record('Article', 'article:told', { body })])).rejects.toMatchObject({
      code: 'BAD_RECORD',
    });
  });

  test.each([
    ['nobody', 'person:nobody-at-all', {}, 'NOT_FOUND'],
    ['the text of a person', 'person:witness', { text: true }, 'BAD_USER_INPUT'],
  ])('of %s is refused', async (_, id, more, code) => {
    await expect(forget(store, catalogue, id, { ...by, ...more })).rejects.toMatchObject({ code });
  });
});

describe('what was forgotten', () => {
  test('is in no file while another connection reads the store', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'forget-'));
    const serving = await SqliteStore.open(catalogue, { folder, timeLimit: 20_000 });
    await fill(serving);
    const beside = await SqliteStore.open(catalogue, { folder, timeLimit: 20_000 });
    const asked = ask(serving, '{ people(first: 100) { nodes { name mentions { totalCount } } } }');
    const { remains } = await forget(beside, catalogue, 'article:told', by);
    await asked;
    expect(remains).toBeUndefined();
    await beside.close();
    const { data } = await ask(serving, '{ article(id: "article:told") { id } people { totalCount } }');
    expect(data).toEqual({ article: null, people: { totalCount: 2 } });
    await serving.close();
    await rm(folder, { recursive: true });
  });
});
