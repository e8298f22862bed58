import type { RecordInput } from '../../../model/change-set.js';

interface Said {
  readonly line: number;
  readonly set: Readonly<Record<string, unknown>>;
  readonly sayings: Set<string>;
}

/** How many records are remembered; a record that comes again later than that is taken as it comes. */
const KEPT = 100_000;

/** What a table has said of its records: many rows may name one city, and two rows must not have one number. */
export class Repeats {
  private readonly known = new Map<string, Said>();

  /**
   * How often something new was said of the record, this included; 0 where nothing is new in it.
   * @throws Error where it is not what an earlier line said
   */
  count({ id, set, fill, add }: RecordInput, line: number): number {
    const saying = JSON.stringify([set, fill, { ...add, evidence: undefined }]);
    const before = this.known.get(id);
    if (!before) {
      if (this.known.size >= KEPT) this.known.delete(this.known.keys().next().value!);
      this.known.set(id, { line, set, sayings: new Set([saying]) });
      return 1;
    }
    if (before.sayings.has(saying)) return 0;
    for (const [field, value] of Object.entries(set)) {
      const earlier = before.set[field];
      if (earlier !== undefined && JSON.stringify(earlier) !== JSON.stringify(value))
        throw new Error(
          `${field} is ${JSON.stringify(value)} here, and ${JSON.stringify(earlier)} in line ${before.line}, which has the same id`,
        );
    }
    before.sayings.add(saying);
    this.known.set(id, { ...before, set: { ...before.set, ...set } });
    return before.sayings.size;
  }
}
