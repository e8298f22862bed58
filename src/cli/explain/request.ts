import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { getOperationAST, GraphQLError, parse, printError, Source, type DocumentNode } from 'graphql';
import { RapporteurError } from '../../errors.js';

export interface RequestOptions {
  /** JSON, or a file of it. */
  readonly variables?: string;
  /** Which of the file's operations. */
  readonly operation?: string;
}

/** What graphql-js carries out. */
export interface Request {
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variableValues: Record<string, unknown>;
}

/** The query of a file, or of stdin for `-`, with its variables. @throws BAD_USER_INPUT where it is no query to carry out */
export async function readRequest(file: string, options: RequestOptions): Promise<Request> {
  const name = file === '-' ? 'stdin' : file;
  const body = file === '-' ? await text(process.stdin) : await contents(file);
  const document = parsed(new Source(body, name));
  const operation = getOperationAST(document, options.operation);
  if (!operation) {
    const names = document.definitions
      .filter((d) => d.kind === 'OperationDefinition')
      .map((d) => d.name?.value ?? 'one without a name');
    if (!names.length) throw refused(`${name} has no operation: it takes a query`);
    const has = `${name} has ${names.join(', ')}`;
    throw refused(
      options.operation ? `--operation ${options.operation}: ${has}` : `${has}: choose with --operation`,
    );
  }
  if (operation.operation !== 'query')
    throw refused(
      `${name} holds a ${operation.operation}; only a query is explained, since it changes nothing`,
    );
  return {
    document,
    operationName: operation.name?.value,
    variableValues: await variablesOf(options.variables),
  };
}

const refused = (message: string) => new RapporteurError('BAD_USER_INPUT', message);

function parsed(source: Source): DocumentNode {
  try {
    return parse(source);
  } catch (error) {
    throw error instanceof GraphQLError ? refused(printError(error)) : error;
  }
}

async function variablesOf(given = '{}'): Promise<Record<string, unknown>> {
  const inline = /^\s*[[{]/.test(given);
  const where = inline ? '--variables' : `--variables ${given}`;
  let values: unknown;
  try {
    values = JSON.parse(inline ? given : await contents(given));
  } catch (error) {
    throw error instanceof SyntaxError ? refused(`${where}: this is no JSON (${error.message})`) : error;
  }
  if (typeof values === 'object' && values && !Array.isArray(values))
    return values as Record<string, unknown>;
  throw refused(`${where}: variables are an object, as in {"id": "person:kim-myong-gil"}`);
}

async function contents(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw refused(code === 'ENOENT' ? `There is no file ${file}` : `${file} cannot be read (${message})`);
  }
}
