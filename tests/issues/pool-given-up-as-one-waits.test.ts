import { expect, test } from 'vitest';
import { Bolt } from '../../src/store/neo4j/bolt.js';
import { neo4j } from '../server/engines.js';

const without = 'missing' in neo4j ? neo4j.missing : '';

// Where one statement heard nothing for too long the pool is given up: those that waited for a connection of it were told of a fault.
test.skipIf(without)(
  `who waits as the pool is given up is served by the next${without && ` (${without})`}`,
  async () => {
    const { uri } = neo4j as { uri: string };
    const bolt = new Bolt({ uri, database: 'neo4j', timeLimit: 10_000 });
    const reading = Array.from({ length: 5 }, (_, i) => bolt.read('RETURN $i AS i', { i }));
    const writing = bolt.write((transaction) => transaction.run('RETURN 9 AS i'));
    (bolt as unknown as { renew(): void }).renew();
    const told = (await Promise.all([...reading, writing])).map(
      ({ records }) => records[0]!.get('i') as number,
    );
    expect(told).toEqual([0, 1, 2, 3, 4, 9]);
    await bolt.close();
  },
);
