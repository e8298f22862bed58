import { slug } from '../../../model/slug.js';

/** Somebody who needs an id: what it would be, and what tells namesakes apart, the first that does. */
export interface IdWish {
  readonly name: string;
  /** `france`, `1812`; the last is unique. */
  readonly apart: readonly string[];
  /** The name alone says too little: a surname. */
  readonly isBare?: boolean;
}

/**
 * An id for each wish, none of them `taken`: the name alone where nobody else wishes for it, else with what tells
 * them apart. Whoever shares a name is marked, so that the order of the wishes decides nothing.
 */
export function giveIds(wishes: readonly IdWish[], taken: ReadonlySet<string>): string[] {
  const ids = wishes.map((wish) => idAt(wish, wish.isBare ? 1 : 0));
  for (let depth = 1; ; depth++) {
    const shared = sharedOf(ids, taken);
    if (!shared.size) return ids;
    wishes.forEach((wish, i) => {
      if (shared.has(ids[i]!)) ids[i] = idAt(wish, depth);
    });
    if (depth > 8) throw new Error(`no id of its own for ${[...shared].join(', ')}`);
  }
}

const idAt = ({ name, apart }: IdWish, depth: number) =>
  `person:${[name, ...apart.slice(0, depth)].map(slug).filter(Boolean).join('-')}`;

function sharedOf(ids: readonly string[], taken: ReadonlySet<string>): Set<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const id of ids) {
    if (taken.has(id) || seen.has(id)) shared.add(id);
    seen.add(id);
  }
  return shared;
}
