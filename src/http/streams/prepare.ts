import {
  getOperationAST,
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { IncomingHttpHeaders } from 'node:http';
import type { Context } from '../../api/explain.js';
import type { Limits } from '../../config.js';
import type { Spend } from '../closed/rates.js';
import { hashOf, untrusted, type Trusted } from '../closed/trusted.js';
import { codeOf, thrown } from '../errors.js';
import { documentLimits } from '../limits/document.js';
import { operationLimits } from '../limits/operation.js';
import type { Outcome, Watch } from '../watch/watch.js';

/** What is looked at before anything is carried out. */
export interface Preparing {
  readonly schema: GraphQLSchema;
  readonly limits: Limits;
  /** The documents that may be asked; all where it is left out. */
  readonly trusted?: Trusted | undefined;
  readonly introspection: boolean;
  /** What is asked counts with whoever asks; a subscription as what one change of it asks for. */
  readonly spend?: Spend | undefined;
  readonly watch: Watch;
}

/** A request as both protocols give it. */
interface Requested {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/** An operation that may be carried out, as both protocols hand it on. */
export interface Prepared {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variableValues: Readonly<Record<string, unknown>>;
  readonly contextValue: {
    readonly context: Context;
    /** The most records that it asks for. */
    readonly asked: number;
    readonly ended: Ended;
  };
}

interface Refused {
  readonly errors: readonly GraphQLError[];
}

type Ended = (result: Partial<Refused> & Pick<Outcome, 'cost'>) => void;

export type Prepare = (
  request: Requested,
  headers: IncomingHttpHeaders,
  context: Context,
) => Promise<Prepared | Refused>;

/** Looks at what is asked over a stream, as Apollo and its plugins do at /graphql: whether it is valid, trusted, within its limits and paid for. */
export function preparing({ schema, limits, trusted, introspection, spend, watch }: Preparing): Prepare {
  const within = operationLimits(limits);
  const rules = [
    ...specifiedRules,
    ...(introspection ? [] : [NoSchemaIntrospectionCustomRule]),
    documentLimits(limits),
  ];
  return async ({ query, operationName, variables }, headers, context) => {
    const watching = watch({ headers: mapOf(headers), context });
    let operation: OperationDefinitionNode | null | undefined;
    const ended: Ended = ({ errors = [], cost }) =>
      watching?.ended({
        kind: operation?.operation,
        name: operation?.name?.value,
        failed: errors.length > 0,
        code: errors[0] && codeOf(errors[0]),
        cost,
      });
    const refused = (errors: readonly GraphQLError[]): Refused => {
      ended({ errors });
      return { errors };
    };
    if (trusted && !trusted.has(hashOf(query))) return refused([untrusted()]);
    try {
      const document = parse(query, { maxTokens: limits.tokens });
      const wrong = validate(schema, document, rules, { hideSuggestions: !introspection });
      if (wrong.length) return refused(wrong.map((error) => coded(error, 'GRAPHQL_VALIDATION_FAILED')));
      operation = getOperationAST(document, operationName);
      if (!operation) return refused([unnamed(operationName)]);
      watching?.resolved?.(false);
      const variableValues = variables ?? {};
      const asked = within(schema, document, operation, variableValues) ?? 0;
      await spend?.(context, asked);
      const contextValue = { context, asked, ended };
      return { schema, document, operationName: operation.name?.value, variableValues, contextValue };
    } catch (error) {
      return refused([coded(thrown(error), 'GRAPHQL_PARSE_FAILED')]);
    }
  };
}

const mapOf = (headers: IncomingHttpHeaders): ReadonlyMap<string, string> =>
  new Map(Object.entries(headers).map(([name, value]) => [name, String(value)]));

/** An error with the code that Apollo gives such a one, where it has none of its own: without one it would pass for a fault of the server. */
function coded(error: GraphQLError, code: string): GraphQLError {
  if (error.originalError ?? error.extensions['code']) return error;
  const { message, nodes, source, positions } = error;
  return new GraphQLError(message, { nodes, source, positions, extensions: { code } });
}

/** As Apollo says it. */
const unnamed = (name: string | null | undefined) =>
  new GraphQLError(
    name
      ? `Unknown operation named "${name}".`
      : 'Must provide operation name if query contains multiple operations.',
    { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } },
  );
