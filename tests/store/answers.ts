import 'reflect-metadata';
import { graphql } from 'graphql';
import { asking } from '../../src/api/ask.js';
import { buildApi } from '../../src/api/schema.js';
import { RapporteurError } from '../../src/errors.js';
import { catalogue } from '../../src/model/the-catalogue.js';
import type { Store } from '../../src/store/port.js';

let current: Store;

/** One schema for every store: root fields are answered by the one that is asked, whoever else is asked meanwhile. */
export const schema = buildApi(catalogue, (...args) => asking(catalogue, current, '0.0.0')(...args));

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
  variableValues: Record<string, unknown> = {},
): Promise<Answer> {
  current = store;
  const { data, errors = [] } = await graphql({ schema, source, variableValues });
  return {
    data,
    errors: errors.map(({ message, originalError }) =>
      originalError instanceof RapporteurError
        ? { code: originalError.code, message, details: originalError.details }
        : { code: undefined, message },
    ),
  };
}
