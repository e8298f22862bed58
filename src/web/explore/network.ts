/** An end of a tie: an entity by its kind and name. */
export interface End {
  readonly __typename: string;
  readonly id: string;
  readonly name?: string;
}

export interface Tie {
  readonly from: End;
  readonly relation: string;
  readonly to: End;
}

export interface Network {
  readonly ends: ReadonlyMap<string, End>;
  readonly ties: ReadonlyMap<string, Tie>;
  /** Ties that were left out because the network would have grown over what can be drawn. */
  readonly left: number;
}

/** So many entities are drawn smoothly. */
export const MOST = 2000;

/** Ties as a network: each once however often it was met, without the hidden relations, at most {@link MOST} ends, its own among them. */
export function networkOf(
  all: readonly Tie[],
  hidden: ReadonlySet<string>,
  own: readonly End[] = [],
): Network {
  const ends = new Map(own.slice(0, MOST).map((end) => [end.id, end]));
  const ties = new Map<string, Tie>();
  let left = 0;
  for (const tie of all) {
    if (hidden.has(tie.relation)) continue;
    const fresh = [tie.from, tie.to].filter(({ id }) => !ends.has(id));
    if (ends.size + fresh.length > MOST) {
      left++;
      continue;
    }
    for (const end of fresh) ends.set(end.id, end);
    ties.set(keyOf(tie), tie);
  }
  return { ends, ties, left };
}

/** A tie is the same from whichever end it was met, where its relation reads the same both ways. */
export function keyOf({ from, relation, to }: Tie): string {
  const [a, b] = from.id < to.id ? [from.id, to.id] : [to.id, from.id];
  return `${a} ${relation} ${b}`;
}

/** How an end is called: statements and articles have no name of their own. */
export const nameOf = ({ id, name }: End) => name ?? id;
