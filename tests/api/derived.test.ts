import 'reflect-metadata';
import { existsSync, readFileSync } from 'node:fs';
import { buildSchema, findBreakingChanges, GraphQLSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { derived } from '../../src/cli/derived.js';

const root = new URL('../../', import.meta.url);
const files = derived();

test.each(Object.keys(files))(
  'schema/%s is what the catalogue says (npm run schema writes it anew)',
  (name) => {
    expect(readFileSync(new URL(`schema/${name}`, root), 'utf8')).toBe(files[name]);
  },
);

const language = new URL('../shared/API.graphql', root);

describe.skipIf(!existsSync(language))('the public language (skipped where ../shared is absent)', () => {
  test('is answered whole, but for groups, search and proposals', () => {
    const query = (sdl: string) => {
      const schema = buildSchema(sdl).toConfig();
      return new GraphQLSchema({ ...schema, types: [], mutation: undefined, subscription: undefined });
    };
    const missing = findBreakingChanges(
      query(readFileSync(language, 'utf8')),
      query(files['rapporteur.graphql']!),
    );
    expect(missing.map((m) => m.description)).toEqual([]);
  });
});
