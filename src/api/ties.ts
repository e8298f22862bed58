import type { Neighbours, PathField, Paths, StepField, Steps } from '../plan/ties.js';
import { stepPlaces } from '../plan/ties.js';
import { record, type Answered } from './assemble.js';

type Row = readonly unknown[];

/** The raw rows of neighbours as the answer the selection asks for. */
export function neighbours({ steps, fields }: Neighbours, rows: readonly Row[] | null): Answered[] {
  const show = stepShower(steps);
  return (rows ?? []).map((row) => show(fields, row));
}

/** The raw paths, each a list of its steps' rows, as the answer the selection asks for. */
export function paths(plan: Paths, found: readonly (readonly Row[])[] | null): Answered[] {
  const show = stepShower(plan.steps);
  const answer = (field: PathField, rows: readonly Row[]): unknown => {
    if (field.is === 'typename') return 'Path';
    return field.is === 'length' ? rows.length : rows.map((row) => show(field.fields, row));
  };
  return (found ?? []).map((rows) =>
    Object.fromEntries(plan.fields.map((field) => [field.key, answer(field, rows)])),
  );
}

function stepShower(steps: Steps): (fields: readonly StepField[], row: Row) => Answered {
  const places = stepPlaces(steps);
  // A fact's answer holds its evidence under the one key that this place has.
  const evidence = (place: number, key: string, row: Row) =>
    ((row[places.facts] ?? []) as Row[]).flatMap(
      (fact) => record(steps.facts[place]!, fact, places.evidence[place])![key] as object[],
    );
  const answer = (field: StepField, row: Row): unknown => {
    if (field.is === 'typename') return 'PathStep';
    if (field.is === 'relation') return row[0];
    if (field.is === 'evidence') return evidence(field.place, field.key, row);
    return record(steps[field.is][field.place]!, row, places[field.is][field.place]);
  };
  return (fields, row) => Object.fromEntries(fields.map((field) => [field.key, answer(field, row)]));
}
