import type { KnownPerson } from '../people/sighting.js';

/** What the graph holds already, as far as the sources could mean it. */
export interface Known {
  readonly people: readonly KnownPerson[];
  /** Who it was in an earlier import, by visit (`855`, `855.2`), `officer:foote-lucius-harwood`, `president:trump-donald-j`. */
  readonly prior: ReadonlyMap<string, string>;
  readonly meetings: readonly KnownMeeting[];
  readonly roles: readonly KnownRole[];
  /** All names of the countries, demonyms too. */
  readonly countries: ReadonlyMap<string, readonly string[]>;
}

/** Talks that an article or a curator brought in: no stop of ours. */
export interface KnownMeeting {
  readonly id: string;
  readonly kind: string;
  /** Days, both inclusive. */
  readonly from: string;
  readonly to: string;
  readonly country?: string | undefined;
  readonly parties: readonly string[];
  /** The participation of each who takes part. */
  readonly participations: ReadonlyMap<string, string>;
}

export interface KnownRole {
  readonly id: string;
  readonly person: string;
  readonly of: string;
  readonly title: string;
  /** Days for which it is attested, the earliest and the latest. */
  readonly attested?: readonly [from: string, to: string] | undefined;
}
