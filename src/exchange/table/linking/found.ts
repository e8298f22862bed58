import type { Link } from '../mapping/mapping.js';

/** Which record a text names, where it stands. */
export interface Ask {
  readonly link: Link;
  readonly text: string;
  /** A day: 2019-10-05. */
  readonly on?: string | undefined;
  readonly context?: string | undefined;
}

/** Who comes into question; the higher the score the better. */
export interface Hit {
  readonly id: string;
  readonly score: number;
  readonly shown: string;
}

export type Found =
  | { readonly is: 'one'; readonly id: string; readonly score: number }
  | { readonly is: 'several' | 'nobody'; readonly problem: string };

/** The one who is surely meant, by how the link decides. */
export function decide({ link, text }: Ask, hits: readonly Hit[], nearest: readonly Hit[]): Found {
  const { by, to } = link;
  const [atLeast, margin] = by.is === 'candidates' ? [by.atLeast, by.margin] : [-Infinity, 0.01];
  const [best, next] = [...hits].sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  const kind = to.length < 4 ? to.join(' or ') : 'record';
  if (!best || best.score < atLeast) {
    const near = nearest.length ? nearest : hits;
    const hint = near.length
      ? `nearest: ${list(near)}`
      : "'otherwise: create' in the mapping makes one, 'leave' leaves it open";
    return { is: 'nobody', problem: `no ${kind} is '${text}'${wording(link)}; ${hint}` };
  }
  // Scores are hundredths, and 1 - 0.9 is a little less than 0.1.
  if (next && Math.round((best.score - next.score) * 100) < Math.max(1, Math.round(margin * 100)))
    return { is: 'several', problem: `'${text}' could be ${list(hits)}; write the id` };
  return { is: 'one', id: best.id, score: best.score };
}

const list = (hits: readonly Hit[]) =>
  hits
    .slice(0, 5)
    .map((h) => h.shown)
    .join(', ');

function wording({ by }: Link): string {
  switch (by.is) {
    case 'code':
      return ` by ${by.column}`;
    case 'externalId':
      return ` by its id in ${by.scheme}`;
    case 'candidates':
      return ` with a score of ${by.atLeast}`;
    default:
      return by.is === 'id' ? ' by id' : '';
  }
}
