import type { Condition, Hop, Param } from './plan.js';

/**
 * An access path (Selinger et al., "Access Path Selection in a Relational Database Management System", 1979) into a list
 * that is filtered: from what an index finds back along relations to the list's rows, instead of through all of its rows.
 */
export interface AccessPath {
  readonly found: Found;
  /** From a row of the list to what is found, each with what its far end has to fulfil besides. */
  readonly steps: readonly Step[];
  /** What the rows have to fulfil besides. */
  readonly rest: Condition | undefined;
}

/** Records by id, or whatever has a name: of these only the condition says whether it is their own. */
export type Found =
  { readonly by: 'id' | 'ids'; readonly param: Param } | { readonly by: 'name'; readonly param: Param };

export interface Step {
  readonly hop: Hop;
  readonly where: Condition | undefined;
}

type Way = Omit<AccessPath, 'rest'>;

/** More ways would cost more to weigh than they save. */
const MOST = 4;

/** The ways into a list that its condition opens, the ones that are tried. */
export function accessPaths(where: Condition | undefined): AccessPath[] {
  if (!where) return [];
  const all = conjuncts(where);
  return all
    .flatMap((one) =>
      ways(one).map((way) => ({ ...way, rest: without(all, way.steps.length ? one : undefined) })),
    )
    .slice(0, MOST);
}

const conjuncts = (where: Condition): readonly Condition[] =>
  where.is === 'and' ? where.of.flatMap(conjuncts) : [where];

function without(all: readonly Condition[], one: Condition | undefined): Condition | undefined {
  const of = all.filter((c) => c !== one);
  return of.length > 1 ? { is: 'and', of } : of[0];
}

function ways(condition: Condition): Way[] {
  const found = foundBy(condition);
  if (found) return [{ found, steps: [] }];
  if (condition.is !== 'related' || !condition.where) return [];
  const { hop } = condition;
  // Whoever walks a relation to any depth, or both ways, has no index that leads back.
  if (hop.deep || hop.direction === 'both') return [];
  const all = conjuncts(condition.where);
  return all.flatMap((one) =>
    ways(one).map(({ found, steps }) => {
      const isTold = steps.length > 0 || found.by !== 'name';
      return { found, steps: [{ hop, where: without(all, isTold ? one : undefined) }, ...steps] };
    }),
  );
}

function foundBy(condition: Condition): Found | undefined {
  if (condition.is !== 'compare') return undefined;
  const { column, op, param } = condition;
  if (column === 'id' && op === '=') return { by: 'id', param };
  if (column === 'id' && op === 'in') return { by: 'ids', param };
  return column === 'name_fold' && op === '=' ? { by: 'name', param } : undefined;
}
