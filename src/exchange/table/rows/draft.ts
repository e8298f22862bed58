import type { RecordInput } from '../../../model/change-set.js';
import type { EvidenceItem } from './evidence.js';

/** A record while it is made of a row: its values, what they rest on, and what is wrong with them. */
export class Draft {
  readonly set: Record<string, unknown> = {};
  readonly fill: Record<string, unknown> = {};
  readonly lists: Record<string, object[]> = {};
  readonly evidence: EvidenceItem[] = [];
  readonly problems: string[] = [];
  /** Records made for names that nobody had. */
  readonly created: RecordInput[] = [];

  constructor(readonly source: Readonly<Record<string, string>>) {}

  /** Notes what a field rests on. `meaning`: what the printed text was read as. */
  rest(field: string, printed: string, meaning: string, more: Partial<EvidenceItem> = {}): void {
    const note = printed === '' ? `${meaning}, by the mapping` : `read as ${meaning}`;
    this.evidence.push({
      source: this.source,
      field,
      ...(printed === '' ? {} : { value: printed }),
      ...(meaning === printed ? {} : { note }),
      ...more,
    });
  }

  /** Takes the value that `read` gives, or notes why there is none. */
  take<T>(field: string, read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      this.problems.push(`${field}: ${(error as Error).message}`);
      return undefined;
    }
  }
}
