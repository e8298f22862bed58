import { officesBorne } from './office.js';
import { yearOf, sightingKey, type Sighting } from './sighting.js';
import { spellingOf, type Spelling } from './spelling.js';

/** One spelling of a name in one country over a time in which one person can have borne it. */
export interface Bearer {
  /** Where it is first seen, which names it: `2381`, `855.2`. */
  readonly key: string;
  readonly country: string;
  readonly spelling: Spelling;
  /** Nicknames and the like. */
  readonly others: readonly Spelling[];
  readonly sightings: readonly Sighting[];
  readonly offices: ReadonlySet<string>;
  /** Years, `1959.22`. */
  readonly first: number;
  readonly last: number;
  /** Of an earlier import. */
  readonly priorId?: string;
}

/** So long one full name may stay out of sight and still be one person's; a surname alone; a sovereign's. */
export const LONGEST_ABSENCE = { full: 20, surname: 10, regnal: 45 } as const;

export const absenceOf = (spelling: Spelling): number =>
  LONGEST_ABSENCE[spelling.isRegnal ? 'regnal' : spelling.words.length > 1 ? 'full' : 'surname'];

/** The bearers of names, each with all the sightings that write the name alike and follow each other near enough. */
export function bearersOf(sightings: readonly Sighting[], prior: ReadonlyMap<string, string>): Bearer[] {
  const groups = new Map<string, Sighting[]>();
  for (const sighting of sightings.filter((s) => s.visitor.name)) {
    const key = `${sighting.country} ${priorOf(sighting, prior) ?? ''} ${spellingOf(sighting.visitor.name!).key}`;
    groups.set(key, [...(groups.get(key) ?? []), sighting]);
  }
  return [...groups.values()].flatMap((group) => apart(group).map((one) => bearer(one, prior)));
}

const priorOf = ({ visit, index }: Sighting, prior: ReadonlyMap<string, string>) =>
  prior.get(sightingKey(visit, index));

const inOrder = (a: Sighting, b: Sighting) =>
  a.day < b.day ? -1 : a.day > b.day ? 1 : Number(a.visit) - Number(b.visit) || a.index - b.index;

function apart(group: readonly Sighting[]): Sighting[][] {
  const parts: Sighting[][] = [];
  for (const sighting of [...group].sort(inOrder)) {
    const before = parts.at(-1)?.at(-1);
    const absence = before ? yearOf(sighting.day) - yearOf(before.day) : Infinity;
    if (absence <= absenceOf(spellingOf(sighting.visitor.name!))) parts.at(-1)!.push(sighting);
    else parts.push([sighting]);
  }
  return parts;
}

function bearer(sightings: readonly Sighting[], prior: ReadonlyMap<string, string>): Bearer {
  const first = sightings[0]!;
  const priorId = priorOf(first, prior);
  const others = new Set(sightings.flatMap((s) => s.visitor.otherNames));
  return {
    key: sightingKey(first.visit, first.index),
    country: first.country,
    spelling: spellingOf(first.visitor.name!),
    others: [...others].map(spellingOf),
    sightings,
    offices: officesBorne(sightings),
    first: yearOf(first.day),
    last: yearOf(sightings.at(-1)!.day),
    ...(priorId && { priorId }),
  };
}
