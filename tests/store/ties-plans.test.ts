import 'reflect-metadata';
import neo4j, { type Plan as Operator } from 'neo4j-driver';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../../src/store/port.js';
import type { Connection } from '../../src/store/sqlite/statements.js';
import { neo4j as server } from '../server/engines.js';
import { onBothEngines } from './engines.js';

/** How an engine goes about the golden statements of walks: never over a whole table, never over all nodes. */
const walks = ['paths', 'neighbours', 'neighbours-during'];
// Stored tables go by these names in the statements; what a statement made itself it may read whole.
const WHOLE = /^SCAN (tie|tied|entity|statement|participation|role|name|link_\w+|t|u|f|l|d|p|q|n\d+)\b|Scan$/;
const golden = (name: string, ending: string) =>
  readFileSync(join(import.meta.dirname, '../plans', `${name}.${ending}`), 'utf8');

onBothEngines('no walk reads the whole graph', (engine) => {
  let store: Store;
  beforeAll(async () => void (store = await engine.open()));
  afterAll(() => store?.close());

  test.each(walks)('%s', async (name) => {
    const steps = engine.name === 'SQLite' ? await ofSqlite(store, name) : await ofNeo4j(name);
    expect(steps.filter((step) => /SEARCH|Seek/.test(step)).length).toBeGreaterThan(0);
    expect(steps.filter((step) => WHOLE.test(step))).toEqual([]);
  });

  async function ofSqlite(of: Store, name: string): Promise<string[]> {
    const { writer } = of as unknown as { writer: Connection };
    const statement = await writer.prepare(`EXPLAIN QUERY PLAN ${golden(name, 'sql')}`);
    const rows = (await statement.all(...(JSON.parse(golden(name, 'json')) as unknown[]).map(String))) as {
      detail: string;
    }[];
    return rows.map(({ detail }) => detail);
  }

  async function ofNeo4j(name: string): Promise<string[]> {
    const driver = neo4j.driver((server as { uri: string }).uri);
    const params = Object.fromEntries(
      (JSON.parse(golden(name, 'json')) as unknown[]).map((v, i) => [
        `p${i}`,
        typeof v === 'number' ? neo4j.int(v) : v,
      ]),
    );
    const { summary } = await driver.executeQuery(`EXPLAIN ${golden(name, 'cypher')}`, params);
    await driver.close();
    const all = (plan: Operator): string[] => [
      plan.operatorType.split('@')[0]!,
      ...plan.children.flatMap(all),
    ];
    return all(summary.plan as Operator);
  }
});
