import type { Catalogue } from '../../model/catalogue.js';
import { isFact, ties, type Tie } from '../../model/ties.js';
import type { TieChange } from '../port.js';
import type { Row } from '../row.js';
import type { View } from './view.js';

/** What the changed records do to the ties: those they made before are taken away, those they make now are added. */
export function tieChanges(catalogue: Catalogue, view: View, changed: Iterable<string>): TieChange[] {
  const found = new Map<string, TieChange>();
  const count = (row: Row | undefined, sign: 1 | -1) => {
    for (const tie of row ? tiesOf(catalogue, row) : []) {
      const key = `${tie.near} ${tie.far} ${tie.relation}`;
      found.set(key, { ...tie, by: (found.get(key)?.by ?? 0) + sign });
    }
  };
  for (const id of changed) {
    count(view.before(id), -1);
    count(view.get(id), 1);
  }
  // In the order of the key they are stored by, which halves the time to write them.
  const ordered = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
  return ordered.flatMap(([, change]) => (change.by ? [change] : []));
}

/** The ties that a record makes, from both ends; one that it makes twice is there twice. */
export function tiesOf(catalogue: Catalogue, row: Row): TieChange[] {
  return (byOwner(catalogue).get(row.concept) ?? []).flatMap((tie) =>
    ends(tie, row).flatMap(([near, far]) => {
      const fact = isFact(tie);
      return [
        { near, far, relation: tie.relation, fact, by: 1 },
        { near: far, far: near, relation: tie.inverse, fact, by: 1 },
      ];
    }),
  );
}

const known = new WeakMap<Catalogue, ReadonlyMap<string, readonly Tie[]>>();

function byOwner(catalogue: Catalogue): ReadonlyMap<string, readonly Tie[]> {
  const before = known.get(catalogue);
  if (before) return before;
  const made = new Map<string, Tie[]>();
  for (const tie of ties(catalogue)) made.set(tie.owner, [...(made.get(tie.owner) ?? []), tie]);
  known.set(catalogue, made);
  return made;
}

/** The pairs that a record ties by one kind of tie; nobody is tied to himself. */
function ends({ near, far, except }: Tie, row: Row): [near: string, far: string][] {
  if (except && row.values[except.column] === except.value) return [];
  const a = near.length ? near.map((field) => row.relations[field]?.[0]).find(Boolean) : row.id;
  return a ? [...new Set(row.relations[far])].filter((b) => b !== a).map((b) => [a, b]) : [];
}
