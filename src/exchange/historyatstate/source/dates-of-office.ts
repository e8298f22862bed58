import type { Appointment, Dated } from '../facts.js';
import { isAfter } from './printed-date.js';
import type { SourceRecord } from './source-record.js';

type Name = 'appointed' | 'arrived' | 'started' | 'ended';
const beginnings = ['appointed', 'arrived', 'started'] as const;

/**
 * The four dates of an office, each with its note. Where it ends before it begins, the dates that the fewest others bear
 * out are left out, and refused by name: a beginning after the end, but the end where every beginning comes after it.
 * That it was appointed after it started is no mistake: many a commission came later.
 */
export function dates(record: SourceRecord): Pick<Appointment, Name> {
  const known = new Map<Name, string>();
  for (const name of [...beginnings, 'ended'] as const) {
    const date = record.date(`${name}/date`);
    if (date) known.set(name, date);
  }
  const ended = known.get('ended');
  if (ended) {
    const given = beginnings.filter((name) => known.has(name));
    const late = given.filter((name) => isAfter(known.get(name)!, ended));
    const wrong: readonly Name[] = late.length > 0 && late.length === given.length ? ['ended'] : late;
    for (const name of wrong) {
      const against =
        name === 'ended' ? `it is before it began, ${known.get(late[0]!)}` : `it is after it ended, ${ended}`;
      record.refuse(`its ${name}/date ${known.get(name)} was left out: ${against}`);
    }
    for (const name of wrong) known.delete(name);
  }
  return {
    ...dated(record, 'appointed', known),
    ...dated(record, 'arrived', known),
    ...dated(record, 'started', known),
    ...dated(record, 'ended', known),
  };
}

function dated(
  record: SourceRecord,
  name: Name,
  known: ReadonlyMap<Name, string>,
): Partial<Record<Name, Dated>> {
  const date = known.get(name);
  const note = record.text(`${name}/note`);
  return date || note ? { [name]: { ...(date && { date }), ...(note && { note }) } } : {};
}
