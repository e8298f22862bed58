import type { Catalogue } from '../model/catalogue.js';
import type { Plan } from '../plan/plan.js';
import { constraints } from './neo4j/constraints.js';
import { printCypher } from './neo4j/print.js';
import { Neo4jStore, type Neo4jOptions } from './neo4j/store.js';
import type { Store } from './port.js';
import { ddl } from './sqlite/ddl.js';
import { printSql } from './sqlite/print.js';
import { SqliteStore } from './sqlite/store.js';

export interface StoreOptions {
  readonly dataDir: string;
  readonly neo4j?: Omit<Neo4jOptions, 'timeLimit' | 'half'> | undefined;
  readonly statementTimeout: number;
}

/**
 * Opens the store the settings name: Neo4j where there is an address of one, else the embedded one. One that is restored in
 * part is opened where `half` says so.
 */
export function openStore(
  catalogue: Catalogue,
  { dataDir, neo4j, statementTimeout }: StoreOptions,
  { half = false }: { readonly half?: boolean } = {},
): Promise<Store> {
  return neo4j
    ? Neo4jStore.open(catalogue, { ...neo4j, timeLimit: statementTimeout, half })
    : SqliteStore.open(catalogue, { folder: dataDir, timeLimit: statementTimeout, half });
}

export { copyStore, placeStore } from './sqlite/copy.js';

/** What each engine is told of the catalogue before anything is written, as the files of schema/. */
export function definitions(catalogue: Catalogue): Record<string, string> {
  const lines = (statements: readonly string[]) => statements.map((s) => `${s};\n`).join('');
  return { 'neo4j.cypher': lines(constraints(catalogue)), 'sqlite.sql': lines(ddl(catalogue)) };
}

/** The statement of a plan in each engine's language; no engine need be there. */
export function statements(
  catalogue: Catalogue,
  plan: Plan,
): { readonly cypher: string; readonly sql: string } {
  return { cypher: printCypher(catalogue, plan), sql: printSql(catalogue, plan) };
}
