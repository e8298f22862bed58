/** What the graph holds already, as far as the sources could mean it. */
export interface Known {
  readonly people: readonly KnownPerson[];
  /** The visitors that an earlier import gave a visit, by its meeting's id. */
  readonly prior: ReadonlyMap<string, readonly { readonly person: string; readonly printed: string }[]>;
  readonly meetings: readonly KnownMeeting[];
  readonly roles: readonly KnownRole[];
  /** All names of the countries, demonyms too. */
  readonly countries: ReadonlyMap<string, readonly string[]>;
}

export interface KnownPerson {
  readonly id: string;
  readonly names: readonly string[];
  readonly country?: string | undefined;
  /** EDTF */
  readonly born?: string | undefined;
  readonly died?: string | undefined;
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
