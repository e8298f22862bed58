import { snake } from '../../model/catalogue.js';
import { beginsInGroup } from '../../plan/layout.js';
import type { GroupField, Level } from '../../plan/plan.js';
import type { Records } from './record.js';
import type { Told } from './told.js';

type Row = readonly unknown[];

/** For each level its rows: the number of the group each lies in (from 1, in the level before), key, count, label, shapes. */
export type RawGroups = readonly (readonly Row[])[];

/** Makes a grouping's groups, of a level those that lie in one of the level before. */
export function groups<T>(
  records: Records<T>,
  levels: readonly Level[],
  fields: readonly GroupField[],
  level = 0,
): (raw: RawGroups, told: Told, within?: number) => T {
  const { make } = records;
  // A level that nobody asked for was not made.
  if (level >= levels.length) return () => make.list([]);
  const object = make.object(fields.map(({ key }) => key));
  const parts = fields.map((field) => part(records, levels, field, level));
  return (raw, told, within) =>
    make.list(
      raw[level]!.flatMap((row, i) =>
        within === undefined || row[0] === within ? [object(parts.map((p) => p(row, raw, told, i + 1)))] : [],
      ),
    );
}

type Part<T> = (row: Row, raw: RawGroups, told: Told, number: number) => T;

function part<T>(records: Records<T>, levels: readonly Level[], field: GroupField, level: number): Part<T> {
  const { make } = records;
  const { key, rows } = levels[level]!;
  const valueOf = (row: Row) => {
    if (row[1] === null) return null;
    return key.is === 'concept' ? snake(row[1] as string) : String(row[1]);
  };
  switch (field.is) {
    case 'typename':
      return () => make.value('Group');
    case 'key':
      return (row) => make.value(valueOf(row));
    case 'count':
      return (row) => make.value(row[2]);
    case 'label':
      return (row) => make.value(key.is === 'node' ? row[3] : valueOf(row));
    case 'node': {
      const shape = rows[field.rows];
      if (!shape) return () => make.value(null);
      const one = records.of(shape);
      const at = beginsInGroup(levels[level]!)[field.rows]!;
      return (row, _raw, told) => one(row, at, told);
    }
    case 'groups': {
      const inner = groups(records, levels, field.fields, level + 1);
      return (_row, raw, told, number) => inner(raw, told, number);
    }
  }
}
