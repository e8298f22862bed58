import type { Catalogue } from './catalogue.js';

/**
 * A tie leads from one entity to another. Most are made by facts: what was said, attended, held, represented; these
 * are what paths go over. Others are an entity's own relations, such as a meeting's venue. Each has two names, so
 * that it reads from either end.
 */
export interface Tie {
  /** The concept whose records make it. */
  readonly owner: string;
  /** The relation to the near end, and what stands in where there is none. None at all: the record is the near end. */
  readonly near: readonly string[];
  /** The relation to the far end. */
  readonly far: string;
  readonly relation: string;
  readonly inverse: string;
  /** Records with this value make no tie. */
  readonly except?: { readonly column: string; readonly value: string } | undefined;
}

export const isFact = (tie: Tie): boolean => tie.near.length > 0;

// Where nobody is named as speaking, the one spoken for is the near end.
const said = { owner: 'Statement', near: ['speaker', 'onBehalfOf'] };
const attended = { owner: 'Participation', near: ['participant'] };
const held = { owner: 'Role', near: ['person'], except: { column: 'ending', value: 'NOT_TAKEN_UP' } };

const facts: readonly Tie[] = [
  { ...said, far: 'about', relation: 'SPOKE_ABOUT', inverse: 'DISCUSSED_BY' },
  { ...said, far: 'onBehalfOf', relation: 'SPOKE_FOR', inverse: 'SPOKEN_FOR_BY' },
  { ...said, far: 'addressees', relation: 'ADDRESSED', inverse: 'ADDRESSED_BY' },
  { ...said, far: 'saidAt', relation: 'SPOKE_AT', inverse: 'HEARD' },
  { ...attended, far: 'meeting', relation: 'ATTENDED', inverse: 'ATTENDED_BY' },
  { ...attended, far: 'onBehalfOf', relation: 'REPRESENTED', inverse: 'REPRESENTED_BY' },
  { ...held, far: 'of', relation: 'HELD_OFFICE_OF', inverse: 'OFFICE_HELD_BY' },
  { ...held, far: 'to', relation: 'ACCREDITED_TO', inverse: 'ACCREDITED' },
];

const known = new WeakMap<Catalogue, readonly Tie[]>();

/** Every tie there is: those that facts make, and those that follow from the relations between entities. */
export function ties(catalogue: Catalogue): readonly Tie[] {
  const before = known.get(catalogue);
  if (before) return before;
  const own = catalogue.stored.flatMap(({ owner, field, to, tie }): Tie[] =>
    tie &&
    [owner, to].every((name) =>
      catalogue.concept(name).concretes.every((c) => catalogue.concept(c).family === 'entity'),
    )
      ? [{ owner, near: [], far: field, relation: tie[0], inverse: tie[1] }]
      : [],
  );
  const made = Object.freeze([...facts, ...own]);
  known.set(catalogue, made);
  return made;
}
