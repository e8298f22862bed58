import { credits, PAGES } from '../credits.js';
import type { Rests } from '../entries.js';

/** The rules by which records are made of the source. Where they change, the number does, and records are made anew. */
const METHOD = 'historyatstate 1';

/** What a record of the source says of a field, and how it is printed there. */
export interface Says {
  readonly field?: string;
  readonly value?: string | undefined;
  readonly note?: string | undefined;
  /** 0 to 1; 1 where the record says it, less where it is read off its remarks. */
  readonly confidence?: number;
}

export function evidence(rests: Rests, { field, value, note, confidence = 1 }: Says = {}): object {
  const { repository, record, page, modified } = rests;
  const { name, url, licence } = credits[repository];
  return {
    source: { name, record, url: page ? PAGES + page : url, date: modified, licence },
    field,
    value: value || undefined,
    note: note || undefined,
    method: METHOD,
    confidence,
  };
}
