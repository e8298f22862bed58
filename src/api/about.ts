import type { GraphQLResolveInfo } from 'graphql';
import type { Catalogue } from '../model/catalogue.js';
import { collect, selectionsOf } from '../planner/selection.js';
import { planRecord } from '../planner/plan.js';
import type { Store } from '../store/port.js';
import { record } from './assemble.js';

/** What the graph holds: counts, days and sources from one statement, the latest change by one more where it is selected. */
export async function about(
  catalogue: Catalogue,
  store: Store,
  version: string,
  info: GraphQLResolveInfo,
): Promise<Record<string, unknown>> {
  const stats = await store.stats();
  const operation = { schema: info.schema, fragments: info.fragments, variables: info.variableValues };
  const counts = catalogue.concrete
    .filter((c) => c.name !== 'Change')
    .map((c) => ({ kind: c.kind, count: stats.counts[c.name] ?? 0 }));
  const sources = Object.entries(stats.meta)
    .filter(([key]) => key.startsWith('sources:'))
    .flatMap(([, value]) => JSON.parse(value) as object[]);
  const values: Record<string, unknown> = {
    __typename: 'About',
    name: 'Rapporteur',
    version,
    engine: store.engine,
    counts,
    sources,
    firstDay: stats.firstDay,
    lastDay: stats.lastDay,
  };
  const out: Record<string, unknown> = {};
  for (const [key, nodes] of collect(operation, selectionsOf(info.fieldNodes), new Set(['About']))) {
    const name = nodes[0]!.name.value;
    if (name === 'lastChange') {
      const plan = planRecord(catalogue, operation, 'Change', stats.lastChange ?? '', selectionsOf(nodes));
      out[key] = stats.lastChange ? record(plan.lookup.shape, (await store.read(plan)) as never) : null;
    } else if (name === 'counts' || name === 'sources') {
      const inner = collect(
        operation,
        selectionsOf(nodes),
        new Set([name === 'counts' ? 'KindCount' : 'Source']),
      );
      const typename = name === 'counts' ? 'KindCount' : 'Source';
      out[key] = (values[name] as Record<string, unknown>[]).map((v) =>
        Object.fromEntries(
          [...inner].map(([k, [n]]) => [
            k,
            n!.name.value === '__typename' ? typename : (v[n!.name.value] ?? null),
          ]),
        ),
      );
    } else out[key] = values[name] ?? null;
  }
  return out;
}
