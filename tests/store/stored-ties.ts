import neo4j from 'neo4j-driver';
import type { Store } from '../../src/store/port.js';
import type { Connection } from '../../src/store/sqlite/statements.js';
import { neo4j as server } from '../server/engines.js';

/** What an engine keeps of ties, read past the store: each tie with its weight, and how many each entity has. */
export interface StoredTies {
  readonly weights: ReadonlyMap<string, readonly [weight: number, fact: boolean]>;
  readonly degrees: ReadonlyMap<string, number>;
}

export async function storedTies(store: Store): Promise<StoredTies> {
  const [ties, degrees] = store.engine === 'Neo4j' ? await ofNeo4j() : await ofSqlite(store);
  return {
    weights: new Map(
      ties.map(([near, relation, far, weight, fact]) => [
        `${near} ${relation} ${far}`,
        [weight, Boolean(fact)],
      ]),
    ),
    degrees: new Map(degrees),
  };
}

type Stored = [
  ties: [near: string, relation: string, far: string, weight: number, fact: boolean | number][],
  degrees: [entity: string, degree: number][],
];

async function ofSqlite(store: Store): Promise<Stored> {
  const { writer } = store as unknown as { writer: Connection };
  const rows = async (sql: string) => (await (await writer.prepare(sql)).raw(true).all()) as never;
  return [
    await rows('SELECT near, relation, far, weight, fact FROM tie'),
    await rows('SELECT entity, degree FROM tied'),
  ];
}

async function ofNeo4j(): Promise<Stored> {
  const driver = neo4j.driver((server as { uri: string }).uri, undefined, { disableLosslessIntegers: true });
  const rows = async (text: string) =>
    (await driver.executeQuery(text)).records.map((record) => record.get('row') as never);
  const ties = await rows(
    'MATCH (a)-[r:TIE]->(b) WHERE r.p = a.id AND r.s = b.id RETURN [a.id, r.relation, b.id, -r.rank, r.fact] AS row',
  );
  const degrees = await rows(
    'MATCH (a) WITH a.id AS id, COUNT { (a)-[:TIE]->() } AS degree WHERE degree > 0 RETURN [id, degree] AS row',
  );
  await driver.close();
  return [ties, degrees];
}
