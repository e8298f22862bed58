import type { FieldNode } from 'graphql';
import { creditsOf } from '../exchange/credits.js';
import type { Catalogue } from '../model/catalogue.js';
import { begins } from '../plan/layout.js';
import { planSurvey, type RootField } from '../planner/plan.js';
import { collect, selectionsOf, type Operation } from '../planner/selection.js';
import type { Store } from '../store/port.js';
import { surveyed, type Survey } from '../store/stats.js';
import { objects } from './answer/making.js';
import { Records } from './answer/record.js';
import { told } from './answer/told.js';
import type { Values } from './answer/values.js';

type Answer = Record<string, unknown>;

/** What the graph holds, from one statement. */
export async function about(
  catalogue: Catalogue,
  store: Store,
  version: string,
  info: RootField,
): Promise<Values<Answer>> {
  const operation = { schema: info.schema, fragments: info.fragments, variables: info.variableValues };
  const fields = [...collect(operation, selectionsOf(info.fieldNodes), new Set(['About']))];
  const isAsked = (name: string) => fields.some(([, nodes]) => nodes[0]!.name.value === name);
  const changes = fields.filter(([, nodes]) => nodes[0]!.name.value === 'lastChange');
  const plan = planSurvey(catalogue, operation, {
    counts: isAsked('counts'),
    days: isAsked('firstDay') || isAsked('lastDay'),
    memories: isAsked('sources') ? 'sources:' : undefined,
    lastChange: changes.map(([, nodes]) => selectionsOf(nodes)),
  });
  const raw = (await store.read(plan)) as Survey;
  const values = known(catalogue, store, version, raw);
  const last = raw[4]?.[0];
  const places = plan.survey.lastChange ? begins(plan.survey.lastChange) : [];
  const records = new Records(objects);
  const of = told(plan);
  const shown = new Map(
    changes.map(([key], i) => [
      key,
      last ? records.of(plan.survey.lastChange!.rows[i]!)(last, places[i]!, of) : null,
    ]),
  );
  const value = Object.fromEntries(
    fields.map(([key, nodes]) => {
      const name = nodes[0]!.name.value;
      const value = values[name] ?? null;
      if (name === 'lastChange') return [key, shown.get(key)];
      return [key, Array.isArray(value) ? listed(operation, name, value as Answer[], nodes) : value];
    }),
  );
  return { value, records: of.records };
}

function known(catalogue: Catalogue, store: Store, version: string, raw: Survey): Answer {
  const { counts, firstDay, lastDay } = surveyed(raw);
  return {
    __typename: 'About',
    name: 'Rapporteur',
    version,
    engine: store.engine,
    counts: catalogue.concrete
      .filter((c) => c.name !== 'Change')
      .map((c) => ({ kind: c.kind, count: counts[c.name] ?? 0 })),
    sources: creditsOf(raw[3] ?? []),
    firstDay,
    lastDay,
  };
}

function listed(
  operation: Operation,
  name: string,
  values: readonly Answer[],
  nodes: readonly FieldNode[],
): Answer[] {
  const typename = name === 'counts' ? 'KindCount' : 'Source';
  const inner = [...collect(operation, selectionsOf(nodes), new Set([typename]))];
  return values.map((value) =>
    Object.fromEntries(
      inner.map(([key, [node]]) => [
        key,
        node!.name.value === '__typename' ? typename : (value[node!.name.value] ?? null),
      ]),
    ),
  );
}
