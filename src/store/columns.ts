import type { Catalogue, Concept, Field, Property } from '../model/catalogue.js';

export interface Column {
  readonly name: string;
  readonly type: 'TEXT' | 'INTEGER' | 'REAL';
}

/** The stored values of a property: itself, and what it is compared and sorted by. */
export function columnsOf(property: Property): Column[] {
  const { name } = property;
  const text = (suffix: string): Column => ({ name: name + suffix, type: 'TEXT' });
  switch (property.type) {
    case 'int':
    case 'boolean':
      return [{ name, type: 'INTEGER' }];
    case 'float':
      return [{ name, type: 'REAL' }];
    case 'edtf':
      return [
        text(''),
        text('_from'),
        text('_to'),
        ...(property.sort ? [text('_asc')] : []),
        ...(name === 'attested' ? [text('_days')] : []),
      ];
    case 'text':
      return property.filter || property.sort ? [text(''), text('_fold'), text('_words')] : [text('')];
    default:
      return [text('')];
  }
}

/** The families of the catalogue, each with the concepts whose records lie together. */
export function families(catalogue: Catalogue): Map<string, readonly Concept[]> {
  const found = new Map<string, Concept[]>();
  for (const concept of catalogue.concrete)
    found.set(concept.family, [...(found.get(concept.family) ?? []), concept]);
  return found;
}

/** The fields of all concepts of a family, one of each name. */
export function fieldsOf(concepts: readonly Concept[]): Field[] {
  return [...new Map(concepts.flatMap((c) => [...c.fields])).values()];
}

/** The columns that a property is sorted by: a date has one for each direction. */
export function sortKeys({ name, type }: Property): string[] {
  if (type === 'edtf') return [`${name}_from`, `${name}_asc`];
  return [type === 'text' ? `${name}_fold` : name];
}
