import type { GraphQLResponse } from '@apollo/server';
import type { OperationCost } from '../limits/cost.js';

/** How an operation ended, without its values: the first error's code, and what it cost. */
export function outcome({ body }: Pick<GraphQLResponse, 'body'>): {
  readonly code: string | undefined;
  readonly failed: boolean;
  readonly cost: OperationCost | undefined;
  readonly data: unknown;
} {
  const result = body.kind === 'single' ? body.singleResult : undefined;
  const code = result?.errors?.[0]?.extensions?.['code'];
  return {
    code: code === undefined ? undefined : String(code),
    failed: Boolean(result?.errors?.length),
    cost: result?.extensions?.['cost'] as OperationCost | undefined,
    data: result?.data,
  };
}
