import type { Held } from '../knowledge/knowledge.js';

const YEARS = 8;

/** Whether an office was held on a day: surely, perhaps, or not. Bounds that nobody knows leave it open for some years. */
export function onDay(role: Held, day: string): 'surely' | 'perhaps' | undefined {
  if (role.ending === 'NOT_TAKEN_UP') return undefined;
  if (role.attested.some(([from, until]) => from <= day && day <= until)) return 'surely';
  const hasBegun = role.from !== '' && role.from <= day;
  if (hasBegun && ((role.until && role.until >= day) || role.ending === 'ONGOING')) return 'surely';
  if ((role.from && role.from > day) || (role.until && role.until < day)) return undefined;
  if (hasBegun && yearsFrom(role.from, day) < YEARS) return 'perhaps';
  return role.attested.some(([from, until]) => yearsFrom(from, day) < YEARS || yearsFrom(until, day) < YEARS)
    ? 'perhaps'
    : undefined;
}

const yearsFrom = (a: string, b: string) => Math.abs(Number(a.slice(0, 4)) - Number(b.slice(0, 4)));
