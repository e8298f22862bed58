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
}

/** A record's fields by the names of the catalogue; null clears one, a field left out stays as it is. */
export interface RecordInput {
  readonly type: string;
  readonly id: string;
  readonly set: Readonly<Record<string, unknown>>;
  /** Where it was written, for messages: file and line. */
  readonly source?: string;
}
