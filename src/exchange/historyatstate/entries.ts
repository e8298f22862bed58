import type { Repository } from './facts.js';

/**
 * What is decided about the facts: which country, place and person each is about. Entries are what the tables of
 * seeds/record hold, one a line; records are made from them and nothing else.
 */
export interface Entries {
  readonly countries: readonly CountryEntry[];
  readonly places: readonly PlaceEntry[];
  readonly organizations: readonly OrganizationEntry[];
  readonly people: readonly PersonEntry[];
  readonly roles: readonly RoleEntry[];
  readonly stops: readonly StopEntry[];
  readonly matches: readonly MatchEntry[];
}

/** A record of a source: `visits 2271`, with the day it was last modified. */
export interface Rests {
  readonly repository: Repository;
  readonly record: string;
  readonly modified?: string;
  /** The page of history.state.gov that shows it, by its path. */
  readonly page?: string;
}

/** A state; one of seeds/countries keeps what it has and is given what it lacks. */
export interface CountryEntry extends Rests {
  /** `country:soviet-union` */
  readonly id: string;
  readonly name: string;
  readonly longName?: string;
  /** Names it bore at other times: `Persia`, `Ceylon`. */
  readonly otherNames: readonly string[];
  readonly began?: string;
  readonly ended?: string;
  /** Ids of countries, `country:russian-empire` */
  readonly predecessors: readonly string[];
}

/** A city, island or region that somebody travelled to, or that gsh lists. */
export interface PlaceEntry {
  readonly id: string;
  readonly name: string;
  readonly kind: 'CITY' | 'REGION' | 'ISLAND' | 'PENINSULA' | 'OTHER';
  readonly otherNames: readonly string[];
  /** The state of today it lies in; missing for a dependency. */
  readonly country?: string;
  readonly latitude?: number;
  readonly longitude?: number;
  /** gsh's locale, or the first stop that names it. */
  readonly rests: Rests;
}

/** A body to which the United States sends a representative. */
export interface OrganizationEntry extends Rests {
  readonly id: string;
  readonly name: string;
  /** Abbreviations. */
  readonly otherNames: readonly string[];
}

export interface PersonEntry {
  readonly id: string;
  readonly name: string;
  /** Spellings found in the sources besides the name. */
  readonly otherNames: readonly string[];
  /** EDTF years */
  readonly born?: string;
  readonly died?: string;
  /** The records that name the person, each with the name as printed there. */
  readonly rests: readonly (Rests & { readonly printed: string })[];
}

export interface RoleEntry {
  readonly id: string;
  readonly person: string;
  readonly title: string;
  /** Whose office it is: a country. */
  readonly of: string;
  /** Where it is accredited: a country or an organization. */
  readonly to?: string;
  readonly appointed?: Printed;
  readonly arrived?: Printed;
  readonly began?: Printed;
  readonly ended?: Printed;
  readonly ending: 'KNOWN' | 'ONGOING' | 'UNKNOWN' | 'NOT_TAKEN_UP';
  readonly note?: string;
  /** Of an office read off a visitor's title: the days on which it was borne, each with the visit. */
  readonly attested: readonly { readonly days: string; readonly printed: string; readonly rests: Rests }[];
  readonly rests?: Rests;
}

/** A date in EDTF with the note that explains it. */
export interface Printed {
  readonly date?: string;
  readonly note?: string;
}

/** A stop of a journey or a visit to the United States: one VISIT. */
export interface StopEntry {
  /** `meeting:visit-2271`, `meeting:trip-3814` */
  readonly id: string;
  readonly name: string;
  /** EDTF: a day or an interval. */
  readonly when: string;
  readonly country?: string;
  /** In the order printed; several make a part of the stop each. */
  readonly places: readonly StopPlace[];
  /** The country or locale as printed: `U.S.S.R.`, `Moscow, Leningrad`. */
  readonly printed: { readonly country: string; readonly locale?: string };
  /** The sentences about it; they are not in the tables. */
  readonly remarks?: string;
  readonly host?: string;
  readonly party?: string;
  readonly visitors: readonly VisitorEntry[];
  /** Whom or what the remarks name that the graph knows. */
  readonly remarked: readonly RemarkEntry[];
  readonly rests: Rests;
}

export interface StopPlace {
  readonly id: string;
  /** `St. Petersburg` */
  readonly printed: string;
}

export interface VisitorEntry {
  readonly person: string;
  readonly role?: string;
  readonly onBehalfOf?: string;
  readonly printed: string;
  /** The record that names this visitor: of one who accompanied, another than the stop's. */
  readonly rests: Rests;
  /** The dates of that record, where they are not the stop's. */
  readonly when?: string;
}

/** Somebody takes part in a meeting that is known, according to the remarks. */
export interface RemarkEntry {
  /** The participation, where the graph has it already. */
  readonly id?: string;
  /** The meeting: the stop itself, or a summit that the graph knows. */
  readonly meeting: string;
  readonly person: string;
  readonly onBehalfOf?: string;
  /** The few words it rests on: `summit with North Korean leader Kim Jong-un` */
  readonly words: string;
  readonly rests: Rests;
}

/** Two people who may be one, for a curator. */
export interface MatchEntry {
  readonly a: string;
  readonly b: string;
  /** 0 to 1 */
  readonly score: number;
  readonly reason: string;
  readonly rests: Rests;
}
