import type { Catalogue, Stored } from '../../model/catalogue.js';
import type { Row } from '../row.js';
import type { Problem } from './check.js';
import { givenBy } from './given-by.js';
import type { View } from './view.js';

/** What is wrong between records: ids that lead nowhere or to the wrong kind, circles, and what would lose its footing. */
export async function checkGraph(
  catalogue: Catalogue,
  view: View,
  touched: readonly string[],
  sources: ReadonlyMap<string, string | undefined>,
): Promise<Problem[]> {
  const rows = touched.flatMap((id) => view.get(id) ?? []);
  const problems: Problem[] = [];
  const say = (row: Row, field: string, problem: string, more: Partial<Problem> = {}) =>
    problems.push({ record: row.id, field, source: sources.get(row.id), problem, ...more });
  const relations = new Map<string, Stored[]>();
  for (const stored of catalogue.stored)
    relations.set(stored.owner, [...(relations.get(stored.owner) ?? []), stored]);

  await view.load(rows.flatMap((row) => Object.values(row.relations).flat()));
  for (const row of rows)
    for (const stored of relations.get(row.concept)!) {
      for (const to of row.relations[stored.field] ?? []) {
        const far = view.get(to);
        const fits = catalogue.concept(stored.to).concretes;
        if (!far)
          say(
            row,
            givenBy(catalogue.concept(row.concept), stored.field)?.field ?? stored.field,
            `'${to}' is not known`,
            {
              missing: to,
              optional: stored.written && stored.nullable,
            },
          );
        else if (!fits.includes(far.concept))
          say(row, stored.field, `'${to}' is a ${far.concept}; it takes ${fits.join(', ')}`);
        else if (stored.symmetric && to === row.id) say(row, stored.field, 'leads to itself');
      }
    }
  if (!problems.length) {
    for (const row of rows)
      for (const stored of relations.get(row.concept)!.filter((s) => s.acyclic)) {
        const circle = await findCircle(view, row, stored.field);
        if (circle) say(row, stored.field, `goes round in a circle: ${circle.join(' > ')}`);
      }
    problems.push(...(await orphans(catalogue, view, touched)));
    problems.push(...(await positionsWithoutHolder(view, rows, sources)));
  }
  return problems;
}

async function findCircle(view: View, row: Row, field: string): Promise<string[] | undefined> {
  const path = [row.id];
  for (let at: Row | undefined = row; at;) {
    const next: string | undefined = at.relations[field]?.[0];
    if (!next) return undefined;
    path.push(next);
    if (next === row.id) return path;
    if (path.length > 1000) return path.slice(0, 10);
    await view.load([next]);
    at = view.get(next);
  }
  return undefined;
}

/** Whoever still leads to a record that goes. */
async function orphans(catalogue: Catalogue, view: View, touched: readonly string[]): Promise<Problem[]> {
  const gone = touched.filter((id) => !view.get(id) && view.before(id));
  if (!gone.length) return [];
  const problems: Problem[] = [];
  for (const stored of catalogue.stored.filter((s) => s.written && s.owner !== 'Change')) {
    const to = catalogue.concept(stored.to).concretes;
    const ids = gone.filter((id) => to.includes(view.before(id)!.concept));
    for (const [from, id] of await view.referrers(stored.owner, stored.field, ids)) {
      problems.push({ record: id, problem: `cannot go: ${from} leads to it by ${stored.field}` });
    }
  }
  return problems;
}

/** Rule 10 of how to model: nobody named takes no position. */
async function positionsWithoutHolder(
  view: View,
  rows: readonly Row[],
  sources: ReadonlyMap<string, string | undefined>,
): Promise<Problem[]> {
  const statements = rows
    .filter(
      (r) =>
        r.concept === 'Statement' && !r.relations['speaker']?.length && !r.relations['onBehalfOf']?.length,
    )
    .map((r) => r.id);
  const pairs = await view.referrers('Position', 'statement', statements);
  const direct = rows
    .filter((r) => r.concept === 'Position')
    .map((r) => [r.id, r.relations['statement']![0]!] as const);
  return [...new Map([...pairs, ...direct])].flatMap(([position, id]) => {
    const statement = view.get(id);
    const named = statement?.relations['speaker']?.length || statement?.relations['onBehalfOf']?.length;
    return named
      ? []
      : [
          {
            record: position,
            field: 'statement',
            source: sources.get(position),
            problem: `'${id}' names nobody who speaks, so nobody holds this position`,
          },
        ];
  });
}
