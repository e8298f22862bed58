import { printSchema } from 'graphql';
import { buildApi } from '../api/schema.js';
import { contextOf } from '../exchange/json-ld.js';
import { diagram } from '../exchange/diagram.js';
import { catalogue } from '../model/the-catalogue.js';
import { definitions } from '../store/open.js';

/** The files of schema/, by name. */
export function derived(): Record<string, string> {
  return {
    'rapporteur.graphql': `${printSchema(buildApi(catalogue))}\n`,
    ...definitions(catalogue),
    'context.jsonld': `${JSON.stringify(contextOf(catalogue), null, 2)}\n`,
    'graph.md': diagram(catalogue),
  };
}
