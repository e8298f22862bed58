/**
 * What the four repositories of the Office of the Historian say, as they say it: texts trimmed and with single spaces,
 * dates as printed (YYYY, YYYY-MM or YYYY-MM-DD), nothing resolved yet. A year before 1000 is filled to four digits (`0985`),
 * one before our era is `-0800`, and a date of which the source says that it is not sure has EDTF's sign (`1450~`, `1625?`).
 * Sources: https://github.com/HistoryAtState/travels, …/visits, …/pocom, https://github.com/joewiz/gsh (CC0).
 */
export interface Facts {
  readonly visits: readonly Visit[];
  readonly trips: readonly Trip[];
  readonly presidents: readonly President[];
  readonly officers: readonly Officer[];
  readonly appointments: readonly Appointment[];
  readonly territories: readonly Territory[];
  readonly locales: readonly Locale[];
}

export type Repository = 'travels' | 'visits' | 'pocom' | 'gsh';

/** Where a fact stands in its source. */
export interface SourceFact {
  readonly repository: Repository;
  /** Its id there: `2271`, `xb-1883-foot-01`, `korea-south`. */
  readonly id: string;
  /** The file and line it was read at, for messages: `visits/data/1950.xml:3`. */
  readonly at: string;
  /** The day it was last modified, where the source says so. */
  readonly modified?: string;
}

/** A territory as another record refers to it: by its id, and in the words printed there. */
export interface TerritoryRef {
  readonly id: string;
  readonly printed: string;
}

/** A foreign leader in the United States. */
export interface Visit extends SourceFact {
  readonly start: string;
  readonly end: string;
  /** `President Carlos Mauricio Funes` */
  readonly visitor: string;
  readonly from: TerritoryRef;
  readonly remarks: string;
}

/** One stop of a journey of a president or a secretary of state. */
export interface Trip extends SourceFact {
  readonly role: 'president' | 'secretary';
  /** The traveller's id among officers or presidents: `pompeo-michael-r`. */
  readonly who: string;
  readonly name: string;
  readonly start: string;
  readonly end: string;
  readonly country: TerritoryRef;
  /** `Moscow, St. Petersburg`; empty where the source names none. */
  readonly locale: string;
  readonly remarks: string;
}

/** A term of a president: one who served twice apart stands twice. */
export interface President extends SourceFact {
  readonly name: string;
  readonly born?: string;
  readonly died?: string;
  readonly tookOffice?: string;
  readonly leftOffice?: string;
  /** The source says that he is in office. */
  readonly isInOffice: boolean;
}

/** A person of pocom: principal officers and chiefs of mission. */
export interface Officer extends SourceFact {
  /** One of the two may be empty. */
  readonly surname: string;
  readonly forename: string;
  /** `Jr.`, `Sr.`, `III` */
  readonly generation?: string;
  /** The whole name as it is also written: `Robert E. Fritts` */
  readonly otherName?: string;
  /** The few who have several: `Adolf A. Berle, Jr.` besides `Adolf A. Berle Jr.` */
  readonly furtherNames?: readonly string[];
  readonly born?: string;
  readonly died?: string;
}

/** An office given to an officer, told from all others by post and id. */
export interface Appointment extends SourceFact {
  /** The file it stands in, which names the mission or the position: `korea`, `representative-to-nato`, `deputy-secretary`. */
  readonly post: string;
  readonly kind: 'country' | 'organization' | 'principal';
  readonly officer: string;
  /**
   * The office's own name: `Ambassador Extraordinary and Plenipotentiary`, `Deputy Secretary of State`. It is that of the
   * role, which need not be the post's: a `Chargé d’Affaires ad interim` at `representative-to-eu`.
   */
  readonly title: string;
  /** Of a mission to a country: the territory of that time, `joseon-dynasty-1910`. */
  readonly territory?: string;
  readonly appointed?: Dated;
  readonly arrived?: Dated;
  readonly started?: Dated;
  readonly ended?: Dated;
  readonly note?: string;
  /** It stands among other nominees or appointees: declined, not confirmed, not commissioned. */
  readonly isNominee: boolean;
}

/** A day with the words that explain it; either may be missing. */
export interface Dated {
  readonly date?: string;
  readonly note?: string;
}

export interface Territory extends SourceFact {
  readonly name: string;
  readonly longName?: string;
  readonly kind: 'independent-state' | 'dependency-or-area-of-special-sovereignty' | '';
  /** Years, both inclusive; `until` is missing for what exists today. */
  readonly since?: string;
  readonly until?: string;
  readonly isOnTodaysMap: boolean;
  readonly predecessors: readonly string[];
  readonly successors: readonly string[];
}

export interface Locale extends SourceFact {
  readonly name: string;
  readonly otherNames: readonly string[];
  /** The territory of today it lies in. */
  readonly territory: string;
  /** Degrees; both or none. */
  readonly latitude?: number;
  readonly longitude?: number;
}
