import type { Catalogue } from '../../model/catalogue.js';
import { fold } from '../../model/fold.js';
import type { Condition, Shape } from '../../plan/plan.js';
import { Params } from '../../planner/params.js';
import type { Store } from '../../store/port.js';
import { pageById, type Asked } from '../knowledge/page.js';

type Reader = Pick<Store, 'read'>;
type Row = readonly unknown[];

/** An entity that has a name, and how well: 0 its own, 1 a former state's own, 2 another name, 3 a former state's other one. */
export interface Bearer {
  readonly id: string;
  readonly name: string;
  readonly rank: number;
}

/** Who of these concepts has exactly this name, folded; the best rank alone, more than one where several tie. */
export async function bearers(store: Reader, concepts: readonly string[], name: string): Promise<Bearer[]> {
  const params = new Params();
  const lookup = { by: 'name', param: params.add(fold(name)), shape: shape(concepts) } as const;
  const rows = ((await store.read({ root: 'lookup', lookup, params: params.values })) ?? []) as Row[];
  const found = rows.map(([rank, id, own]) => ({
    rank: rank as number,
    id: id as string,
    name: own as string,
  }));
  return found.filter(({ rank }) => rank === found[0]!.rank);
}

const BATCH = 100;

/** The concepts of the ids that there are. */
export async function conceptsOf(
  store: Reader,
  catalogue: Catalogue,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const all = catalogue.concept('Node').concretes;
  for (const some of batches(ids)) {
    const params = new Params();
    const lookup = { by: 'ids', param: params.add(some), shape: shape(all) } as const;
    const rows = ((await store.read({ root: 'lookup', lookup, params: params.values })) ?? []) as unknown[];
    // A text is a row of the shelf: what was rejected is nobody to link to.
    rows.forEach((row, i) => {
      const concept = Array.isArray(row) ? (row[0] as string | null) : null;
      if (concept) found.set(some[i]!, concept);
    });
  }
  return found;
}

/** The records of a concept by a code that is theirs (`iso2`, `url`): the ids of each code. */
export async function coded(
  store: Reader,
  concept: string,
  column: string,
  codes: readonly string[],
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const some of batches(codes)) {
    const params = new Params();
    const where: Condition = { is: 'compare', column, op: 'in', param: params.add(some) };
    for (const [id, code] of await listed(store, concept, column, { params, where, most: 1000 }))
      found.set(code, [...(found.get(code) ?? []), id]);
  }
  return found;
}

/** The evidence of those of a concept's records that there are, by their ids. */
export async function evidenceOf(
  store: Reader,
  concept: string,
  ids: readonly string[],
): Promise<Map<string, readonly { source?: { name: string }; value?: string }[]>> {
  const found = new Map<string, []>();
  for (const some of batches(ids)) {
    const params = new Params();
    const where: Condition = { is: 'compare', column: 'id', op: 'in', param: params.add(some) };
    for (const [id, json] of await listed(store, concept, 'evidence', { params, where, most: BATCH }))
      found.set(id, JSON.parse(json) as []);
  }
  return found;
}

const PAGE = 2000;

/** All ids that entities of these concepts have in a scheme: the ids of each value. It walks the whole list once. */
export async function inScheme(
  store: Reader,
  concepts: readonly string[],
  scheme: string,
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const concept of concepts)
    for (let after: string | undefined = ''; after !== undefined;) {
      const of = { params: new Params(), after, most: PAGE };
      const rows: [string, string][] = await listed(store, concept, 'externalIds', of);
      for (const [id, json] of rows)
        for (const known of JSON.parse(json) as { scheme: string; value: string }[])
          if (known.scheme === scheme) found.set(known.value, [...(found.get(known.value) ?? []), id]);
      after = rows.length < PAGE ? undefined : rows.at(-1)![0];
    }
  return found;
}

/** Ids with the value of a column, in the order of the ids. */
async function listed(
  store: Reader,
  concept: string,
  column: string,
  of: Pick<Asked, 'params' | 'where' | 'after' | 'most'>,
): Promise<[string, string][]> {
  const { rows, at } = await pageById(store, { ...of, concept, shape: shape([concept], 'id', column) });
  return rows.map((row) => [row[at + 1] as string, row[at + 2] as string]);
}

const shape = (concepts: readonly string[], ...columns: readonly string[]): Shape => ({
  concepts,
  slots: columns.map((column) => ({ is: 'column', concepts, column })),
  cases: new Map(),
});

/** Lists of one length, since Neo4j plans a statement anew for a list of another order of magnitude; no id or code is empty. */
function batches(texts: readonly string[]): string[][] {
  const out: string[][] = [];
  for (let i = 0; i < texts.length; i += BATCH) {
    const some = texts.slice(i, i + BATCH);
    out.push([...some, ...Array<string>(BATCH - some.length).fill('')]);
  }
  return out;
}
