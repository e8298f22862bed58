import type { Neighbours, PathField, Paths, StepField, Steps } from '../../plan/ties.js';
import { stepPlaces } from '../../plan/ties.js';
import type { Records } from './record.js';
import type { Told } from './told.js';

type Row = readonly unknown[];

/** Makes an entity's neighbours of their raw rows. */
export function neighbours<T>(records: Records<T>, { steps, fields }: Neighbours) {
  const one = stepMaker(records, steps)(fields);
  return (rows: readonly Row[] | null, told: Told): T =>
    records.make.list((rows ?? []).map((row) => one(row, told)));
}

/** Makes paths of their raw rows: each path is a list of its steps' rows. */
export function paths<T>(records: Records<T>, { steps, fields }: Paths) {
  const { make } = records;
  const maker = stepMaker(records, steps);
  const object = make.object(fields.map(({ key }) => key));
  const part = (field: PathField): ((rows: readonly Row[], told: Told) => T) => {
    if (field.is === 'typename') return () => make.value('Path');
    if (field.is === 'length') return (rows) => make.value(rows.length);
    const one = maker(field.fields);
    return (rows, told) => make.list(rows.map((row) => one(row, told)));
  };
  const parts = fields.map(part);
  return (found: readonly (readonly Row[])[] | null, told: Told): T =>
    make.list((found ?? []).map((rows) => object(parts.map((p) => p(rows, told)))));
}

function stepMaker<T>(records: Records<T>, steps: Steps) {
  const { make } = records;
  const places = stepPlaces(steps);
  const part = (field: StepField): ((row: Row, told: Told) => T) => {
    if (field.is === 'typename') return () => make.value('PathStep');
    if (field.is === 'relation') return (row) => make.value(row[0]);
    if (field.is === 'evidence') {
      // Of each fact its evidence, the one field that this place takes of it: one list of them all.
      const structs = records.structsOf(steps.facts[field.place]!);
      const at = places.evidence[field.place]!;
      return (row, told) =>
        make.list(((row[places.facts] ?? []) as Row[]).flatMap((fact) => structs(fact, at, told)));
    }
    const one = records.of(steps[field.is][field.place]!);
    const at = places[field.is][field.place]!;
    return (row, told) => one(row, at, told);
  };
  return (fields: readonly StepField[]) => {
    const object = make.object(fields.map(({ key }) => key));
    const parts = fields.map(part);
    return (row: Row, told: Told) => object(parts.map((p) => p(row, told)));
  };
}
