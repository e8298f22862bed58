import { printSchema } from 'graphql';
import { buildApi } from '../api/schema.js';
import { contextOf } from '../exchange/json-ld.js';
import { diagram } from '../exchange/diagram.js';
import { catalogue } from '../model/the-catalogue.js';
import { constraints } from '../store/neo4j/constraints.js';
import { ddl } from '../store/sqlite/ddl.js';

/** The files of schema/, by name. */
export function derived(): Record<string, string> {
  const lines = (statements: readonly string[]) => statements.map((s) => `${s};\n`).join('');
  return {
    'rapporteur.graphql': `${printSchema(buildApi(catalogue, () => null))}\n`,
    'neo4j.cypher': lines(constraints(catalogue)),
    'sqlite.sql': lines(ddl(catalogue)),
    'context.jsonld': `${JSON.stringify(contextOf(catalogue), null, 2)}\n`,
    'graph.md': diagram(catalogue),
  };
}
