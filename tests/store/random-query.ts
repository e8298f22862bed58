import {
  doTypesOverlap,
  getNamedType,
  GraphQLBoolean,
  GraphQLNonNull,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  type GraphQLCompositeType,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { Catalogue } from '../../src/model/catalogue.js';
import type { Draw } from './draw.js';
import type { Drawn } from './drawn.js';
import type { GraphValues } from './graph-values.js';
import { RandomInput } from './random-input.js';
import { randomDate } from './random-values.js';

export interface RandomQuery {
  readonly source: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Variables for cursors; the answer has some under the response key of the same name. */
  readonly cursors: readonly { readonly variable: string; readonly item: string }[];
}

type Fields = GraphQLObjectType | GraphQLInterfaceType;
type AnyField = GraphQLField<unknown, unknown>;
const DEEPEST = 3;

/** Fields that walk ties take several arguments at once: values that each may have. */
const WALKS: Readonly<
  Record<string, Readonly<Record<string, (draw: Draw, values: GraphValues) => unknown>>>
> = {
  paths: {
    from: (draw, values) => values.id(draw, 'Entity'),
    to: (draw, values) => values.id(draw, 'Entity'),
    longest: (draw) => draw.int(1, 4),
    first: (draw) => draw.int(1, 20),
  },
  neighbours: {
    of: (draw, values) => values.id(draw, 'Entity'),
    kinds: (draw) => draw.several(['PERSON', 'COUNTRY', 'MEETING', 'TOPIC', 'VENUE', 'STATEMENT'], 3),
    during: (draw) => randomDate(draw),
    first: (draw) => draw.int(1, 60),
  },
};

/** One random query: a root field, records nested at most three levels deep. */
export function randomQuery(
  schema: GraphQLSchema,
  catalogue: Catalogue,
  values: GraphValues,
  draw: Draw,
  drawn: Drawn,
): RandomQuery {
  return new Writer(
    schema,
    catalogue,
    values,
    draw,
    drawn,
    new RandomInput(catalogue, values, draw, drawn),
  ).query();
}

/** The response keys taken at one place of an answer, by whatever fragment: what each means, and the place below it. */
type Place = Map<string, { readonly meaning: string; readonly below: Place }>;

class Writer {
  private readonly fragments: string[] = [];
  private readonly cursors: { variable: string; item: string }[] = [];
  private aliases = 0;
  private left = 25;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly catalogue: Catalogue,
    private readonly values: GraphValues,
    private readonly draw: Draw,
    private readonly drawn: Drawn,
    private readonly input: RandomInput,
  ) {}

  query(): RandomQuery {
    const type = this.schema.getQueryType()!;
    const root = this.drawn.pick(this.draw, Object.values(type.getFields()), (f) => this.items(type, f));
    const field = this.field(type, root, 0, new Map());
    const { declarations, variables } = this.input;
    const head = declarations.length ? `query Q(${declarations.join(', ')}) ` : '';
    return {
      source: [`${head}{ ${field} }`, ...this.fragments].join('\n'),
      variables,
      cursors: this.cursors,
    };
  }

  private isRecord = (type: GraphQLCompositeType) => this.catalogue.concepts.has(type.name);
  private isConnection = (type: GraphQLCompositeType) => type.name.endsWith('Connection');

  private field(parent: Fields, field: AnyField, depth: number, place: Place): string {
    const item = `${parent.name}.${field.name}`;
    this.drawn.add(item);
    this.left--;
    const of = getNamedType(field.type);
    const args = field.args.length ? this.args(parent, field, depth) : { text: '', extra: [] };
    const { key, below } = this.key(place, field, args.text);
    const directive = parent.name === 'Query' ? '' : this.directive();
    const selection = isCompositeType(of)
      ? ` ${this.selection(of as Fields, this.isRecord(of) ? depth + 1 : depth, below, args.extra)}`
      : '';
    return `${key === field.name ? key : `${key}: ${field.name}`}${args.text}${directive}${selection}`;
  }

  /** A key for a field: its name, at times another, at times one where it was selected before. */
  private key(place: Place, field: AnyField, args: string): { key: string; below: Place } {
    const meaning = `${field.name} ${field.type.toString()} ${args}`;
    let key = this.draw.chance(10)
      ? this.draw.pick(['name', 'id', 'nodes', 'a', 'A', 'length', 'toString'])
      : field.name;
    const taken = place.get(key);
    if (taken?.meaning === meaning && !args.includes('$')) return { key, below: taken.below };
    if (taken) key = `a${++this.aliases}`;
    const below: Place = new Map();
    place.set(key, { meaning, below });
    return { key, below };
  }

  private directive(): string {
    if (!this.draw.chance(5)) return '';
    const name = this.draw.pick(['include', 'skip']);
    const value = this.draw.chance(70) ? name === 'include' : name !== 'include';
    return ` @${name}(if: ${this.input.print(value, new GraphQLNonNull(GraphQLBoolean), 50)})`;
  }

  private selection(type: Fields, depth: number, place: Place, extra: readonly string[] = []): string {
    if (type.name === 'Group') return this.group(type, depth, place);
    const fields = Object.values(type.getFields()).filter((f) => this.fits(f, depth));
    const few = this.isRecord(type) ? Math.max(1, 5 - depth) : 3;
    const count = Math.max(1, Math.min(this.left, this.draw.int(1, few)));
    const parts: string[] = [];
    for (let i = 0; i < count; i++) {
      if (this.left > 2 && this.isRecord(type) && this.draw.chance(isAbstractType(type) ? 35 : 8))
        parts.push(this.fragment(type, depth, place));
      else if (this.draw.chance(6) && !place.has('__typename')) parts.push('__typename');
      else if (fields.length)
        parts.push(
          this.field(
            type,
            this.drawn.pick(this.draw, fields, (f) => this.items(type, f)),
            depth,
            place,
          ),
        );
    }
    return `{ ${[...parts, ...extra].join(' ') || '__typename'} }`;
  }

  /** A group is told by its key and count; what it holds is drawn, and groups in it more often than not. */
  private group(type: Fields, depth: number, place: Place): string {
    const fields = type.getFields();
    const chosen = ['key', 'count'].map((name) => fields[name]!);
    if (this.draw.chance(50)) chosen.push(fields['label']!);
    if (this.draw.chance(40) && this.fits(fields['node']!, depth + 1)) chosen.push(fields['node']!);
    if (this.left > 2 && this.draw.chance(60)) chosen.push(fields['groups']!);
    // A group is a level like a record: what hangs on its node lies as deep, and SQLite's parser has an end.
    return `{ ${chosen.map((field) => this.field(type, field, depth + 1, place)).join(' ')} }`;
  }

  // A list is wanted for its arguments too, a structure for what is in it.
  private items = (type: Fields, field: AnyField): string[] => {
    const item = `${type.name}.${field.name}`;
    const of = getNamedType(field.type);
    const inside =
      isObjectType(of) && !this.isRecord(of) && !this.isConnection(of) && of !== type
        ? Object.values(of.getFields())
        : [];
    return [
      item,
      ...field.args.map((a) => `${item}(${a.name})`),
      ...inside.flatMap((f) => this.items(of as Fields, f)),
    ];
  };

  private fits(field: AnyField, depth: number): boolean {
    const of = getNamedType(field.type);
    // Each engine has a name of its own.
    if (field.name === 'engine') return false;
    if (!isCompositeType(of)) return true;
    return depth < DEEPEST || !(this.isRecord(of) || this.isConnection(of));
  }

  private fragment(type: Fields, depth: number, place: Place): string {
    const all = Object.values(this.schema.getTypeMap()).filter(
      (t): t is Fields => (isObjectType(t) || isInterfaceType(t)) && this.isRecord(t),
    );
    const on = this.draw.pick(all.filter((t) => doTypesOverlap(this.schema, type, t)));
    const body = this.selection(on, depth, place);
    const directive = this.directive();
    if (this.draw.chance(30)) {
      const name = `F${this.fragments.length + 1}`;
      this.fragments.push(`fragment ${name} on ${on.name} ${body}`);
      return `...${name}${directive}`;
    }
    return `... ${on === type && this.draw.chance(50) ? '' : `on ${on.name} `}${directive}${body}`;
  }

  private args(parent: Fields, field: AnyField, depth: number): { text: string; extra: string[] } {
    if (field.name === 'groups') return { text: this.grouping(parent, field), extra: [] };
    if (field.name === 'candidates' && parent.name === 'Query')
      return { text: this.candidates(field), extra: [] };
    if (!this.isConnection(getNamedType(field.type) as GraphQLCompositeType))
      return { text: field.name in WALKS ? this.walk(field) : this.lookup(field), extra: [] };
    const item = (name: string) => `${parent.name}.${field.name}(${name})`;
    const has = (name: string) => field.args.some((a) => a.name === name);
    const wants = (name: string, percent: number) =>
      has(name) && this.draw.chance(this.drawn.count(item(name)) ? percent : 75);
    const parts: string[] = [];
    const extra: string[] = [];
    if (has('text')) this.searched(field, parts);
    const give = (name: string, value: unknown) => {
      this.drawn.add(item(name));
      parts.push(`${name}: ${this.input.print(value, field.args.find((a) => a.name === name)!.type)}`);
    };
    const input = (name: string) =>
      getNamedType(field.args.find((a) => a.name === name)!.type) as GraphQLInputObjectType;
    if (wants('about', 40)) give('about', this.values.id(this.draw, 'Node'));
    if (wants('review', 30)) give('review', this.draw.pick(['PROPOSED', 'REJECTED']));
    if (!has('text') && wants('kinds', 30))
      give('kinds', this.draw.several(['PERSON', 'STATEMENT', 'CLAIM', 'ROLE', 'ARTICLE', 'MENTION'], 3));
    // What leaves nothing over leaves no cursor.
    const paging =
      ['after', 'before'].some((name) => !this.drawn.count(item(name))) &&
      this.drawn.count(item('where')) > 0;
    if (!paging && wants('where', depth ? 25 : 45)) give('where', this.input.filter(input('where')));
    if (wants('orderBy', 50)) give('orderBy', this.input.orders(input('orderBy')));
    const size =
      has('last') &&
      (this.drawn.count(item('last')) < this.drawn.count(item('first')) || this.draw.chance(30))
        ? 'last'
        : 'first';
    give(size, this.draw.int(1, depth ? 3 : 8));
    for (const name of ['after', 'before']) {
      if (!wants(name, 20)) continue;
      const variable = this.input.cursor();
      parts.push(`${name}: $${variable}`);
      extra.push(
        `${variable}: ${this.draw.pick(['edges { cursor }', 'pageInfo { startCursor endCursor }'])}`,
      );
      this.cursors.push({ variable, item: item(name) });
    }
    return { text: `(${parts.join(', ')})`, extra };
  }

  /** What a search looks for: words of the graph, at times cut, in quotes, left out, or of some kinds. */
  private searched(field: AnyField, parts: string[]): void {
    const [text, kinds] = ['text', 'kinds'].map((name) => field.args.find((a) => a.name === name)!);
    this.drawn.add('Query.search(text)');
    parts.push(`text: ${this.input.print(this.input.search(), text!.type)}`);
    if (!this.draw.chance(this.drawn.count('Query.search(kinds)') ? 30 : 90)) return;
    this.drawn.add('Query.search(kinds)');
    const all = (getNamedType(kinds!.type) as GraphQLEnumType).getValues().map((v) => v.name);
    const some = Array.from({ length: this.draw.int(0, 4) }, () => this.draw.pick(all));
    parts.push(`kinds: ${this.input.print(some, kinds!.type)}`);
  }

  /** One to three levels of groups, at times the same key twice. */
  private grouping(parent: Fields, field: AnyField): string {
    const by = field.args.find((a) => a.name === 'by')!;
    const keys = (getNamedType(by.type) as GraphQLEnumType).getValues().map((v) => v.name);
    const levels = Array.from({ length: this.draw.int(1, 3) }, () => this.draw.pick(keys));
    if (this.draw.chance(30)) levels[1] = levels[0]!;
    this.drawn.add(`${parent.name}.groups(by)`);
    const parts = [`by: ${this.input.print(levels, by.type)}`];
    if (this.draw.chance(70)) {
      this.drawn.add(`${parent.name}.groups(first)`);
      const first = field.args.find((a) => a.name === 'first')!;
      parts.push(`first: ${this.input.print(this.draw.int(1, 5), first.type)}`);
    }
    return `(${parts.join(', ')})`;
  }

  /** The arguments of a walk: those it needs, and some of the others. */
  private walk(field: AnyField): string {
    const item = (name: string) => `Query.${field.name}(${name})`;
    const wanted = field.args.filter(
      (a) => a.type instanceof GraphQLNonNull || this.draw.chance(this.drawn.count(item(a.name)) ? 40 : 75),
    );
    const parts = wanted.map((a) => {
      this.drawn.add(item(a.name));
      return `${a.name}: ${this.input.print(WALKS[field.name]![a.name]!(this.draw, this.values), a.type, 30)}`;
    });
    return `(${parts.join(', ')})`;
  }

  /** The arguments of `candidates`: a name, and at times what is known besides. */
  private candidates(field: AnyField): string {
    const text = (concept: string) => this.values.text(this.draw, concept, 'anyName');
    const kinds = () => this.draw.pick(['PERSON', 'COUNTRY', 'MEETING', 'ORGANIZATION', 'CLAIM']);
    const known: Readonly<Record<string, () => unknown>> = {
      name: () => (this.draw.chance(20) ? `President of ${text('Country')}` : text('Entity')),
      kinds: () => Array.from({ length: this.draw.int(1, 3) }, kinds),
      on: () => `20${this.draw.int(10, 20)}-0${this.draw.int(1, 9)}-15`,
      context: () => `${text('Entity')} and ${text('Actor')}`,
      first: () => this.draw.int(1, 8),
    };
    const given = field.args.filter(({ name }) => name === 'name' || this.draw.chance(40));
    return `(${given
      .map(({ name, type }) => {
        this.drawn.add(`Query.candidates(${name})`);
        return `${name}: ${this.input.print(known[name]!(), type)}`;
      })
      .join(', ')})`;
  }

  /** The arguments of a look-up: one of those it takes. */
  private lookup(field: AnyField): string {
    const concept = getNamedType(field.type).name;
    const arg = this.drawn.pick(this.draw, field.args, (a) => [`Query.${field.name}(${a.name})`]);
    this.drawn.add(`Query.${field.name}(${arg.name})`);
    const one = () =>
      arg.name === 'name'
        ? this.values.text(this.draw, concept, 'anyName')
        : arg.name === 'url'
          ? this.values.text(this.draw, concept, 'url')
          : this.values.id(this.draw, concept);
    const plural = isListType('ofType' in arg.type ? arg.type.ofType : arg.type);
    const value = plural ? Array.from({ length: this.draw.int(0, 4) }, one) : one();
    return `(${arg.name}: ${this.input.print(value, arg.type, 30)})`;
  }
}
