import { catalogue } from '../../src/model/the-catalogue.js';
import { ties } from '../../src/model/ties.js';
import type { Store } from '../../src/store/port.js';
import { ask } from './engines.js';

/** A tie as it should be, made from nothing but the records themselves. */
export interface Expected {
  readonly near: string;
  readonly relation: string;
  readonly far: string;
  readonly fact: boolean;
  readonly records: readonly string[];
}

interface Ends {
  readonly id: string;
  readonly [field: string]: unknown;
}

/** Every tie of a store, recomputed from its records as GraphQL shows them, from both ends. */
export async function recomputed(store: Store): Promise<Map<string, Expected>> {
  const found = new Map<string, Expected>();
  for (const owner of new Set(ties(catalogue).map((tie) => tie.owner))) {
    const own = ties(catalogue).filter((tie) => tie.owner === owner);
    for (const record of await all(store, owner, [
      ...new Set(own.flatMap((t) => [...t.near, t.far, ...(t.except ? [t.except.column] : [])])),
    ]))
      for (const { near, far, relation, inverse, except } of own) {
        if (except && record[except.column] === except.value) continue;
        const a = near.length ? idsOf(near.map((f) => record[f]).find(Boolean))[0] : record.id;
        for (const b of new Set(idsOf(record[far]))) {
          if (!a || a === b) continue;
          for (const [from, name, to] of [
            [a, relation, b],
            [b, inverse, a],
          ] as const) {
            const key = `${from} ${name} ${to}`;
            const records = [...(found.get(key)?.records ?? []), record.id];
            found.set(key, { near: from, relation: name, far: to, fact: near.length > 0, records });
          }
        }
      }
  }
  return found;
}

const idsOf = (value: unknown): string[] => {
  if (!value) return [];
  if (typeof value === 'object' && 'nodes' in value)
    return (value.nodes as { id: string }[]).map((n) => n.id);
  return [(value as { id: string }).id];
};

/** All records of a concept with the ids that some of their fields lead to. */
async function all(store: Store, concept: string, fields: readonly string[]): Promise<Ends[]> {
  const { plural, fields: known } = catalogue.concept(concept);
  const selected = fields.map((name) => {
    const field = known.get(name)!;
    if (field.is === 'property') return name;
    return field.many ? `${name}(first: 100) { nodes { id } }` : `${name} { id }`;
  });
  const found: Ends[] = [];
  for (let after: string | null = null; ;) {
    const { data, errors } = await ask(
      store,
      `query ($after: String) { page: ${plural}(first: 100, after: $after) { nodes { id ${selected.join(' ')} } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    if (errors) throw new Error(errors[0]!.message);
    const page = data!['page'] as { nodes: Ends[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    found.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return found;
    after = page.pageInfo.endCursor;
  }
}
