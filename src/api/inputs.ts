import { ID, InputType, Int, Float } from 'type-graphql';
import type { Catalogue, Concept, Property, Relation } from '../model/catalogue.js';
import type { EnumTypes } from './enum-types.js';
import { addField, named, type Class } from './classes.js';
import { DateScalar, DateTimeScalar, EdtfScalar } from './scalars.js';

const FILTER =
  'Conditions together hold all. {} on a relation: there is one. A condition on what is absent is false, its NOT true.';
const LIST = 'every holds for an empty list, as it does in logic; add some to ask for at least one.';
const ORDER =
  'One key an element; the list is the order. What is unknown sorts last; ties go by id in the direction of the last key; no order: by id.';
const TEXT =
  'eq is exact; the others ignore case and accents. matches is full text: words, phrases in double quotes, -without.';
const WHEN =
  'before and after are strict and compare the latest and the earliest day the date can mean; within: surely inside; overlaps: possibly inside; known: whether there is a date.';

/** The input types of the schema, derived from the catalogue; each is made once. */
export class Inputs {
  private readonly made = new Map<string, Class>();

  constructor(
    private readonly catalogue: Catalogue,
    private readonly enums: EnumTypes,
  ) {}

  /** Whether records of a concept are listed, and so filtered and sorted. */
  lists = (name: string): boolean => !['Node', 'Change'].includes(name);

  private once(name: string, description: string | undefined, fill: (type: Class) => void): Class {
    const known = this.made.get(name);
    if (known) return known;
    const type = named(name);
    this.made.set(name, type);
    InputType(name, { description } as never)(type);
    fill(type);
    return type;
  }

  private simple(name: string, description: string | undefined, fields: Record<string, unknown>): Class {
    return this.once(name, description, (type) => {
      for (const [field, of] of Object.entries(fields)) addField(type, field, () => of, { nullable: true });
    });
  }

  private ofProperty({ type, enum: name }: Property): unknown {
    switch (type) {
      case 'id':
        return this.simple('IDFilter', undefined, { eq: ID, in: [ID] });
      case 'text':
        return this.text();
      case 'edtf':
        return this.simple('WhenFilter', WHEN, {
          before: DateScalar,
          after: DateScalar,
          within: EdtfScalar,
          overlaps: EdtfScalar,
          known: Boolean,
        });
      case 'instant':
        return this.simple('TimeFilter', undefined, { before: DateTimeScalar, after: DateTimeScalar });
      case 'int':
        return this.int();
      case 'float':
        return this.simple('FloatFilter', undefined, { gt: Float, gte: Float, lt: Float, lte: Float });
      case 'boolean':
        return Boolean;
      case 'enum':
        return this.ofEnum(name!);
      default:
        return this.simple('CodeFilter', 'For codes, addresses and hashes: exact only.', {
          eq: String,
          in: [String],
        });
    }
  }

  private text = () =>
    this.simple('TextFilter', TEXT, {
      eq: String,
      in: [String],
      matches: String,
      contains: String,
      startsWith: String,
    });
  private int = () =>
    this.simple('IntFilter', undefined, { eq: Int, in: [Int], gt: Int, gte: Int, lt: Int, lte: Int });
  private ofEnum(name: string): Class {
    const values = this.enums.type(name);
    return this.simple(`${name}Filter`, undefined, { eq: values, in: [values] });
  }

  filter(name: string): Class {
    const concept = this.catalogue.concept(name);
    return this.once(`${name}Filter`, FILTER, (type) => {
      const optional = (field: string, of: () => unknown, description?: string) =>
        addField(type, field, of, { nullable: true, description });
      optional('AND', () => [type]);
      optional('OR', () => [type]);
      optional('NOT', () => type);
      for (const field of concept.fields.values()) {
        if (!field.filter) continue;
        const of = field.is === 'property' ? this.ofProperty(field) : this.ofRelation(field);
        optional(field.name, () => of);
      }
      this.special(concept, optional);
    });
  }

  private ofRelation({ to, many }: Relation): Class {
    return many ? this.list(to) : this.filter(to);
  }

  // Conditions that are no field: any of an entity's names, its kind, an interface narrowed, an office on a day.
  private special(
    concept: Concept,
    optional: (field: string, of: () => unknown, description?: string) => void,
  ): void {
    if (concept.interfaces.includes('Entity') || concept.name === 'Entity')
      optional('anyName', () => this.text());
    if (concept.abstract) {
      const kind = this.ofEnum('Kind');
      optional('kind', () => kind);
      for (const name of concept.concretes) {
        const filter = this.filter(name);
        optional(`as${name}`, () => filter);
      }
    }
    if (concept.name !== 'Role') return;
    optional(
      'on',
      () => DateScalar,
      'Surely held on that day: attested then, or begun and either ended later or ONGOING.',
    );
    optional(
      'maybeOn',
      () => DateScalar,
      'Not excluded by its bounds: also unknown ends, until the next holder began.',
    );
  }

  private list(name: string): Class {
    return this.once(`${name}ListFilter`, LIST, (type) => {
      const filter = this.filter(name);
      for (const field of ['some', 'none', 'every']) addField(type, field, () => filter, { nullable: true });
      addField(type, 'count', () => this.int(), { nullable: true });
    });
  }

  order(name: string): Class {
    return this.once(`${name}Order`, ORDER, (type) => {
      const direction = this.enums.type('Direction');
      const by = (kind: 'count' | 'name') =>
        this.once(kind === 'count' ? 'CountOrder' : 'NameOrder', undefined, (t) =>
          addField(t, kind, () => direction),
        );
      for (const field of this.catalogue.concept(name).fields.values()) {
        if (!field.sort) continue;
        const of = field.is === 'property' ? direction : by(field.sort as 'count' | 'name');
        addField(type, field.name, () => of, { nullable: true });
      }
    });
  }
}
