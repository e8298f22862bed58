import type { Refusal } from '../../bring/outcome.js';
import { splitWords } from '../../../model/fold.js';
import type { Entries, PersonEntry, RoleEntry } from '../entries.js';
import type { Facts, SourceFact, Trip, Visit } from '../facts.js';
import type { CountryAnswer } from '../geography/country-on.js';
import type { Geography } from '../geography/geography.js';
import { resolvePeople, type Resolution } from '../people/resolve.js';
import { sightingKey, type Sighting } from '../people/sighting.js';
import { splitVisitor } from '../people/visitor.js';
import { when } from './days.js';
import type { Known } from './known.js';
import { appointed, attestedRole, presidency, UNITED_STATES } from './offices.js';
import { restsOn } from './rests.js';
import { Remarks, type Nameable } from './remarks.js';
import { tripStops, visitStop, type Travelled, type Visitor } from './stops.js';

export interface Decided {
  readonly entries: Entries;
  /** What could not be decided, by name. */
  readonly refused: readonly Refusal[];
  /** How many visitors, each visit counted, are how many people; and how many the graph had. */
  readonly people: {
    readonly sightings: number;
    readonly visitors: number;
    readonly americans: number;
    readonly known: number;
  };
}

/** Decides which countries, places and people the facts are about, and what they say of them. */
export function decide(facts: Facts, geography: Geography, known: Known): Decided {
  const refused: Refusal[] = [];
  const answer = (fact: SourceFact, what: string, found: CountryAnswer): Answer => {
    if (!('refused' in found)) return { is: 'country' in found ? found.country : undefined };
    refused.push({ record: `${what} ${fact.id}`, source: fact.at, problem: found.refused });
    return undefined;
  };
  const visits = facts.visits.flatMap((visit) => {
    const from = answer(visit, 'visit', geography.countryOn(visit.from, visit.start));
    return from ? [{ visit, state: from.is }] : [];
  });
  const sightings = visits.flatMap(({ visit, state }) => sightingsOf(visit, state));
  const people = resolvePeople({
    sightings,
    officers: facts.officers,
    presidents: facts.presidents,
    known: known.people,
    prior: known.prior,
    sameLine: lines(geography),
  });
  const roles = new Map<string, RoleEntry>();
  const own = officeRoles(facts, people, known, (appointment) => {
    if (appointment.kind === 'organization') return { is: geography.organizationOf(appointment.post) };
    return appointment.kind === 'principal'
      ? { is: undefined }
      : answer(appointment, 'appointment', geography.countryOf(appointment));
  });
  for (const role of own) roles.set(role.id, role);
  const visited = visitorRoles(sightings, people, new Map(visits.map((v) => [v.visit.id, v.visit])));
  for (const role of visited.roles) roles.set(role.id, role);

  const remarks = new Remarks(nameable(sightings, people, facts, known), known, terms(facts, people));
  const travelled = facts.trips.flatMap((trip): Travelled[] => {
    const there = answer(trip, 'trip', geography.countryOn(trip.country, trip.start));
    const person = travellerOf(trip, people) ?? priorOf(trip, known);
    if (there && !person)
      refused.push({
        record: `trip ${trip.id}`,
        source: trip.at,
        problem: `'${trip.who}' is neither among the officers of pocom nor among the presidents; import it with pocom beside it`,
      });
    if (!there || !person) return [];
    const places = geography.placesOf(trip.locale, trip.country, trip.start);
    const role = officeOf(trip, person, own);
    return [{ trip, person, role, country: there.is, places, rests: restsOn(trip) }];
  });
  const stops = [
    ...visits.map(({ visit, state }) =>
      visitStop(visit, visited.of.get(visit.id) ?? [], state, restsOn(visit), remarks),
    ),
    ...tripStops(travelled, remarks),
  ];
  return {
    entries: {
      countries: geography.countries,
      organizations: geography.organizations,
      places: geography.places,
      people: personEntries(people, facts),
      roles: [...roles.values()],
      stops,
      matches: people.matches,
    },
    refused,
    people: {
      sightings: sightings.length,
      visitors: people.people.filter((p) => p.visits.length).length,
      americans: people.people.filter((p) => p.officers.length + p.presidents.length).length,
      known: people.people.filter((p) => p.isKnown).length,
    },
  };
}

/** A country, or that there was none; nothing at all where it was refused. */
type Answer = { readonly is: string | undefined } | undefined;

/** Two states are of one line where one came from the other. */
function lines({ countries }: Geography): (a: string, b: string) => boolean {
  const from = new Map(countries.map((c) => [c.id, new Set(c.predecessors)]));
  return (a, b) => a === b || from.get(a)?.has(b) === true || from.get(b)?.has(a) === true;
}

const sightingsOf = (visit: Visit, state: string | undefined): Sighting[] =>
  splitVisitor(visit.visitor).map((visitor, index) => ({
    visit: visit.id,
    index,
    day: visit.start,
    country: state ?? `none:${visit.from.id}`,
    visitor,
  }));

function officeRoles(
  { appointments, presidents }: Facts,
  people: Resolution,
  known: Known,
  to: (appointment: Facts['appointments'][number]) => Answer,
): RoleEntry[] {
  const seen = new Map<string, number>();
  const roles = appointments.flatMap((appointment) => {
    const key = `${appointment.post} ${appointment.id}`;
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    const person = people.personOfOfficer(appointment.officer);
    const there = to(appointment);
    return person && there ? [appointed(appointment, nth, person, there.is, restsOn(appointment))] : [];
  });
  return [
    ...roles,
    ...presidents.flatMap((term) => {
      const person = people.personOfPresident(term.id);
      return person ? [presidency(term, person, restsOn(term), known.roles)] : [];
    }),
  ];
}

/** The offices that visitors bore, each with all the visits that show it; and who came on each visit. */
function visitorRoles(
  sightings: readonly Sighting[],
  people: Resolution,
  visits: ReadonlyMap<string, Visit>,
): { roles: RoleEntry[]; of: Map<string, Visitor[]> } {
  const attested = new Map<string, { role: RoleEntry; days: RoleEntry['attested'][number][] }>();
  const of = new Map<string, Visitor[]>();
  for (const { visit: id, index, country, visitor } of sightings) {
    const person = people.personOf(id, index);
    if (!person) continue;
    const visit = visits.get(id)!;
    const isState = country.startsWith('country:');
    const title = visitor.standing === 'FORMER' ? undefined : visitor.title;
    let role: string | undefined;
    if (title && isState) {
      const days: RoleEntry['attested'][number][] = [];
      const made = attestedRole(person, title, country, splitWords(title).join('-'), days);
      const known = attested.get(made.id) ?? { role: made, days };
      known.days.push({
        days: when(visit.start, visit.end),
        printed: visitor.printed,
        rests: restsOn(visit),
      });
      attested.set(made.id, known);
      role = made.id;
    }
    of.set(id, [...(of.get(id) ?? []), { person, role, onBehalfOf: isState ? country : undefined }]);
  }
  return { roles: [...attested.values()].map((a) => a.role), of };
}

/** One id may name two: `taft-william-howard` is the president in the one list and his grandson in the other. */
const travellerOf = ({ who, role }: Trip, people: Resolution): string | undefined =>
  role === 'president'
    ? (people.personOfPresident(who) ?? people.personOfOfficer(who))
    : (people.personOfOfficer(who) ?? people.personOfPresident(who));

/** A checkout may lack pocom: whom an earlier import made of it is known. */
const priorOf = ({ who, role }: Trip, { prior }: Known) =>
  role === 'president'
    ? (prior.get(`president:${who}`) ?? prior.get(`officer:${who}`))
    : (prior.get(`officer:${who}`) ?? prior.get(`president:${who}`));

/** The office a traveller held on the first day of a stop, where one alone fits. */
function officeOf(trip: Trip, person: string, roles: readonly RoleEntry[]): string | undefined {
  const title = trip.role === 'president' ? 'President' : 'Secretary of State';
  const held = roles.filter(
    (r) =>
      r.person === person &&
      r.title === title &&
      r.began?.date !== undefined &&
      r.began.date <= trip.start &&
      (r.ended?.date ?? '9999') >= trip.start,
  );
  return held.length === 1 ? held[0]!.id : undefined;
}

function personEntries({ people }: Resolution, facts: Facts): PersonEntry[] {
  const visits = new Map(facts.visits.map((v) => [v.id, v]));
  const officers = new Map(facts.officers.map((o) => [o.id, o]));
  const presidents = new Map([...facts.presidents].reverse().map((p) => [p.id, p]));
  return people.map(
    ({ id, name, otherNames, born, died, visits: seen, officers: held, presidents: led }) => ({
      id,
      name,
      otherNames,
      ...(born ? { born } : {}),
      ...(died ? { died } : {}),
      rests: [
        ...held.map((o) => {
          const { forename, surname, generation } = officers.get(o)!;
          return {
            ...restsOn(officers.get(o)!),
            printed: [forename, surname, generation].filter(Boolean).join(' '),
          };
        }),
        ...led.map((p) => ({ ...restsOn(presidents.get(p)!), printed: presidents.get(p)!.name })),
        ...visitsOf(seen).map((v) => ({ ...restsOn(visits.get(v)!), printed: visits.get(v)!.visitor })),
      ],
    }),
  );
}

/** The visits of sightings, `855.2` being one of `855`. */
const visitsOf = (keys: readonly string[]) => [...new Set(keys.map((key) => key.split('.')[0]!))];

const terms = ({ presidents }: Facts, people: Resolution) =>
  presidents.flatMap(({ id, name, tookOffice, leftOffice }) => {
    const person = people.personOfPresident(id);
    const surname = name
      .replace(/,? (?:Jr|Sr)\.?$/, '')
      .split(' ')
      .at(-1)!;
    return person && tookOffice ? [{ person, surname, from: tookOffice, to: leftOffice ?? '9999' }] : [];
  });

/** Whom remarks could name, with the years in which they are seen. */
function nameable(
  sightings: readonly Sighting[],
  resolution: Resolution,
  { presidents, trips }: Facts,
  known: Known,
): Nameable[] {
  const { people, personOfPresident } = resolution;
  const years = new Map<string, [number, number]>();
  const countries = new Map<string, string>();
  const see = (person: string | undefined, country: string, day: string) => {
    if (!person) return;
    const year = Number(day.slice(0, 4));
    const [from, to] = years.get(person) ?? [year, year];
    years.set(person, [Math.min(from, year), Math.max(to, year)]);
    countries.set(person, country);
  };
  const visitors = new Map(people.flatMap((p) => p.visits.map((v) => [v, p.id] as const)));
  for (const { visit, index, country, day } of sightings)
    see(visitors.get(sightingKey(visit, index)), country, day);
  for (const trip of trips) see(travellerOf(trip, resolution), UNITED_STATES, trip.start);
  for (const { id, tookOffice } of presidents)
    if (tookOffice) see(personOfPresident(id), UNITED_STATES, tookOffice);
  const ours = people
    .filter((p) => countries.has(p.id))
    .map((p): Nameable => ({
      id: p.id,
      names: [p.name, ...p.otherNames],
      country: countries.get(p.id),
      years: years.get(p.id),
    }));
  const all = new Map(ours.map((p) => [p.id, p]));
  for (const { id, names, country } of known.people) {
    const own = all.get(id);
    all.set(id, { ...own, id, names: [...(own?.names ?? []), ...names], country: own?.country ?? country });
  }
  return [...all.values()];
}
