import 'reflect-metadata';
import { test, expect } from 'vitest';
import driver from 'neo4j-driver';
import { describeNeo4j, neo4j } from '../server/engines.js';
console.log(neo4j, process.env.NEO4J_URI, process.env.NEO4J_LINE);
describeNeo4j('real', (uri) => {
  test('answers', async () => {
    const d = driver.driver(uri);
    const r = await d.executeQuery('CALL dbms.components() YIELD versions, edition RETURN versions, edition');
    console.log(r.records[0]!.toObject());
    await d.close();
    expect(1).toBe(1);
  });
});
