import type { Refusal } from '../../bring/outcome.js';
import type { Entries, RoleEntry } from '../entries.js';
import type { Facts, SourceFact, Visit } from '../facts.js';
import type { CountryAnswer } from '../geography/country-on.js';
import type { Geography } from '../geography/geography.js';
import { resolvePeople, type Resolution } from '../people/resolve.js';
import type { Sighting } from '../people/sighting.js';
import { splitVisitor } from '../people/visitor.js';
import type { Known } from './known.js';
import { nameable, terms } from './nameable.js';
import { appointed, presidency } from './offices.js';
import { personEntries } from './person-entries.js';
import { restsOn } from './rests.js';
import { Remarks } from './remarks.js';
import { tripStops, visitStop, type Travelled } from './stops.js';
import { officeOf, travellerOf } from './traveller.js';
import { visitorRoles } from './visitor-roles.js';

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
    const person = travellerOf(trip, people, known);
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
