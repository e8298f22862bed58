/** Everything that is written is written by a change set, whole or not at all. */
export interface ChangeSet {
  /** `change:slug`; one that was applied before is not applied again. */
  readonly id?: string;
  readonly action: string;
  readonly by: string;
  /** RFC 3339, UTC. */
  readonly at: string;
  readonly note?: string;
  readonly upserts: readonly RecordInput[];
  readonly removals?: readonly string[];
  /** What the store is to remember under keys of its own; '' forgets one. */
  /** It is to be undone in the same transaction. */
  readonly dryRun?: boolean;
  readonly memories?: Readonly<Record<string, string>>;
}

/** A record's fields by the names of the catalogue; null clears one, a field left out stays as it is. */
export interface RecordInput {
  readonly type: string;
  readonly id: string;
  readonly set: Readonly<Record<string, unknown>>;
  /** Values for fields that have none yet. */
  readonly fill?: Readonly<Record<string, unknown>>;
  /**
   * What lists are to have besides what is there: aliases, external ids, evidence. Of a source's record only the evidence
   * given here stays. Where all the evidence given is there already, the source says nothing new: the record stays as it
   * is, with whatever a curator made of it since.
   */
  readonly add?: Readonly<Record<string, readonly object[]>>;
  /** Where it was written, for messages: file and line. */
  readonly source?: string;
}
