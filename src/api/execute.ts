import {
  execute as walk,
  getOperationAST,
  getVariableValues,
  isNonNullType,
  Kind,
  locatedError,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLSchema,
} from 'graphql';
import type { Catalogue } from '../model/catalogue.js';
import type { Store } from '../store/port.js';
import { heeding } from '../store/watched.js';
import { about } from './about.js';
import { Text } from './answer/text.js';
import { told } from './answer/told.js';
import type { Values } from './answer/values.js';
import { candidates } from './candidates.js';
import type { Identity } from '../access/identity.js';
import type { RootField } from '../planner/plan.js';
import { Library } from '../reading/knowledge/library.js';
import { explaining, type Context } from './explain.js';
import { forMerged, type Warning } from './merged.js';
import { mutate } from './mutate.js';
import { PreparedOperation, type PreparedField } from './prepared.js';
import { read } from './read.js';

type Variables = Readonly<Record<string, unknown>>;

/** An operation as it came: its document is valid. */
export interface Request {
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Variables | undefined;
  readonly context?: Context | undefined;
}

/** What graphql-js' `execute` gives, with the data as text. */
export interface Result {
  readonly errors?: readonly GraphQLError[];
  readonly data?: Text | null;
  readonly extensions?: { readonly warnings: readonly Warning[] };
}

export type Execute = (request: Request) => Promise<Result>;

/**
 * Carries out operations: each root field is planned once, read with one statement, and written as the text of the
 * response, without objects between. Only what asks about the schema itself is walked by graphql-js.
 */
export function executing(
  catalogue: Catalogue,
  schema: GraphQLSchema,
  store: Store | (() => Store),
  version: string,
): Execute {
  const known: Known = new WeakMap();
  return async ({ document, operationName, variables: given = {}, context }) => {
    const prepared = preparedIn(known, catalogue, schema, document, operationName ?? undefined);
    if (!prepared) return walked(schema, document, operationName, given);
    const { operation } = prepared;
    const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], given, {
      maxErrors: 50,
    });
    if (errors) return { errors };
    const asked = typeof store === 'function' ? store() : store;
    const heeded = context?.signal ? heeding(asked, context.signal) : asked;
    const answerer = new Answerer(catalogue, heeded, version, context);
    const fields = prepared.fields(coerced);
    if (operation.operation === 'mutation')
      return joined(fields, await inTurn(catalogue, asked, fields, coerced, context));
    if (prepared.asksTexts) answerer.mayReadIn = mayReadIn(await context?.whoAsks?.());
    const answers = await Promise.all(
      fields.map((field) =>
        isMeta(field)
          ? ofSchema(schema, document, prepared, field, given, coerced)
          : answerer.answer(field, coerced),
      ),
    );
    return joined(fields, answers);
  };
}

/** Operations that were prepared, by document and name. */
type Known = WeakMap<DocumentNode, Map<string | undefined, PreparedOperation>>;

function preparedIn(
  known: Known,
  catalogue: Catalogue,
  schema: GraphQLSchema,
  document: DocumentNode,
  name: string | undefined,
): PreparedOperation | undefined {
  const before = known.get(document)?.get(name);
  if (before) return before;
  // An empty name is the name of none: graphql-js says so.
  const operation = getOperationAST(document, name);
  if (!operation || operation.operation === 'subscription') return undefined;
  const made = new PreparedOperation(catalogue, schema, document, operation);
  const names = known.get(document) ?? new Map<string | undefined, PreparedOperation>();
  known.set(document, names.set(name, made));
  return made;
}

/** One root field's part of the answer. */
interface Part {
  readonly text: string;
  readonly records: number;
  readonly errors?: readonly GraphQLError[];
  /** It may not be null and is: there is no data then. */
  readonly isLost?: boolean;
  readonly warnings?: readonly Warning[];
}

function joined(fields: readonly PreparedField[], parts: readonly Part[]): Result {
  const errors = parts.flatMap((part) => part.errors ?? []);
  const lost = parts.some((part) => part.isLost);
  const text = fields.map(({ key }, i) => `${JSON.stringify(key)}:${parts[i]!.text}`).join(',');
  const records = parts.reduce((sum, part) => sum + part.records, 0);
  const warnings = parts.flatMap((part) => part.warnings ?? []);
  return {
    ...(errors.length ? { errors } : {}),
    data: lost ? null : new Text(`{${text}}`, records),
    ...(warnings.length ? { extensions: { warnings } } : {}),
  };
}

class Answerer {
  /** Whether whoever asks may see every text. */
  mayReadIn = false;

  constructor(
    private readonly catalogue: Catalogue,
    private readonly store: Store,
    private readonly version: string,
    private readonly context: Context | undefined,
  ) {}

  async answer(field: PreparedField, variables: Variables): Promise<Part> {
    const root = field.root(variables);
    try {
      return await this.text(field, variables);
    } catch (error) {
      return failed(error, field, root);
    }
  }

  private async text(field: PreparedField, variables: Variables): Promise<Part> {
    const { catalogue, version } = this;
    const root = field.root(variables);
    if (root.fieldName === '__typename') return { text: '"Query"', records: 0 };
    const store = explaining(catalogue, this.store, this.context, field.key, root);
    if (root.fieldName === 'about') return written(await about(catalogue, store, version, root));
    if (root.fieldName === 'candidates') return written(await candidates(catalogue, store, root));
    const { plan, make } = field.ready(variables);
    const raw = await read(catalogue, store, plan);
    const other = await forMerged(store, plan, raw);
    const of = told(plan, this.mayReadIn);
    if (!other) return { text: make(raw, of), records: of.records };
    const found = await read(catalogue, store, other.plan);
    return { text: make(found, of), records: of.records, warnings: other.warnings };
  }
}

function failed(error: unknown, field: PreparedField, root: RootField): Part {
  const { type } = root.parentType.getFields()[root.fieldName]!;
  const errors = [locatedError(error, root.fieldNodes, [field.key])];
  return { text: 'null', records: 0, errors, isLost: isNonNullType(type) };
}

const mayReadIn = (identity: Identity | undefined) => identity?.scopes.includes('read-in') ?? false;

const libraries = new WeakMap<Store, Library>();

/** The fields of a mutation, one after another, as GraphQL has it. */
async function inTurn(
  catalogue: Catalogue,
  store: Store,
  fields: readonly PreparedField[],
  variables: Variables,
  context: Context | undefined,
): Promise<Part[]> {
  const library = libraries.get(store) ?? new Library(store, catalogue);
  libraries.set(store, library);
  const parts: Part[] = [];
  for (const field of fields) {
    const root = field.root(variables);
    try {
      if (root.fieldName === '__typename') parts.push({ text: '"Mutation"', records: 0 });
      else {
        const identity = await context?.whoAsks?.();
        parts.push(await mutate({ catalogue, store, library, identity }, root));
      }
    } catch (error) {
      parts.push(failed(error, field, root));
    }
  }
  return parts;
}

const written = ({ value, records }: Values<unknown>): Part => ({ text: JSON.stringify(value), records });

const isMeta = (field: PreparedField) => ['__schema', '__type'].includes(field.root({}).fieldName);

/** A root field about the schema, by graphql-js. */
async function ofSchema(
  schema: GraphQLSchema,
  document: DocumentNode,
  { operation }: PreparedOperation,
  field: PreparedField,
  given: Variables,
  variables: Variables,
): Promise<Part> {
  const selections = field.root(variables).fieldNodes;
  const only: DocumentNode = {
    ...document,
    definitions: [
      { ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections } },
      ...document.definitions.filter((d) => d.kind === 'FragmentDefinition'),
    ],
  };
  const { data, errors } = await walk({ schema, document: only, variableValues: given });
  const text = JSON.stringify(data?.[field.key] ?? null);
  return { text, records: 0, ...(errors ? { errors } : {}), isLost: !data };
}

async function walked(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
  variableValues: Variables,
): Promise<Result> {
  const { data, errors }: ExecutionResult = await walk({ schema, document, operationName, variableValues });
  return {
    ...(errors ? { errors } : {}),
    ...(data === undefined ? {} : { data: data && new Text(JSON.stringify(data), 0) }),
  };
}
