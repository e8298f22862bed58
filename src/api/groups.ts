import { snake } from '../model/catalogue.js';
import { beginsInGroup } from '../plan/layout.js';
import type { GroupField, Level, Shape } from '../plan/plan.js';

type Row = readonly unknown[];

/** For each level its rows: the number of the group each lies in (from 1, in the level before), key, count, label, shapes. */
export type RawGroups = readonly (readonly Row[])[];

/** Puts a grouping's raw rows together as the groups that the selection asks for. */
export class Groups {
  constructor(
    private readonly levels: readonly Level[],
    private readonly raw: RawGroups,
    private readonly record: (shape: Shape, row: Row, at: number) => unknown,
  ) {}

  /** The groups of a level that lie in one of the level before. */
  of(fields: readonly GroupField[], level = 0, within?: number): Record<string, unknown>[] {
    return this.raw[level]!.flatMap((row, i) =>
      within === undefined || row[0] === within
        ? [Object.fromEntries(fields.map((field) => [field.key, this.answer(field, level, row, i + 1)]))]
        : [],
    );
  }

  private answer(field: GroupField, level: number, row: Row, number: number): unknown {
    const { key, rows } = this.levels[level]!;
    const value = key.is === 'concept' ? snake(row[1] as string) : row[1];
    switch (field.is) {
      case 'typename':
        return 'Group';
      case 'key':
        return value;
      case 'count':
        return row[2];
      case 'label':
        return key.is === 'node' ? row[3] : value;
      case 'node': {
        const shape = rows[field.rows];
        return shape ? this.record(shape, row, beginsInGroup(this.levels[level]!)[field.rows]!) : null;
      }
      case 'groups':
        return level + 1 < this.levels.length ? this.of(field.fields, level + 1, number) : [];
    }
  }
}
