import type { DocumentNode, FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { visit } from 'graphql';
import type { Catalogue } from '../model/catalogue.js';
import { sayAgain, type Said } from '../planner/params.js';
import { bound, plannedField, type FieldPlan, type Planned, type RootField } from '../planner/plan.js';
import { collect } from '../planner/selection.js';
import { answer, type MakeAnswer } from './answer/answer.js';
import { text } from './answer/making.js';

type Variables = Readonly<Record<string, unknown>>;

/** How many plans of one root field are kept: as many as its arguments said different things. */
const KEPT = 32;

/** What one document's operation comes to, kept from one request to the next: nothing is planned twice. */
export class PreparedOperation {
  readonly #fragments: Record<string, FragmentDefinitionNode>;
  /** The variables that say what of the document is left out. */
  readonly #conditions: readonly string[];
  /** Whether a text is asked for that not everybody may see: then it matters who asks. */
  readonly asksTexts: boolean;
  readonly #fields = new Map<string, readonly PreparedField[]>();

  constructor(
    private readonly catalogue: Catalogue,
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    readonly operation: OperationDefinitionNode,
  ) {
    const fragments = document.definitions.filter((d) => d.kind === 'FragmentDefinition');
    this.#fragments = Object.fromEntries(fragments.map((f) => [f.name.value, f]));
    this.#conditions = conditionsOf(document);
    this.asksTexts = asksTexts(document);
  }

  /** The root fields that these variables leave in, in their order. */
  fields(variables: Variables): readonly PreparedField[] {
    const key = JSON.stringify(this.#conditions.map((name) => variables[name]));
    const before = this.#fields.get(key);
    if (before) return before;
    const { operation } = this.operation;
    const type = operation === 'mutation' ? this.schema.getMutationType()! : this.schema.getQueryType()!;
    const around = { schema: this.schema, fragments: this.#fragments, variables };
    const made = [...collect(around, [this.operation.selectionSet], new Set([type.name]))].map(
      ([response, fieldNodes]) =>
        new PreparedField(this.catalogue, response, {
          schema: this.schema,
          fragments: this.#fragments,
          fieldNodes,
          fieldName: fieldNodes[0]!.name.value,
          parentType: type,
        }),
    );
    this.#fields.set(key, made);
    return made;
  }
}

export interface Ready {
  readonly plan: FieldPlan;
  readonly make: MakeAnswer<string>;
}

/** One root field: its plans, each with the maker of its answers. */
export class PreparedField {
  readonly #plans: { planned: Planned; said: readonly Said[]; make: MakeAnswer<string> }[] = [];

  constructor(
    private readonly catalogue: Catalogue,
    /** The response key. */
    readonly key: string,
    private readonly place: Omit<RootField, 'variableValues'>,
  ) {}

  root(variableValues: Variables): RootField {
    return { ...this.place, variableValues };
  }

  /**
   * The plan with the values of these variables. The arguments are said again: where they say what they said before, but
   * for values, the plan is the same. @throws BAD_USER_INPUT, BAD_CURSOR
   */
  ready(variables: Variables): Ready {
    for (const [i, { planned, said, make }] of this.#plans.entries()) {
      const params = sayAgain(said, variables);
      if (!params) continue;
      if (i) this.#plans.unshift(...this.#plans.splice(i, 1));
      return { plan: bound(planned, params), make };
    }
    const { planned, args } = plannedField(this.catalogue, this.root(variables));
    const make = answer(text, planned);
    this.#plans.unshift({ planned, said: args.said, make });
    this.#plans.length = Math.min(this.#plans.length, KEPT);
    return { plan: bound(planned, args.params), make };
  }
}

function asksTexts(document: DocumentNode): boolean {
  let found = false;
  visit(document, { Field: ({ name }) => void (found ||= name.value === 'body') });
  return found;
}

/** The variables in conditions of @skip and @include, wherever they stand. */
function conditionsOf(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: (directive) => {
      visit(directive, { Variable: ({ name }) => void names.add(name.value) });
    },
  });
  return [...names].sort();
}
