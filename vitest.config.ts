import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The model's decorators are TypeScript's own, without emitted types: modules that refer to each other load.
  oxc: { decorator: { legacy: true } },
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/server/neo4j.ts'],
    // The files that use Neo4j empty its one database: one file after another.
    fileParallelism: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
