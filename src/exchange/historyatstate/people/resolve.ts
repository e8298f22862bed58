import type { Officer, President } from '../facts.js';
import type { MatchEntry, PersonEntry } from '../entries.js';
import { bearersOf, type Bearer } from './bearer.js';
import { cluster, type Cluster } from './cluster.js';
import type { Rule } from './judge.js';
import { giveIds, type IdWish } from './ids.js';
import { recognize, type Candidate } from './known.js';
import { namingOf } from './naming.js';
import { americansOf, HOME, likelyOne, type American } from './officers.js';
import { sightingKey, type KnownPerson, type Sighting } from './sighting.js';
import { spellingOf } from './spelling.js';

export interface PeopleOfTheRecord {
  readonly sightings: readonly Sighting[];
  readonly officers: readonly Officer[];
  readonly presidents: readonly President[];
  /** Who the graph has already. */
  readonly known?: readonly KnownPerson[];
  /** Who it was in an earlier import, which stays: by visit (`855`, `855.2`), `officer:foote-lucius-harwood`, `president:…`. */
  readonly prior?: ReadonlyMap<string, string>;
  /** Whether two countries are one state and its predecessor or successor. */
  readonly sameLine: (a: string, b: string) => boolean;
}

/** A person with the records it rests on, by their ids. */
export interface ResolvedPerson extends Omit<PersonEntry, 'rests'> {
  /** Visits, `855` or `855.2`, by their ids. */
  readonly visits: readonly string[];
  readonly officers: readonly string[];
  readonly presidents: readonly string[];
  /** The graph had the person before: the name is the graph's, the other names are those it lacks. */
  readonly isKnown: boolean;
}

export interface Resolution {
  /** In the order of their ids. */
  readonly people: readonly ResolvedPerson[];
  readonly matches: readonly MatchEntry[];
  /** Undefined of a visitor without a name. */
  personOf(visit: string, index: number): string | undefined;
  personOfOfficer(id: string): string | undefined;
  personOfPresident(id: string): string | undefined;
  /** How many bearers of names each rule has joined. */
  readonly joins: Readonly<Partial<Record<Rule, number>>>;
}

interface Draft extends Candidate {
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly visits: readonly string[];
  readonly american?: American;
  readonly wish: IdWish;
  readonly priorId?: string;
}

/**
 * Who the people of the sources are. Two records are one person only where name, country, office and years all say
 * so; what is likely comes back as a match for a curator. The same whatever the order of what is given.
 */
export function resolvePeople(given: PeopleOfTheRecord): Resolution {
  const { sightings, officers, presidents, known = [], prior = new Map<string, string>(), sameLine } = given;
  const { clusters, likely } = cluster(bearersOf(sightings, prior), sameLine);
  const americans = americansOf(officers, presidents);
  const drafts = [...clusters.map(visitorDraft), ...americans.map((one) => americanDraft(one, prior))];
  // Whoever was imported before is known by visits, offices and years, not by name alone.
  const imported = new Set(prior.values());
  const others = known.filter(({ id }) => !imported.has(id));
  const recognized = recognize(drafts, others, sameLine, (i) => drafts[i]!.priorId !== undefined);
  const ids = idsOf(drafts, recognized.sure, known);
  const inGraph = new Map(known.map((one) => [one.id, one]));
  const people = drafts.map((draft, i) => entry(draft, ids[i]!, inGraph.get(ids[i]!)));
  const at = new Map(people.flatMap((p) => keysOf(p).map((key) => [key, p.id] as const)));
  const ofBearer = (bearer: Bearer) => at.get(bearer.key)!;
  const ofAmerican = (one: American) => at.get(keyOf(one))!;
  const matches: Omit<MatchEntry, 'rests'>[] = [
    ...likely.map(({ a, b, score, reason }) => ({ a: ofBearer(a), b: ofBearer(b), score, reason })),
    ...likelyOne(americans).map(({ a, b, score, reason }) => ({
      a: ofAmerican(a),
      b: ofAmerican(b),
      score,
      reason,
    })),
    ...recognized.likely.map(({ candidate, known: one, score, reason }) => ({
      a: ids[candidate]!,
      b: one.id,
      score,
      reason,
    })),
  ];
  const byId = new Map(people.map((p) => [p.id, p]));
  return {
    people: united(people),
    matches: matches
      .filter((m) => m.a !== m.b)
      .map((m) => ({ ...m, rests: restsOn(byId.get(m.a)!) }))
      .sort((m, n) => n.score - m.score || (`${m.a} ${m.b}` < `${n.a} ${n.b}` ? -1 : 1)),
    personOf: (visit, index) => at.get(sightingKey(visit, index)),
    personOfOfficer: (id) => at.get(`officer:${id}`),
    personOfPresident: (id) => at.get(`president:${id}`),
    joins: countOf(clusters),
  };
}

function visitorDraft({ bearers }: Cluster): Draft {
  const sightings = bearers.flatMap((b) => b.sightings);
  const { name, otherNames } = namingOf(sightings);
  const first = bearers.reduce((a, b) => (b.first < a.first ? b : a));
  const last = Math.max(...bearers.map((b) => b.last));
  const spelling = spellingOf(name);
  const { priorId } = bearers.find((b) => b.priorId) ?? {};
  return {
    name,
    otherNames,
    names: [name, ...otherNames],
    country: first.country,
    seen: { first: first.first, last },
    visits: sightings.map((s) => sightingKey(s.visit, s.index)),
    wish: {
      name,
      isBare: !spelling.isRegnal && spelling.words.length + spelling.initials.length === 1,
      apart: [first.country.replace(/^country:/, ''), String(Math.floor(first.first)), first.key],
    },
    ...(priorId && { priorId }),
  };
}

function americanDraft(one: American, prior: ReadonlyMap<string, string>): Draft {
  const { name, otherNames, born, died } = one;
  const priorId = keysOfAmerican(one).flatMap((key) => prior.get(key) ?? [])[0];
  return {
    name,
    otherNames,
    names: [name, ...otherNames],
    country: HOME,
    ...(born && { born }),
    ...(died && { died }),
    visits: [],
    american: one,
    wish: { name, apart: [...(born ? [born] : []), (one.officer ?? one.president)!] },
    ...(priorId && { priorId }),
  };
}

const keysOfAmerican = ({ officer, president }: American) => [
  ...(officer ? [`officer:${officer}`] : []),
  ...(president ? [`president:${president}`] : []),
];
const keyOf = (one: American) => keysOfAmerican(one)[0]!;
const keysOf = (p: ResolvedPerson) => [
  ...p.visits,
  ...p.officers.map((id) => `officer:${id}`),
  ...p.presidents.map((id) => `president:${id}`),
];

/** Earlier ids first, then those of the graph, then new ones that are neither. */
function idsOf(
  drafts: readonly Draft[],
  sure: ReadonlyMap<number, KnownPerson>,
  known: readonly KnownPerson[],
): string[] {
  const fixed = drafts.map((draft, i) => draft.priorId ?? sure.get(i)?.id);
  const taken = new Set([...known.map((k) => k.id), ...fixed.filter((id) => id !== undefined)]);
  const open = drafts.filter((_, i) => !fixed[i]);
  const given = giveIds(
    open.map((d) => d.wish),
    taken,
  );
  const fresh = new Map(open.map((draft, i) => [draft, given[i]!]));
  return drafts.map((draft, i) => fixed[i] ?? fresh.get(draft)!);
}

function entry(draft: Draft, id: string, known: KnownPerson | undefined): ResolvedPerson {
  const name = known?.names[0] ?? draft.name;
  const has = new Set([name, ...(known?.names ?? [])]);
  return {
    id,
    name,
    otherNames: draft.names.filter((n) => !has.has(n)),
    ...(draft.born && { born: draft.born }),
    ...(draft.died && { died: draft.died }),
    visits: draft.visits,
    officers: draft.american?.officer ? [draft.american.officer] : [],
    presidents: draft.american?.president ? [draft.american.president] : [],
    isKnown: Boolean(known),
  };
}

/** An earlier import may have found one person in two countries' visitors: one entry for one id. */
function united(people: readonly ResolvedPerson[]): ResolvedPerson[] {
  const byId = new Map<string, ResolvedPerson>();
  for (const one of people) {
    const before = byId.get(one.id);
    byId.set(one.id, before ? together(before, one) : one);
  }
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

const together = (a: ResolvedPerson, b: ResolvedPerson): ResolvedPerson => ({
  ...b,
  ...a,
  otherNames: [...new Set([...a.otherNames, b.name, ...b.otherNames])].filter((n) => n !== a.name).sort(),
  visits: [...a.visits, ...b.visits],
  officers: [...a.officers, ...b.officers],
  presidents: [...a.presidents, ...b.presidents],
});

function restsOn({ visits, officers, presidents }: ResolvedPerson): MatchEntry['rests'] {
  // The least id: in another order of the sightings it is the same.
  const [visit] = visits.map((v) => v.split('.')[0]!).sort();
  if (visit) return { repository: 'visits', record: visit };
  if (officers[0]) return { repository: 'pocom', record: officers[0] };
  return { repository: 'travels', record: presidents[0]! };
}

function countOf(clusters: readonly Cluster[]): Partial<Record<Rule, number>> {
  const joins: Partial<Record<Rule, number>> = {};
  for (const rule of clusters.flatMap((c) => c.rules)) joins[rule] = (joins[rule] ?? 0) + 1;
  return joins;
}
