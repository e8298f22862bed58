import type { Catalogue } from '../../model/catalogue.js';
import { isFact, ties, type Tie } from '../../model/ties.js';
import type { TieChange } from '../port.js';
import type { Row } from '../row.js';
import type { View } from './view.js';

/** What the changed records do to the ties: those they made before are taken away, those they make now are added. */
export function tieChanges(catalogue: Catalogue, view: View, changed: Iterable<string>): TieChange[] {
  const byOwner = new Map<string, Tie[]>();
  for (const tie of ties(catalogue)) byOwner.set(tie.owner, [...(byOwner.get(tie.owner) ?? []), tie]);
  const found = new Map<string, TieChange>();
  const add = (near: string, far: string, relation: string, fact: boolean, by: number) => {
    const key = `${near} ${far} ${relation}`;
    found.set(key, { near, far, relation, fact, by: (found.get(key)?.by ?? 0) + by });
  };
  const count = (row: Row | undefined, by: number) => {
    for (const tie of (row && byOwner.get(row.concept)) ?? [])
      for (const [near, far] of ends(tie, row!)) {
        add(near, far, tie.relation, isFact(tie), by);
        add(far, near, tie.inverse, isFact(tie), by);
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

/** The pairs that a record ties by one kind of tie; nobody is tied to himself. */
function ends({ near, far, except }: Tie, row: Row): [near: string, far: string][] {
  if (except && row.values[except.column] === except.value) return [];
  const a = near.length ? near.map((field) => row.relations[field]?.[0]).find(Boolean) : row.id;
  return a ? [...new Set(row.relations[far])].filter((b) => b !== a).map((b) => [a, b]) : [];
}
