import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLEnumType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
} from 'graphql';
import type { Catalogue } from '../../src/model/catalogue.js';
import type { Draw } from './draw.js';
import type { Drawn } from './drawn.js';
import type { GraphValues } from './graph-values.js';
import { instants, randomDate, randomDay } from './random-values.js';

type Input = Record<string, unknown>;

/** Random arguments: filters of every operator with the graph's own values and near misses, and orders. */
export class RandomInput {
  /** Declarations of the variables that literals gave way to, and what they are set to. */
  readonly declarations: string[] = [];
  readonly variables: Record<string, unknown> = {};

  constructor(
    private readonly catalogue: Catalogue,
    private readonly values: GraphValues,
    private readonly draw: Draw,
    private readonly drawn: Drawn,
  ) {}

  filter(type: GraphQLInputObjectType, depth = this.draw.int(1, 3)): Input {
    const concept = type.name.slice(0, -'Filter'.length);
    const fields = Object.values(type.getFields()).filter((f) => depth > 0 || !this.nests(f.type));
    const count = this.draw.chance(3) ? 0 : this.draw.chance(80) ? 1 : 2;
    const out: Input = {};
    for (let i = 0; i < count; i++) {
      const field = this.drawn.pick(this.draw, fields, (f) => [
        `${type.name}.${f.name}`,
        ...this.operatorsOf(f.type),
      ]);
      this.drawn.add(`${type.name}.${field.name}`);
      out[field.name] = this.draw.chance(2) ? null : this.condition(concept, field.name, field.type, depth);
    }
    return out;
  }

  /** Something to search for. */
  search(): string {
    const word = () => {
      const [concept, field] = this.draw.pick([
        ['Entity', 'anyName'],
        ['Statement', 'text'],
        ['Claim', 'text'],
        ['Article', 'title'],
      ] as const);
      const words = this.values.text(this.draw, concept, field).split(' ');
      const from = this.draw.int(0, words.length - 1);
      const some = words.slice(from, from + this.draw.int(1, 2)).join(' ');
      return this.draw.chance(15) ? [...some].slice(0, -1).join('') : some;
    };
    const parts = Array.from({ length: this.draw.int(1, 3) }, (_, i) => {
      if (i && this.draw.chance(20)) return `-${word()}`;
      return this.draw.chance(20) ? `"${word()}"` : word();
    });
    return `${parts.join(' ')}${this.draw.chance(20) ? ' ' : ''}`;
  }

  private conceptOf(type: GraphQLInputType): string | undefined {
    const name = getNamedType(type).name.replace(/(List)?Filter$/, '');
    return this.catalogue.concepts.has(name) ? name : undefined;
  }

  private nests = (type: GraphQLInputType) => this.conceptOf(type) !== undefined;

  // A condition is wanted for the operators it has too.
  private operatorsOf(type: GraphQLInputType): string[] {
    const of = getNamedType(type);
    const own = isInputObjectType(of) && (of.name.endsWith('ListFilter') || !this.nests(of));
    return own ? Object.keys(of.getFields()).map((name) => `${of.name}.${name}`) : [];
  }

  private condition(concept: string, name: string, type: GraphQLInputType, depth: number): unknown {
    const of = getNamedType(type);
    if (isListType(type)) {
      return Array.from({ length: this.draw.chance(8) ? 0 : this.draw.int(1, 2) }, () =>
        this.filter(of as GraphQLInputObjectType, depth - 1),
      );
    }
    if (of.name.endsWith('ListFilter')) return this.listed(of as GraphQLInputObjectType, depth);
    if (this.nests(type))
      return this.draw.chance(6) ? {} : this.filter(of as GraphQLInputObjectType, depth - 1);
    return isInputObjectType(of)
      ? this.operators(of, concept, name)
      : this.value(of.name, 'eq', concept, name, of);
  }

  private listed(type: GraphQLInputObjectType, depth: number): Input {
    const operator = this.drawn.pick(this.draw, Object.values(type.getFields()), (f) => [
      `${type.name}.${f.name}`,
    ]);
    this.drawn.add(`${type.name}.${operator.name}`);
    const of = getNamedType(operator.type) as GraphQLInputObjectType;
    return {
      [operator.name]:
        operator.name === 'count' ? this.operators(of, 'Statement', 'count') : this.filter(of, depth - 1),
    };
  }

  private operators(type: GraphQLInputObjectType, concept: string, name: string): Input {
    const out: Input = {};
    for (let i = this.draw.chance(85) ? 1 : 2; i > 0; i--) {
      const operator = this.drawn.pick(this.draw, Object.values(type.getFields()), (f) => [
        `${type.name}.${f.name}`,
      ]);
      this.drawn.add(`${type.name}.${operator.name}`);
      const one = () => this.value(type.name, operator.name, concept, name, getNamedType(operator.type));
      out[operator.name] = isListType(operator.type)
        ? Array.from({ length: this.draw.int(0, 3) }, one)
        : one();
    }
    return out;
  }

  private value(filter: string, operator: string, concept: string, name: string, type: unknown): unknown {
    if (isEnumType(type as never)) return this.draw.pick((type as GraphQLEnumType).getValues()).name;
    switch (filter) {
      case 'IDFilter':
        return this.values.id(this.draw, concept);
      case 'TextFilter':
        return this.words(operator, this.values.text(this.draw, concept, name));
      case 'CodeFilter':
        return this.values.text(this.draw, concept, name);
      case 'TimeFilter':
        return this.draw.pick(instants);
      case 'IntFilter':
        return name === 'count'
          ? this.draw.int(0, 4)
          : (this.values.some(this.draw, concept, name) ?? this.draw.int(-1, 4));
      case 'FloatFilter':
        return this.values.some(this.draw, concept, name) ?? 0.5;
      case 'WhenFilter':
        return operator === 'known'
          ? this.draw.chance(50)
          : /^[wo]/.test(operator)
            ? randomDate(this.draw)
            : randomDay(this.draw);
      case 'Boolean':
        return this.draw.chance(50);
      case 'Date':
        return randomDay(this.draw);
      default:
        throw new Error(`no random value for ${filter}.${operator}`);
    }
  }

  private words(operator: string, text: string): string {
    const letters = [...text];
    if (operator === 'contains')
      return letters.slice(this.draw.int(0, 2), this.draw.int(2, 6)).join('') || text;
    if (operator === 'startsWith') return letters.slice(0, this.draw.int(1, 4)).join('');
    if (operator !== 'matches') return text;
    const words = text.split(' ');
    const some = [
      words[0]!,
      this.draw.chance(40) ? `-${words.at(-1)}` : '',
      this.draw.chance(30) ? `"${words.slice(0, 2).join(' ')}"` : '',
    ];
    return some.join(' ').trim();
  }

  orders(type: GraphQLInputObjectType): Input[] {
    return Array.from({ length: this.draw.chance(75) ? 1 : 2 }, () => {
      const key = this.drawn.pick(this.draw, Object.values(type.getFields()), (f) => [
        `${type.name}.${f.name}`,
      ]);
      this.drawn.add(`${type.name}.${key.name}`);
      const direction = this.draw.pick(['ASC', 'DESC']);
      const of = getNamedType(key.type);
      if (!isInputObjectType(of)) return { [key.name]: direction };
      const [by] = Object.keys(of.getFields());
      this.drawn.add(`${of.name}.${by}`);
      return { [key.name]: { [by!]: direction } };
    });
  }

  /** A value as a literal; here and there a variable, with or without a default, stands for a part of it. */
  print(value: unknown, type: GraphQLInputType, variable = 6): string {
    if (value === undefined) throw new Error('nothing to print');
    if (this.draw.chance(variable)) return this.variable(value, type);
    if (isNonNullType(type)) return this.print(value, type.ofType, 0);
    if (value === null) return 'null';
    if (isListType(type))
      return `[${(value as unknown[]).map((v) => this.print(v, type.ofType as GraphQLInputType, variable)).join(', ')}]`;
    if (isInputObjectType(type)) {
      const fields = type.getFields();
      return `{${Object.entries(value as Input)
        .map(([k, v]) => `${k}: ${this.print(v, fields[k]!.type, variable)}`)
        .join(', ')}}`;
    }
    return isEnumType(type) ? String(value) : JSON.stringify(value);
  }

  variable(value: unknown, type: GraphQLInputType): string {
    const name = `v${this.declarations.length + 1}`;
    const own = this.draw.chance(60);
    const fallback = !own || this.draw.chance(30) ? ` = ${this.print(value, type, 0)}` : '';
    this.declarations.push(`$${name}: ${type.toString()}${fallback}`);
    if (own) this.variables[name] = value;
    return `$${name}`;
  }

  /** A variable for a cursor: unset at first, then one that the first answer gave. */
  cursor(): string {
    const name = `c${this.declarations.length + 1}`;
    this.declarations.push(`$${name}: String`);
    return name;
  }
}
