import { RapporteurError } from '../../errors.js';
import type { Lookup } from '../../plan/plan.js';
import type { Planned } from '../../planner/plan.js';
import type { Making } from './making.js';
import { Records, type Row } from './record.js';
import { neighbours, paths } from './ties.js';
import type { Told } from './told.js';

/** Makes the answer of a root field from the raw rows that the store gave for its plan. @throws AMBIGUOUS_NAME */
export type MakeAnswer<T> = (raw: unknown, told: Told) => T;

/** The maker of a planned field's answers: all that can be decided once is decided here. */
export function answer<T>(making: Making<T>, planned: Planned): MakeAnswer<T> {
  const records = new Records(making);
  if (planned.root === 'lookup') return lookup(records, planned.lookup);
  if (planned.root === 'neighbours') return neighbours(records, planned.neighbours) as MakeAnswer<T>;
  if (planned.root === 'paths') return paths(records, planned.paths) as MakeAnswer<T>;
  return records.pages.of(planned.page) as MakeAnswer<T>;
}

/** Where several records of the best rank have a name, the caller is told who they are. */
function lookup<T>(records: Records<T>, { by, typed, shape }: Lookup): MakeAnswer<T> {
  const one = records.of(shape);
  const { make } = records;
  const orNull = (row: Row | null | undefined, told: Told, at = 0) =>
    row ? one(row, at, told) : make.value(null);
  if (by === 'ids')
    return (raw, told) => make.list(((raw ?? []) as (Row | null)[]).map((row) => orNull(row, told)));
  if (by !== 'name') return (raw, told) => orNull(raw as Row | null, told);
  return (raw, told) => {
    const rows = (raw ?? []) as Row[];
    const best = rows.filter(([rank]) => rank === rows[0]![0]);
    if (best.length > 1) throw ambiguous(told.texts[typed!]!, best);
    return orNull(best[0], told, 4);
  };
}

function ambiguous(asked: string, rows: readonly Row[]): RapporteurError {
  const candidates = rows.map(([, id, name, description]) => ({ id, name, description }));
  const names = candidates
    .map(({ id, name, description }) => `${name} (${id}${description ? `, ${description}` : ''})`)
    .join('; ');
  return new RapporteurError('AMBIGUOUS_NAME', `'${asked}' could be ${names}; ask by id`, { candidates });
}
