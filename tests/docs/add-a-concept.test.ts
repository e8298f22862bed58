import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, printSchema } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { executing } from '../../src/api/execute.js';
import { buildApi } from '../../src/api/schema.js';
import { buildCatalogue } from '../../src/model/build.js';
import { concepts } from '../../src/model/concepts.js';
import type { RecordInput } from '../../src/model/change-set.js';
import { apply } from '../../src/store/apply/apply.js';
import { definitions } from '../../src/store/open.js';
import type { Store } from '../../src/store/port.js';
import { SqliteStore } from '../../src/store/sqlite/store.js';
import { Sanction } from './sanction.js';

// CONTRIBUTING.md says that a concept is one file and one line: here they are, and all else derives from them.
const catalogue = buildCatalogue([...concepts, Sanction]);

let store: Store;
beforeAll(async () => void (store = await SqliteStore.open(catalogue, { timeLimit: 5000 })));
afterAll(() => store.close());

test('its class is the one that CONTRIBUTING.md shows', () => {
  const root = join(import.meta.dirname, '../..');
  const source = readFileSync(join(import.meta.dirname, 'sanction.ts'), 'utf8');
  const shown = source.slice(source.indexOf('@Concept'));
  expect(readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8')).toContain(shown);
});

test('both engines make place for it', () => {
  const { 'sqlite.sql': sql, 'neo4j.cypher': cypher } = definitions(catalogue);
  expect(sql).toMatch(/CREATE TABLE "entity" .*"when_from" TEXT.*"imposedBy" TEXT/);
  expect(sql).toContain('CREATE TABLE "link_imposed_on"');
  expect(cypher).toContain(
    'CREATE CONSTRAINT sanction_id IF NOT EXISTS FOR (n:Sanction) REQUIRE n.id IS UNIQUE',
  );
  expect(cypher).toContain('FOR ()-[r:IMPOSED_BY]-() ON (r.p, r.d, r.s)');
});

test('it is checked, written, found by its name, listed, and met where anything with a name can stand', async () => {
  const schema = buildApi(catalogue);
  expect(printSchema(schema)).toContain('type Sanction implements Entity & Fact & Node {');

  const write = (...upserts: RecordInput[]) =>
    apply(store, catalogue, { action: 'test', by: 'tester', at: '2020-01-01T00:00:00.000Z', upserts });
  const set = { name: 'Resolution 1718', when: '2006-10-14' };
  await expect(write({ type: 'Sanction', id: 'sanction:resolution-1718', set })).rejects.toThrow(
    /imposedBy.*is missing/,
  );
  await write(
    {
      type: 'Organization',
      id: 'organization:un',
      set: { name: 'United Nations', kind: 'INTERNATIONAL' },
    },
    { type: 'Country', id: 'country:north-korea', set: { name: 'North Korea' } },
    {
      type: 'Sanction',
      id: 'sanction:resolution-1718',
      set: { ...set, imposedBy: 'organization:un', targets: ['country:north-korea'] },
    },
  );

  const { data, errors } = await executing(
    catalogue,
    schema,
    store,
    '0.0.0',
  )({
    document: parse(`{
      sanction(name: "resolution 1718") { when imposedBy { name } targets { nodes { name } } }
      sanctions(
        where: { when: { within: "2006" }, targets: { some: { name: { eq: "North Korea" } } } }
        orderBy: [{ imposedBy: { name: ASC } }]
      ) { totalCount nodes { id } }
      entities(where: { kind: { eq: SANCTION } }) { nodes { __typename name } }
    }`),
  });
  expect(errors).toBeUndefined();
  expect(data?.toJSON()).toEqual({
    sanction: {
      when: '2006-10-14',
      imposedBy: { name: 'United Nations' },
      targets: { nodes: [{ name: 'North Korea' }] },
    },
    sanctions: { totalCount: 1, nodes: [{ id: 'sanction:resolution-1718' }] },
    entities: { nodes: [{ __typename: 'Sanction', name: 'Resolution 1718' }] },
  });
});
