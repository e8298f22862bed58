import type { GraphQLScalarType } from 'graphql';
import { Args, ArgsType, Float, ID, Int, InterfaceType, ObjectType } from 'type-graphql';
import type { Catalogue, Concept, PropertyType, Relation } from '../model/catalogue.js';
import { structs } from '../model/structs.js';
import { addField, named, type Class } from './classes.js';
import type { EnumTypes } from './enum-types.js';
import type { Inputs } from './inputs.js';
import { DateScalar, DateTimeScalar, EdtfScalar } from './scalars.js';

type Returns = GraphQLScalarType | object;

const SCORE =
  '1: a name typed whole. 0.8: the beginning of a name. 0.6: all of the words. 0.3: some of them. Of one score the newest first, what has no date last.';
const HIGHLIGHT = 'The words that matched, between <mark> and </mark>; the rest is escaped.';

const GROUP =
  'One level of groups for each element of by. Days, months and years in time order, else by count; key null: not known. A thing in several groups counts in each; the same element twice counts pairs.';

/** The output types of the schema, derived from the catalogue; each is made once. */
export class Outputs {
  private readonly structTypes = new Map<string, Class>();
  private readonly connections = new Map<string, Class>();
  private readonly argTypes = new Map<string, Class>();
  readonly PageInfo = named('PageInfo');
  private readonly Group = named('Group');

  constructor(
    private readonly catalogue: Catalogue,
    private readonly inputs: Inputs,
    readonly enums: EnumTypes,
  ) {
    ObjectType('PageInfo')(this.PageInfo);
    for (const name of ['startCursor', 'endCursor'])
      addField(this.PageInfo, name, () => String, { nullable: true });
    for (const name of ['hasNextPage', 'hasPreviousPage']) addField(this.PageInfo, name, () => Boolean);
    this.group();
    for (const concept of catalogue.concepts.values()) this.declare(concept);
    for (const concept of catalogue.concepts.values()) this.fields(concept);
  }

  private group(): void {
    ObjectType('Group', { description: GROUP })(this.Group);
    for (const name of ['key', 'label']) addField(this.Group, name, () => String, { nullable: true });
    addField(this.Group, 'node', () => this.type('Node'), { nullable: true });
    addField(this.Group, 'count', () => Int);
    addField(this.Group, 'groups', () => [this.Group]);
  }

  type = (name: string): Class => this.catalogue.concept(name).type;

  scalar(type: PropertyType, enumName?: string): Returns {
    switch (type) {
      case 'id':
        return ID;
      case 'int':
        return Int;
      case 'float':
        return Float;
      case 'boolean':
        return Boolean;
      case 'edtf':
        return EdtfScalar;
      case 'day':
        return DateScalar;
      case 'instant':
        return DateTimeScalar;
      case 'enum':
        return this.enums.type(enumName!);
      default:
        return String;
    }
  }

  struct(name: string): Class {
    const known = this.structTypes.get(name);
    if (known) return known;
    const type = named(name);
    this.structTypes.set(name, type);
    ObjectType(name)(type);
    for (const [field, { type: of, enum: enumName, struct, link, required, description }] of Object.entries(
      structs[name]!,
    )) {
      const returns = struct
        ? this.struct(struct)
        : link
          ? this.type(link.to)
          : this.scalar(of as PropertyType, enumName);
      addField(type, field, () => returns, { nullable: !required, description });
    }
    return type;
  }

  private declare(concept: Concept): void {
    const { name, description, abstract } = concept;
    const options = { implements: concept.interfaces.map((i) => this.type(i)), description };
    if (abstract) InterfaceType(name, options as never)(concept.type);
    else ObjectType(name, options as never)(concept.type);
  }

  private fields(concept: Concept): void {
    for (const field of concept.fields.values()) {
      if (!field.exposed) continue;
      const { name, description } = field;
      if (field.is === 'property') {
        const returns = field.struct ? this.struct(field.struct) : this.scalar(field.type, field.enum);
        addField(concept.type, name, () => (field.struct ? [returns] : returns), {
          nullable: field.nullable,
          description,
        });
      } else this.relation(concept, field);
    }
  }

  private relation(concept: Concept, { name, to, many, plain, nullable, description }: Relation): void {
    if (!many) return addField(concept.type, name, () => this.type(to), { nullable, description });
    if (plain) return addField(concept.type, name, () => [this.type(to)], { description });
    const connection = this.connection(to);
    const args = this.args(to);
    addField(concept.type, name, () => connection, { description });
    Args(() => args)(concept.type.prototype as object, name, 0);
  }

  connection(name: string): Class {
    const known = this.connections.get(name);
    if (known) return known;
    const connection = named(`${name}Connection`);
    const edge = named(`${name}Edge`);
    this.connections.set(name, connection);
    ObjectType(`${name}Connection`)(connection);
    ObjectType(`${name}Edge`)(edge);
    addField(connection, 'edges', () => [edge]);
    addField(connection, 'nodes', () => [this.type(name)]);
    addField(connection, 'pageInfo', () => this.PageInfo);
    addField(connection, 'totalCount', () => Int);
    if (this.catalogue.concept(name).groups.size) {
      const args = this.groupArgs(name);
      addField(connection, 'groups', () => [this.Group]);
      Args(() => args)(connection.prototype as object, 'groups', 0);
    }
    addField(edge, 'cursor', () => String);
    addField(edge, 'node', () => this.type(name));
    return connection;
  }

  /** What a search finds: its edges say how well, and mark what matched. */
  search(): Class {
    const connection = named('SearchConnection');
    const edge = named('SearchEdge');
    ObjectType('SearchConnection')(connection);
    ObjectType('SearchEdge')(edge);
    addField(connection, 'edges', () => [edge]);
    addField(connection, 'nodes', () => [this.type('Node')]);
    addField(connection, 'pageInfo', () => this.PageInfo);
    addField(connection, 'totalCount', () => Int);
    addField(edge, 'cursor', () => String);
    addField(edge, 'node', () => this.type('Node'));
    addField(edge, 'score', () => Float, { description: SCORE });
    addField(edge, 'highlight', () => String, { description: HIGHLIGHT });
    return connection;
  }

  private groupArgs(name: string): Class {
    const args = named(`${name}GroupArguments`);
    const by = this.enums.groupBy(name);
    ArgsType()(args);
    addField(args, 'by', () => [by]);
    addField(args, 'first', () => Int, { nullable: true, defaultValue: 20 });
    return args;
  }

  /** The arguments of a connection: filter, order and page. */
  args(name: string): Class {
    const known = this.argTypes.get(name);
    if (known) return known;
    const args = named(`${name}Arguments`);
    this.argTypes.set(name, args);
    ArgsType()(args);
    const { lists } = this.inputs;
    if (lists(name)) {
      const filter = this.inputs.filter(name);
      addField(args, 'where', () => filter, { nullable: true });
      const order = this.inputs.order(name);
      addField(args, 'orderBy', () => [order], { nullable: true });
    }
    for (const [n, t] of [
      ['first', Int],
      ['after', String],
      ['last', Int],
      ['before', String],
    ] as const)
      addField(args, n, () => t, { nullable: true });
    return args;
  }
}
