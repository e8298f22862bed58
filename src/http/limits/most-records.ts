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
import { FEW } from '../../api/answer/told.js';
import { collect, type Asked, type Selected, type Taken } from './collect.js';
import { refusal } from './over.js';
import { tooManySelections } from './repeats.js';

/** How large a page is where nobody says so. */
const USUAL = 20;

/**
 * The most records that an operation can answer with: of types that exclude each other, those of the one with most.
 * @throws LIMIT_EXCEEDED where fragments combine into too many selections
 */
export function mostRecords(
  asked: Asked,
  operation: OperationDefinitionNode,
  mostSelections: number,
): number {
  return new Counter(asked, mostSelections).of([
    { on: asked.schema.getRootType(operation.operation)!, set: operation.selectionSet },
  ]);
}

/** The page that lists without arguments of their own belong to. */
interface Page {
  readonly size: number;
  /** Where given, only lists of this type do: the levels of groups. Else nodes and edges do, in their connection. */
  readonly of?: string;
}

class Counter {
  private readonly known = new Map<string, number>();
  private readonly ids = new Map<SelectionSetNode, number>();

  constructor(
    private readonly asked: Asked,
    private readonly most: number,
  ) {}

  of(selections: readonly Selected[], page?: Page): number {
    // The same selections, however they are reached, have the same records.
    const key = `${page?.size} ${page?.of} ${selections.map((s) => this.id(s)).join()}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    if (this.known.size >= this.most) throw refusal(tooManySelections(this.most));
    this.known.set(key, 0);
    const byType = new Map<string, number>();
    for (const taken of collect(this.asked, selections).values()) {
      const fields = taken.filter((t) => isCompositeType(named(t)));
      const records = fields.length ? this.below(fields, page) : 0;
      for (const type of new Set(fields.flatMap((t) => t.types)))
        byType.set(type, (byType.get(type) ?? 0) + records);
    }
    const records = Math.max(0, ...byType.values());
    this.known.set(key, records);
    return records;
  }

  private id({ on, set }: Selected): string {
    if (!this.ids.has(set)) this.ids.set(set, this.ids.size);
    return `${on.name}:${this.ids.get(set)}`;
  }

  /** What stands under one response key, and all below it. */
  private below(fields: readonly Taken[], page: Page | undefined): number {
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
    const times = isList ? (mine?.size ?? FEW) : 1;
    return (
      times * (Number(fields.some(isRecord)) + this.of(selections, isList && !mine?.of ? undefined : mine))
    );
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
