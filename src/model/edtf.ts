import parse from 'edtf';
import { plainDays, plainSet } from './plain-days.js';

/**
 * The days an EDTF date (ISO 8601-2 level 1, and sets) can mean, as sort and filter keys: `YYYY-MM-DD`, with
 * `BEGINNING` and `END` where a side is open or unknown. `days` are the stretches it surely covers.
 * Source: https://www.loc.gov/standards/datetime/
 */
export interface Bounds {
  readonly from: string;
  readonly to: string;
  readonly days: readonly (readonly [from: string, to: string])[];
}

export const BEGINNING = '0000-01-01';
export const END = '9999-12-31';

interface Parsed {
  readonly type: string;
  readonly min: number;
  readonly max: number;
  readonly values: readonly unknown[];
  readonly lower?: unknown;
  readonly upper?: unknown;
  readonly earlier?: boolean;
  readonly later?: boolean;
}

const iso = (time: number) => new Date(time).toISOString().slice(0, 10);
const first = (value: Parsed): string => (Number.isFinite(value.min) ? iso(value.min) : BEGINNING);
const last = (value: Parsed): string => (Number.isFinite(value.max) ? iso(value.max) : END);

// The same few days come again and again, and a parse takes a tenth of a millisecond.
const known = new Map<string, Bounds>();
const KNOWN = 20_000;

/** @throws Error that names the text, where it is no EDTF of this level or lies outside the years 0000 to 9999. */
export function bounds(text: string): Bounds {
  const before = known.get(text);
  if (before) return before;
  if (known.size >= KNOWN) known.clear();
  const made = measure(text);
  known.set(text, made);
  return made;
}

function measure(text: string): Bounds {
  const plain = plainDays(text);
  if (plain) return { from: plain[0], to: plain[1], days: [plain] };
  const set = plainSet(text);
  if (set) return measured(set.members, set.isOneOf);
  const value = read(text);
  const members = value.type === 'Set' || value.type === 'List' ? value.values.map(stretch) : [];
  let from = members.length ? members.map((m) => m[0]).sort()[0]! : first(value);
  let to = members.length
    ? members
        .map((m) => m[1])
        .sort()
        .at(-1)!
    : last(value);
  if (value.earlier) from = BEGINNING;
  if (value.later) to = END;
  if (!/^\d{4}-/.test(from) || !/^\d{4}-/.test(to))
    throw new Error(`'${text}' lies outside the years 0000 to 9999`);
  if (from > to) throw new Error(`'${text}' ends before it begins`);
  return { from, to, days: sure(members.length ? members : [[from, to]], from, to, value.type === 'Set') };
}

type Stretch = readonly [from: string, to: string];

function measured(members: readonly Stretch[], isOneOf: boolean): Bounds {
  const from = members.map((m) => m[0]).sort()[0]!;
  const to = members
    .map((m) => m[1])
    .sort()
    .at(-1)!;
  return { from, to, days: sure(members, from, to, isOneOf) };
}

/** Of one of several days none is sure. */
const sure = (members: readonly Stretch[], from: string, to: string, isOneOf: boolean): readonly Stretch[] =>
  isOneOf && (members.length !== 1 || from !== to) ? [] : members;

// edtf.js takes a consecutive member of a set ([a..b]) for its first day alone, so members are measured here.
function stretch(member: unknown): readonly [string, string] {
  if (Array.isArray(member)) return [first(member[0] as Parsed), last(member.at(-1) as Parsed)];
  return [first(member as Parsed), last(member as Parsed)];
}

function read(text: string): Parsed {
  // An interval with an unknown side ('/2019', '2019/') parses, but edtf.js cannot print it; its open form has the same days.
  const open = text.replace(/^\//, '../').replace(/\/$/, '/..');
  try {
    return parse(open) as unknown as Parsed;
  } catch {
    throw new Error(`'${text}' is no EDTF date; write 2019, 2019-02, 2019-10-05 or 2019-10-05/2019-10-06`);
  }
}
