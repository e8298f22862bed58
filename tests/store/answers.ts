import 'reflect-metadata';
import { GraphQLError, parse, validate, type DocumentNode } from 'graphql';
import { executing, type Result } from '../../src/api/execute.js';
import type { Context } from '../../src/api/explain.js';
import { buildApi } from '../../src/api/schema.js';
import { RapporteurError } from '../../src/errors.js';
import { catalogue } from '../../src/model/the-catalogue.js';
import type { Store } from '../../src/store/port.js';

let current: Store;

/** One schema for every store: root fields are answered by the one that is asked, whoever else is asked meanwhile. */
export const schema = buildApi(catalogue);
const execute = executing(catalogue, schema, () => current, '0.0.0');

/** Carries out a document that may be none, as a server does. */
export async function carriedOut(
  store: Store,
  source: string,
  variables?: Record<string, unknown>,
  context?: Context,
): Promise<Result> {
  let document: DocumentNode;
  try {
    document = parse(source);
  } catch (error) {
    return { errors: [error as GraphQLError] };
  }
  const errors = validate(schema, document);
  if (errors.length) return { errors };
  current = store;
  return execute({ document, variables, context });
}

export interface Answer {
  readonly data: unknown;
  readonly errors: readonly {
    readonly code: string | undefined;
    readonly message: string;
    readonly details?: unknown;
  }[];
}

export async function answerOf(
  store: Store,
  source: string,
  variables: Record<string, unknown> = {},
): Promise<Answer> {
  const { data, errors = [] } = await carriedOut(store, source, variables);
  return {
    data: data ? data.toJSON() : data,
    errors: errors.map(({ message, originalError }) =>
      originalError instanceof RapporteurError
        ? { code: originalError.code, message, details: originalError.details }
        : { code: undefined, message },
    ),
  };
}
