import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GraphQLSchema } from 'graphql';
import { makeReady } from '../api/ready.js';
import { RapporteurError } from '../errors.js';
import type { Catalogue } from '../model/catalogue.js';
import type { Store } from '../store/port.js';

export interface KnownOperation {
  readonly file: string;
  readonly source: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The documents of a folder, NAME.graphql, each with NAME.variables.json where it is there. @throws BAD_SETTING */
export async function knownOperations(folder: string): Promise<KnownOperation[]> {
  try {
    const all = await readdir(folder);
    const files = all.filter((file) => file.endsWith('.graphql')).sort();
    return await Promise.all(
      files.map(async (file) => {
        const given = file.replace(/graphql$/, 'variables.json');
        const variables = all.includes(given) ? await readFile(join(folder, given), 'utf8') : '{}';
        return {
          file,
          source: await readFile(join(folder, file), 'utf8'),
          variables: JSON.parse(variables) as Record<string, unknown>,
        };
      }),
    );
  } catch (error) {
    throw new RapporteurError(
      'BAD_SETTING',
      `KNOWN_OPERATIONS=${folder} cannot be: it takes a folder of GraphQL documents (${(error as Error).message})`,
    );
  }
}

/** Makes them ready, one after another, and says which it cannot. Ends early where nobody waits for it any more. */
export async function makeAllReady(
  catalogue: Catalogue,
  schema: GraphQLSchema,
  store: Store,
  operations: readonly KnownOperation[],
  say: (text: string) => void,
  ended: () => boolean,
): Promise<void> {
  let ready = 0;
  for (const { file, source, variables } of operations) {
    if (ended()) return;
    try {
      await makeReady(catalogue, schema, store, source, variables);
      ready++;
    } catch (error) {
      if (!ended()) say(`KNOWN_OPERATIONS: ${file} is not ready: ${(error as Error).message}`);
    }
  }
  say(`${ready} known operation${ready === 1 ? ' is' : 's are'} ready`);
}
