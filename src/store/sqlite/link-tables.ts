import type { Catalogue, Concept } from '../../model/catalogue.js';

/** The table of a relation to many. */
interface LinkTable {
  readonly label: string;
  readonly field: string;
  readonly owners: ReadonlySet<string>;
}

/** The link tables of a family: concepts may have fields of one name with a table each. */
export function linkTables(catalogue: Catalogue, concepts: readonly Concept[]): LinkTable[] {
  const names = new Set(concepts.map((c) => c.name));
  const found = new Map<string, LinkTable & { readonly owners: Set<string> }>();
  for (const { owner, field, label, many } of catalogue.stored) {
    if (!many || !names.has(owner)) continue;
    const link = found.get(label) ?? { label, field, owners: new Set<string>() };
    link.owners.add(owner);
    found.set(label, link);
  }
  return [...found.values()];
}
