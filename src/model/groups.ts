import type { Concept, Field, GroupBy, Relation } from './catalogue.js';

/** What a concept's lists are grouped by, from its declaration. @throws Error that names a path which leads nowhere. */
export function groupsOf(
  concept: Concept,
  concepts: ReadonlyMap<string, Concept>,
  declared: Readonly<Record<string, string>>,
): Map<string, GroupBy> {
  return new Map(
    Object.entries(declared).map(([name, path]) => [name, groupBy(concept, concepts, name, path)]),
  );
}

function groupBy(
  concept: Concept,
  concepts: ReadonlyMap<string, Concept>,
  name: string,
  path: string,
): GroupBy {
  if (path === 'concept') return { is: 'concept' };
  const [way, only] = path.split(':') as [string, string?];
  const steps: Relation[] = [];
  let at = concept;
  for (const step of way.split('.')) {
    const field: Field | undefined = at.fields.get(step);
    if (!field) throw new Error(`${concept.name} is grouped by ${path}, and ${at.name} has no ${step}`);
    if (field.is === 'property') {
      if (field.type !== 'edtf') return { is: 'value', property: field };
      return { is: 'time', property: field, unit: name as 'YEAR' | 'MONTH' | 'DAY' };
    }
    if (field.direction !== 'out')
      throw new Error(`${concept.name} is grouped by ${path}, and ${step} is stored at its other end`);
    steps.push(field);
    at = concepts.get(field.to)!;
  }
  const label = ['name', 'title', 'text'].find((property) => at.fields.has(property))!;
  return { is: 'node', steps, only, label };
}
