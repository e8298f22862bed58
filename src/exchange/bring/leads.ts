import type { Catalogue } from '../../model/catalogue.js';
import type { RecordInput } from '../../model/change-set.js';
import { structs } from '../../model/structs.js';

/** A record that another leads to. */
export interface Lead {
  readonly field: string;
  readonly to: string;
  /** The record may do without the field. */
  readonly optional: boolean;
}

/** Where a record leads: by its relations, and by the articles of its evidence. What is rejected leads anywhere. */
export function leads(catalogue: Catalogue, { type, set, fill, add }: RecordInput): Lead[] {
  if (set['review'] === 'REJECTED') return [];
  return [set, fill ?? {}, add ?? {}].flatMap((given) =>
    Object.entries(given).flatMap(([name, value]): Lead[] => {
      const field = catalogue.concept(type).fields.get(name);
      if (field?.is === 'relation')
        return [value].flat().map((to) => ({ field: name, to: String(to), optional: field.nullable }));
      if (!field?.struct || !Array.isArray(value)) return [];
      const links = Object.entries(structs[field.struct]!).filter(([, { link }]) => link);
      return (value as Record<string, unknown>[]).flatMap((one) =>
        links.flatMap(([key]) => (one[key] ? [{ field: name, to: String(one[key]), optional: false }] : [])),
      );
    }),
  );
}

/** The record without some of its fields. */
export function without(input: RecordInput, fields: ReadonlySet<string>): RecordInput {
  const less = (given: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.entries(given).filter(([name]) => !fields.has(name)));
  return { ...input, set: less(input.set), ...(input.fill ? { fill: less(input.fill) } : {}) };
}

/** Whether it gives a field that it may go in without. */
export const gives = ({ set, fill }: RecordInput, field: string): boolean =>
  Object.hasOwn(set, field) || Object.hasOwn(fill ?? {}, field);
