import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import neo4j from 'neo4j-driver';
import { expect, test } from 'vitest';
import { found } from '../../src/store/neo4j/found.js';
import { neo4j as server } from '../server/engines.js';

/** The driver keeps all results of a transaction: a backup of a million statements filled the heap with what it had written. */
test.skipIf('missing' in server)('holds nothing of what it has read', async () => {
  setFlagsFromString('--expose_gc');
  const sweep = runInNewContext('gc') as () => void;
  const driver = neo4j.driver((server as { uri: string }).uri);
  const session = driver.session();
  const transaction = await session.beginTransaction();
  const read = async () => {
    const rows = await found(transaction, 'UNWIND $ids AS id RETURN {id: id} AS value', { ids: ['a', 'b'] });
    expect(rows).toEqual([{ value: { id: 'a' } }, { value: { id: 'b' } }]);
    return new WeakRef(rows[0]!['value'] as object);
  };
  const before = await read();
  await read();
  for (let i = 0; i < 10 && before.deref(); i++) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    sweep();
  }
  expect(before.deref()).toBeUndefined();
  await expect(found(transaction, 'RETURN nothing', {})).rejects.toMatchObject({
    code: 'Neo.ClientError.Statement.SyntaxError',
  });
  await session.close();
  await driver.close();
});
