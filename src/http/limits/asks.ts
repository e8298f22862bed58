import {
  visit,
  type ASTNode,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Limits } from '../../config.js';
import { withDefaults } from './collect.js';
import { fragmentsOf } from './fragments.js';
import { mostRecords } from './most-records.js';

type Variables = Readonly<Record<string, unknown>>;

/** How many sizes of one operation's pages are kept. */
const KEPT = 100;
/** The arguments that say how many records a field can give. */
const SIZES = ['first', 'last', 'ids'];

/** How many records operations ask for, looked at once for the same document and the same sizes of pages. */
export class Asks {
  readonly #known = new WeakMap<
    OperationDefinitionNode,
    { deciding: readonly string[]; records: Map<string, number> }
  >();

  constructor(private readonly limits: Limits) {}

  /** The most records that the answer can hold. @throws LIMIT_EXCEEDED where fragments combine into too many selections */
  records(
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    given: Variables,
  ): number {
    const variables = withDefaults(operation, given);
    const known = this.#known.get(operation) ?? { deciding: deciding(document), records: new Map() };
    this.#known.set(operation, known);
    const key = JSON.stringify(
      known.deciding.map((name) => {
        const value = variables[name];
        return Array.isArray(value) ? { length: value.length } : value;
      }),
    );
    const before = known.records.get(key);
    if (before !== undefined) return before;
    const asked = { schema, fragments: fragmentsOf(document), variables };
    const records = mostRecords(asked, operation, this.limits.tokens);
    if (known.records.size >= KEPT) known.records.clear();
    known.records.set(key, records);
    return records;
  }
}

/** The variables that decide how many: in sizes of pages, in lists of ids, and in what is skipped. */
function deciding(document: DocumentNode): string[] {
  const names = new Set<string>();
  const note = (node: ASTNode) => {
    visit(node, { Variable: ({ name }) => void names.add(name.value) });
  };
  visit(document, {
    Directive: note,
    Argument: (argument) => {
      if (SIZES.includes(argument.name.value)) note(argument);
    },
  });
  return [...names].sort();
}
