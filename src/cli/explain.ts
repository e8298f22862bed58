import { getOperationAST, printError, validate, type GraphQLError } from 'graphql';
import { executing } from '../api/execute.js';
import { Explanation } from '../api/explain.js';
import { buildApi } from '../api/schema.js';
import { readConfig } from '../config.js';
import { RapporteurError } from '../errors.js';
import { Asks } from '../http/limits/asks.js';
import type { OperationCost } from '../http/limits/cost.js';
import { catalogue } from '../model/the-catalogue.js';
import { openStore } from '../store/open.js';
import { report } from './explain/report.js';
import { readRequest, type RequestOptions } from './explain/request.js';

/**
 * `rapporteur explain`: carries a query out and shows how each root field was answered. What it has to say goes to
 * stdout, what went wrong to stderr, and the exit code is then 1.
 */
export async function explain(
  file: string,
  { json, ...options }: RequestOptions & { json?: boolean },
  version: string,
): Promise<void> {
  const request = await readRequest(file, options);
  const config = readConfig();
  const store = await openStore(catalogue, config);
  try {
    const schema = buildApi(catalogue);
    const faults = validate(schema, request.document);
    if (faults.length) throw new RapporteurError('BAD_USER_INPUT', faults.map(printError).join('\n\n'));
    if (await store.isEmpty())
      complain(
        'The store is empty: what follows shows how, not how much. `npm run seed` gives it the seeds.',
      );
    const explanation = new Explanation();
    const { document, operationName, variableValues: variables } = request;
    const execute = executing(catalogue, schema, store, version);
    const { data, errors = [] } = await execute({
      document,
      operationName,
      variables,
      context: { explanation },
    });
    const operation = getOperationAST(document, operationName);
    const cost: OperationCost | undefined =
      data && operation
        ? {
            asked: new Asks(config.limits).records(schema, document, operation, variables),
            actual: data.records,
            limit: config.limits.objects,
          }
        : undefined;
    const shown = json
      ? JSON.stringify(
          {
            ...explanation,
            ...(cost ? { cost } : {}),
            ...(errors.length ? { errors: errors.map(plain) } : {}),
          },
          null,
          2,
        )
      : report(explanation, cost, process.stdout);
    if (shown) process.stdout.write(`${shown}\n`);
    for (const error of errors) complain(printError(error));
    if (errors.length) process.exitCode = 1;
  } finally {
    await store.close();
  }
}

const complain = (text: string) => process.stderr.write(`${text}\n`);

function plain(error: GraphQLError): object {
  const { originalError: cause } = error;
  const code = cause instanceof RapporteurError ? { extensions: { code: cause.code, ...cause.details } } : {};
  return { ...error.toJSON(), ...code };
}
