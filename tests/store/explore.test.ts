import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalogue } from '../../src/model/the-catalogue.js';
import { Neo4jStore } from '../../src/store/neo4j/store.js';
import { neo4j as server } from '../server/engines.js';
import { empty, sowSeeds } from './engines.js';

const root = join(import.meta.dirname, '..', '..');
const files = readdirSync(join(root, 'cypher')).filter((f) => f.endsWith('.cypher'));

describe.skipIf('missing' in server)(
  `the queries of cypher/ ${'missing' in server ? server.missing : ''}`,
  () => {
    let driver: Driver;
    beforeAll(async () => {
      const { uri } = server as { uri: string };
      await empty(uri);
      const store = await Neo4jStore.open(catalogue, { uri, database: 'neo4j', timeLimit: 20_000 });
      await sowSeeds(store);
      await store.close();
      driver = neo4j.driver(uri);
    });
    afterAll(() => driver?.close());

    test.each(files)('%s finds something in the seeds', async (file) => {
      const { records } = await driver.executeQuery(readFileSync(join(root, 'cypher', file), 'utf8'));
      expect(records.length).toBeGreaterThan(0);
    });
  },
);
