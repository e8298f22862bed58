import driver from 'neo4j-driver';
import { expect, test } from 'vitest';
import { isPassing, translated } from '../../src/store/neo4j/trouble.js';
import { neo4j } from '../server/engines.js';

// The driver's error for it has no code, and came to clients as a fault of the server.
test.skipIf(!('uri' in neo4j))('where no connection is to be had the store is unavailable', async () => {
  const one = driver.driver((neo4j as { uri: string }).uri, undefined, {
    maxConnectionPoolSize: 1,
    connectionAcquisitionTimeout: 100,
  });
  const busy = one.session().beginTransaction();
  await busy;
  const error = await one
    .session()
    .run('RETURN 1')
    .catch((e: unknown) => e);
  expect(isPassing(error)).toBe(true);
  expect(translated(error, 1000)).toMatchObject({ code: 'STORE_UNAVAILABLE' });
  await (await busy).rollback();
  await one.close();
});
