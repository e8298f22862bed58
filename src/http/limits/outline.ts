import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  valueFromASTUntyped,
  type GraphQLCompositeType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { collect, type Asked, type Selected, type Taken } from './collect.js';
import { refusal } from './over.js';
import { tooManySelections } from './repeats.js';

/** How large a page is where nobody says so. */
const USUAL = 20;
/** What a list without pages counts for. They are short; more than so many of its records are counted on neither side. */
const FEW = 10;

/** The records that a selection can answer with, and where in an answer they are. */
export interface Outline {
  /** The most records there can be: of types that exclude each other, those of the one with most. */
  readonly records: number;
  readonly entries: readonly Entry[];
}

/** What stands under one response key. */
interface Entry {
  readonly key: string;
  /** Whether what stands here is surely a record; under one key some types may have a record and others a connection. */
  readonly isRecord: boolean;
  /** How many there can be at most. */
  readonly times: number;
  readonly below: Outline;
}

/** The outline of an operation with its variables. @throws LIMIT_EXCEEDED where fragments combine into too many selections */
export function outline(asked: Asked, operation: OperationDefinitionNode, mostSelections: number): Outline {
  return new Outliner(asked, mostSelections).of([
    { on: asked.schema.getRootType(operation.operation)!, set: operation.selectionSet },
  ]);
}

/** The page that lists without arguments of their own belong to. */
interface Page {
  readonly size: number;
  /** Where given, only lists of this type do: the levels of groups. Else nodes and edges do, in their connection. */
  readonly of?: string;
}

class Outliner {
  private readonly known = new Map<string, Outline>();
  private readonly ids = new Map<SelectionSetNode, number>();

  constructor(
    private readonly asked: Asked,
    private readonly most: number,
  ) {}

  of(selections: readonly Selected[], page?: Page): Outline {
    // The same selections, however they are reached, have the same outline.
    const key = `${page?.size} ${page?.of} ${selections.map((s) => this.id(s)).join()}`;
    const known = this.known.get(key);
    if (known) return known;
    if (this.known.size >= this.most) throw refusal(tooManySelections(this.most));
    const entries: Entry[] = [];
    const made = { records: 0, entries };
    this.known.set(key, made);
    const byType = new Map<string, number>();
    for (const [responseKey, taken] of collect(this.asked, selections)) {
      const fields = taken.filter((t) => isCompositeType(named(t)));
      const entry = fields.length ? this.entry(responseKey, fields, page) : undefined;
      const records = entry ? entry.times * (Number(fields.some(isRecord)) + entry.below.records) : 0;
      if (!entry || !records) continue;
      entries.push(entry);
      for (const type of new Set(fields.flatMap((t) => t.types)))
        byType.set(type, (byType.get(type) ?? 0) + records);
    }
    made.records = Math.max(0, ...byType.values());
    return made;
  }

  private id({ on, set }: Selected): string {
    if (!this.ids.has(set)) this.ids.set(set, this.ids.size);
    return `${on.name}:${this.ids.get(set)}`;
  }

  private entry(key: string, fields: readonly Taken[], page: Page | undefined): Entry {
    const isList = fields.some((t) => isListType(getNullableType(t.definition.type)));
    const own = fields.map((t) => this.size(t)).filter((n) => n !== undefined);
    const of = named(fields[0]!).name;
    const mine: Page | undefined = own.length
      ? { size: Math.max(...own), ...(isList ? { of } : {}) }
      : isList && page && (page.of ?? of) === of
        ? page
        : undefined;
    const selections = fields.flatMap((t) =>
      t.node.selectionSet ? [{ on: named(t), set: t.node.selectionSet }] : [],
    );
    return {
      key,
      isRecord: fields.every(isRecord),
      times: isList ? (mine?.size ?? FEW) : 1,
      below: this.of(selections, isList && !mine?.of ? undefined : mine),
    };
  }

  /** How many a field may give by its own arguments: the size of its page, or the ids it is asked for. */
  private size({ node, definition }: Taken): number | undefined {
    const given = (name: string): unknown => {
      const argument = node.arguments?.find((a) => a.name.value === name);
      return argument && valueFromASTUntyped(argument.value, this.asked.variables);
    };
    const pages = definition.args.filter((a) => a.name === 'first' || a.name === 'last');
    if (pages.length) {
      const size = given('first') ?? given('last') ?? pages[0]!.defaultValue ?? USUAL;
      return typeof size === 'number' ? Math.max(0, size) : USUAL;
    }
    if (!definition.args.some((a) => a.name === 'ids')) return undefined;
    const ids = given('ids');
    return Array.isArray(ids) ? ids.length : 1;
  }
}

const named = ({ definition }: Taken) => getNamedType(definition.type) as GraphQLCompositeType;

/** A record is what has an id. */
function isRecord(taken: Taken): boolean {
  const type = named(taken);
  return (isObjectType(type) || isInterfaceType(type)) && 'id' in type.getFields();
}
