import { bounds } from '../../../model/edtf.js';

/** A day, or an interval of days, in EDTF. */
export const when = (start: string, end: string): string => (start === end ? start : `${start}/${end}`);

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** `10–13 June 2018`, as a name has it. */
export function inWords(start: string, end: string): string {
  const [a, b] = [start, end].map((day) => {
    const [year, month, date] = day.split('-').map(Number);
    return { year, month: month ? MONTHS[month - 1] : undefined, date };
  }) as [Part, Part];
  const whole = (p: Part) => [p.date, p.month, p.year].filter(Boolean).join(' ');
  if (start === end) return whole(b);
  if (a.year === b.year && a.month === b.month && a.date) return `${a.date}–${whole(b)}`;
  return a.year === b.year
    ? `${[a.date, a.month].filter(Boolean).join(' ')} – ${whole(b)}`
    : `${whole(a)} – ${whole(b)}`;
}

interface Part {
  readonly year?: number;
  readonly month?: string;
  readonly date?: number;
}

/** Whether two dates in EDTF can have a day in common. */
export function overlaps(a: string, b: string): boolean {
  const [x, y] = [bounds(a), bounds(b)];
  return x.from <= y.to && y.from <= x.to;
}
