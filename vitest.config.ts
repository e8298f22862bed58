import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// One graphql in every module: with two, a type of one is no type for the other.
const graphql = fileURLToPath(new URL('node_modules/graphql/index.js', import.meta.url));

export default defineConfig({
  // The model's decorators are TypeScript's own, without emitted types: modules that refer to each other load.
  oxc: { decorator: { legacy: true } },
  resolve: { alias: [{ find: /^graphql$/, replacement: graphql }] },
  test: {
    server: { deps: { inline: [/type-graphql/] } },
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/server/neo4j.ts'],
    // The files that use Neo4j empty its one database, so each worker has a server of its own. Two, since each has a process
    // beside it; one where there is one server given.
    maxWorkers: process.env['TEST_NEO4J_URI'] ? 1 : 2,
    // Loading all modules anew for each file took a third of the time; none keeps anything from one file for another.
    isolate: false,
    setupFiles: ['tests/server/fresh.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
