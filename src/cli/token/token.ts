import { isScope, scopes } from '../../access/identity.js';
import { createToken, revokeToken, tokens } from '../../access/tokens.js';
import { RapporteurError } from '../../errors.js';
import type { Store } from '../../store/port.js';
import { open } from '../open.js';

const say = (text: string) => process.stdout.write(`${text}\n`);

async function withStore(work: (store: Store) => Promise<void>): Promise<void> {
  const { store } = await open();
  try {
    await work(store);
  } finally {
    await store.close();
  }
}

/** Makes a token. @throws BAD_USER_INPUT, CONFLICT */
export async function create({
  scope,
  name,
}: {
  readonly scope: string;
  readonly name: string;
}): Promise<void> {
  const given = scope
    .split(',')
    .map((s) => s.trim())
    .filter(Boolean);
  const wrong = given.find((s) => !isScope(s));
  if (wrong !== undefined || !given.length)
    throw new RapporteurError(
      'BAD_USER_INPUT',
      `--scope ${scope}: ${wrong === undefined ? 'it is empty' : `'${wrong}' is no scope`}; there are ${scopes.join(' and ')}`,
    );
  if (!name.trim())
    throw new RapporteurError('BAD_USER_INPUT', '--name is empty; it says whose the token is');
  await withStore(async (store) => {
    const token = await createToken(store, { name: name.trim(), scopes: given.filter(isScope) });
    say(`A token for ${name.trim()}, who may ${given.join(' and ')}. It is shown this once:`);
    say(token);
  });
}

export const list = (): Promise<void> =>
  withStore(async (store) => {
    const all = await tokens(store);
    for (const { name, scopes, created } of all)
      say(`${name}  ${scopes.join(',')}  since ${created.slice(0, 10)}`);
    if (!all.length) say('There are no tokens: rapporteur token create makes one');
  });

/** @throws NOT_FOUND */
export const revoke = (name: string): Promise<void> =>
  withStore(async (store) => {
    await revokeToken(store, name);
    say(`The token of ${name} is not known any more`);
  });
