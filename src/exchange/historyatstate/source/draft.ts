import type { Appointment, Locale, Officer, President, Territory, Trip, Visit } from '../facts.js';

/** An appointment whose title is known by its id alone. */
export interface Untitled {
  readonly appointment: Omit<Appointment, 'title'>;
  readonly titleId: string;
  readonly refuse: (problem: string) => void;
}

/** The facts while they are read. */
export interface Draft {
  readonly visits: Visit[];
  readonly trips: Trip[];
  readonly presidents: President[];
  readonly officers: Officer[];
  readonly untitled: Untitled[];
  /** Names of offices by id, of the roles of chiefs of mission and of the posts that name themselves. */
  readonly titles: Map<string, string>;
  readonly territories: Territory[];
  readonly locales: Locale[];
}

export const empty = (): Draft => ({
  visits: [],
  trips: [],
  presidents: [],
  officers: [],
  untitled: [],
  titles: new Map(),
  territories: [],
  locales: [],
});
