import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../../src/store/port.js';
import { neo4j as server } from '../server/engines.js';
import { onBothEngines, record, sowSeeds, write } from './engines.js';
import { faultsOf } from './faults.js';

/** Damages a store as nothing of Rapporteur would: by a statement of its engine's own. */
async function damage(store: Store, by: { sql: string; cypher: string }): Promise<void> {
  const engine = store as unknown as { writer?: { exec(sql: string): Promise<unknown> } };
  if (engine.writer) return void (await engine.writer.exec(by.sql));
  const driver = neo4j.driver((server as { uri: string }).uri);
  await driver.executeQuery(by.cypher);
  await driver.close();
}

onBothEngines('a store that is looked through', ({ open }) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
    await sowSeeds(store);
    await write(store, [
      record('Article', 'article:kept', {
        title: 'Kept',
        language: 'en',
        textHash: '0'.repeat(64),
        textLength: 14,
        licence: 'CC-BY-4.0',
        body: 'Ann said: yes.',
      }),
      record('Mention', 'mention:ann', {
        article: 'article:kept',
        start: 0,
        end: 3,
        exact: 'Ann',
        reading: 'LITERAL',
        score: 1,
        reason: 'by its name',
      }),
      record('Person', 'person:rejected', { name: 'Rejected', review: 'REJECTED' }),
    ]);
  });
  afterAll(() => store.close());

  test('has nothing wrong after seeds, articles and what was rejected', async () => {
    expect(await faultsOf(store)).toEqual([]);
    expect(await store.faults()).toEqual([]);
  });

  test.each([
    [
      'a name that its index has not',
      {
        sql: `UPDATE entity SET name = 'Somebody else' WHERE id = 'person:ann-linde'`,
        cypher: `MATCH (n:Person {id: 'person:ann-linde'}) SET n.name = 'Somebody else'`,
      },
      { record: 'person:ann-linde', field: 'names' },
    ],
    [
      'something derived that does not follow',
      {
        sql: `UPDATE claim SET contested = 1 - contested WHERE id = 'claim:stockholm-2019-10-06-talks-broke-down'`,
        cypher: `MATCH (n:Claim {id: 'claim:stockholm-2019-10-06-talks-broke-down'}) SET n.contested = NOT n.contested`,
      },
      { record: 'claim:stockholm-2019-10-06-talks-broke-down', field: 'contested' },
    ],
    [
      'a value that nothing may have',
      {
        sql: `UPDATE statement SET act = 'MUMBLES' WHERE id = 'statement:stockholm-2019-10-06-broke-down'`,
        cypher: `MATCH (n:Statement {id: 'statement:stockholm-2019-10-06-broke-down'}) SET n.act = 'MUMBLES'`,
      },
      { record: 'statement:stockholm-2019-10-06-broke-down', field: 'act' },
    ],
    [
      'a tie that nothing makes',
      {
        sql: `UPDATE tie SET weight = weight + 1 WHERE near = 'country:sweden' AND relation = (SELECT min(relation) FROM tie WHERE near = 'country:sweden')`,
        cypher: `MATCH ()-[r:TIE {p: 'country:sweden'}]->() WITH r ORDER BY r.relation LIMIT 1 SET r.rank = r.rank - 1`,
      },
      { record: 'country:sweden', field: 'ties' },
    ],
    [
      'words that full text has not',
      {
        sql: `UPDATE searched SET text = 'else' WHERE id = 'country:norway'`,
        cypher: `MATCH (n {id: 'country:norway'}) SET n.searchText = 'else'`,
      },
      { record: 'country:norway', field: 'search' },
    ],
    [
      'words that do not stand in the text',
      {
        sql: `UPDATE mention SET exact = 'Bob' WHERE id = 'mention:ann'`,
        cypher: `MATCH (n:Mention {id: 'mention:ann'}) SET n.exact = 'Bob'`,
      },
      { record: 'mention:ann', field: 'exact' },
    ],
    [
      'a change that cannot be undone',
      {
        sql: `DELETE FROM inverse WHERE change IN (SELECT id FROM change WHERE sequence = 1)`,
        cypher: `MATCH (c:Change {sequence: 1}) MATCH (i:Inverse {change: c.id}) DETACH DELETE i`,
      },
      { problem: expect.stringContaining('cannot be undone') as string },
    ],
  ])('says of %s where it is', async (_what, by, fault) => {
    await damage(store, by);
    expect(await faultsOf(store)).toContainEqual(expect.objectContaining(fault));
  });
});
