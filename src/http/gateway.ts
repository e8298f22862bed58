import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import type { FormattedExecutionResult, GraphQLSchema } from 'graphql';
import { Text } from '../api/answer/text.js';
import type { Context } from '../api/explain.js';
import type { Execute } from '../api/execute.js';

type Gateway = NonNullable<ApolloServerOptionsWithGateway<Context>['gateway']>;

/** Apollo's way in for an executor of one's own: errors keep their codes and formatting, and plugins run. */
export function gateway(schema: GraphQLSchema, execute: Execute): Gateway {
  return {
    load: () =>
      Promise.resolve({
        executor: ({ document, request, context }) =>
          execute({
            document,
            // Not the context's own: that is null where no operation has the name.
            operationName: request.operationName,
            variables: request.variables,
            context: context as Context,
          }) as never,
      }),
    onSchemaLoadOrUpdate: (tell) => {
      tell({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    stop: () => Promise.resolve(),
  };
}

/** A response as JSON, its data being the text that it is already. */
export function stringify(value: FormattedExecutionResult): string {
  const { errors, data, extensions } = value;
  if (!((data as unknown) instanceof Text)) return `${JSON.stringify(value)}\n`;
  const parts = [
    ...(errors ? [`"errors":${JSON.stringify(errors)}`] : []),
    `"data":${(data as unknown as Text).text}`,
    ...(extensions ? [`"extensions":${JSON.stringify(extensions)}`] : []),
  ];
  return `{${parts.join(',')}}\n`;
}
