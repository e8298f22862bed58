import { registerEnumType } from 'type-graphql';
import type { Catalogue } from '../model/catalogue.js';
import { enums, type EnumName } from '../model/enums.js';

/** The enum types of the schema; each is made once. */
export class EnumTypes {
  private readonly made = new Map<string, object>();

  constructor(private readonly catalogue: Catalogue) {}

  type(name: string): object {
    const known = this.made.get(name);
    if (known) return known;
    const values = name === 'Kind' ? this.kinds() : enums[name as EnumName];
    const made = Object.fromEntries(values.map((v) => [v, v]));
    registerEnumType(made, { name });
    this.made.set(name, made);
    return made;
  }

  /** What a concept's lists are grouped by. */
  groupBy(concept: string): object {
    const made = Object.fromEntries([...this.catalogue.concept(concept).groups.keys()].map((v) => [v, v]));
    registerEnumType(made, { name: `${concept}GroupBy` });
    return made;
  }

  private kinds(): string[] {
    return this.catalogue.concrete.filter((c) => c.name !== 'Change').map((c) => c.kind);
  }
}
