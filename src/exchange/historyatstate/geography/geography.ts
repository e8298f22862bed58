import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RecordInput } from '../../../model/change-set.js';
import type { CountryEntry, OrganizationEntry, PlaceEntry } from '../entries.js';
import type { Appointment, Facts, TerritoryRef } from '../facts.js';
import { appointmentDay } from './appointment-day.js';
import { countryEntries } from './countries.js';
import { countryOn, refuse as refused, type CountryAnswer } from './country-on.js';
import { knownOf, type Known } from './known.js';
import { readLocales } from './locales.js';
import { readPosts } from './posts.js';
import { places, type Places } from './places.js';
import { readStates } from './states.js';
import { succession, type Succession } from './succession.js';
import { readTable, refuse } from './table.js';
import { readTerritories } from './territories.js';

/** Which country, place and organization the sources mean. */
export interface Geography {
  readonly countries: readonly CountryEntry[];
  readonly places: readonly PlaceEntry[];
  readonly organizations: readonly OrganizationEntry[];
  /** The country of a stop or a visitor on a day. */
  countryOn(ref: TerritoryRef, day: string): CountryAnswer;
  /** The country to which somebody was appointed; without a day the one that all dated appointments of its territory are to. */
  countryOf(appointment: Appointment): CountryAnswer;
  /** The body to which a post is accredited: `representative-to-nato`. */
  organizationOf(post: string): string | undefined;
  /** The places of a stop's locale, in the order printed, each with the words. */
  placesOf: Places['placesOf'];
}

type Sources = Pick<Facts, 'territories' | 'locales' | 'trips' | 'appointments'>;

/** Reads the tables of a folder, seeds/record/decisions, and holds them against the sources and the records of other seeds. */
export async function readGeography(
  folder: string,
  facts: Sources,
  seeds: readonly RecordInput[],
): Promise<Geography> {
  const table = (file: string) => readFile(join(folder, file), 'utf8');
  const known = knownOf(seeds);
  const states = readStates(await table('states.tsv'), 'states.tsv', facts.territories, known);
  const ids = new Set([...known.countries.keys(), ...states.map(({ country }) => country)]);
  const lines = readTerritories(await table('territories.tsv'), 'territories.tsv', ids);
  const inTime = succession(facts.territories, states);
  const on = (ref: TerritoryRef, day: string) => countryOn(ref, day, lines, inTime);
  const located = places(
    facts,
    readLocales(await table('locales.tsv'), 'locales.tsv', known),
    known,
    readCities(await table('cities.tsv'), 'cities.tsv', facts),
    (ref, day) => home(ref, day, on, inTime, known),
  );
  const posts = readPosts(await table('posts.tsv'), 'posts.tsv');
  return {
    countries: countryEntries(states, inTime, known),
    places: located.entries,
    organizations: [...new Map([...posts.values()].map((entry) => [entry.id, entry])).values()],
    countryOn: on,
    countryOf: appointedTo(facts.appointments, on),
    organizationOf: (post) => posts.get(post)?.id,
    placesOf: located.placesOf,
  };
}

/** Later than all that has ended. */
const TODAY = '9999';

function readCities(text: string, file: string, { locales }: Pick<Facts, 'locales'>): Set<string> {
  const ids = new Set(locales.map(({ id }) => id));
  const lines = readTable(text, file, ['locale']);
  refuse(
    lines
      .filter(({ cell }) => !ids.has(cell.locale))
      .map(({ at, cell }) => `${at}: gsh has no locale '${cell.locale}'`),
  );
  return new Set(lines.map(({ cell }) => cell.locale));
}

/** The state of today in which a territory lies: the territory itself, or the state that it belonged to on a day. */
function home(
  ref: TerritoryRef,
  day: string,
  on: Geography['countryOn'],
  { country }: Succession,
  { countries }: Known,
): string | undefined {
  const own = country(ref.id);
  if (own && countries.has(own)) return own;
  const answer = on(ref, day || TODAY);
  return 'country' in answer && countries.has(answer.country) ? answer.country : undefined;
}

function appointedTo(
  appointments: readonly Appointment[],
  on: Geography['countryOn'],
): (appointment: Appointment) => CountryAnswer {
  const ask = (appointment: Appointment) =>
    on({ id: appointment.territory ?? '', printed: '' }, appointmentDay(appointment));
  const meanings = new Map<string, Set<string>>();
  for (const appointment of appointments) {
    const { territory } = appointment;
    if (!territory || !appointmentDay(appointment)) continue;
    const answer = ask(appointment);
    const meant = meanings.get(territory) ?? new Set();
    meanings.set(territory, meant.add('country' in answer ? answer.country : 'no state'));
  }
  return (appointment) => {
    if (appointmentDay(appointment)) return ask(appointment);
    const meant = [...(meanings.get(appointment.territory ?? '') ?? [])].sort();
    const ref = { id: appointment.territory ?? '', printed: '' };
    return meant.length === 1 && meant[0] !== 'no state'
      ? { country: meant[0]!, by: 'others' }
      : refused(ref, '', `the others are to ${meant.join(' and ')}`);
  };
}
