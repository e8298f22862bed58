import type { Outline } from './outline.js';

/** How many records an answer holds, counted as its outline counts them: never more than `outline.records`. */
export function held({ entries }: Outline, answer: Readonly<Record<string, unknown>>): number {
  let records = 0;
  for (const { key, isRecord, times, below } of entries) {
    const value = answer[key];
    if (value === null || value === undefined) continue;
    const values = (Array.isArray(value) ? value.slice(0, times) : [value]) as (typeof answer | null)[];
    for (const one of values) if (one) records += Number(isRecord) + held(below, one);
  }
  return records;
}
