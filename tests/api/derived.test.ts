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
  test('is answered whole, but for groups, search, ties and proposals', () => {
    const query = (sdl: string) => {
      const schema = buildSchema(sdl).toConfig();
      return new GraphQLSchema({ ...schema, types: [], mutation: undefined, subscription: undefined });
    };
    const missing = findBreakingChanges(
      query(readFileSync(language, 'utf8')),
      query(files['rapporteur.graphql']!),
    );
    const later =
      /^(Group|\w+GroupBy|SearchConnection|SearchEdge|Path|PathStep|Query\.(search|paths|neighbours|proposals)|\w+Connection\.groups) was removed\.$/;
    expect(missing.map((m) => m.description).filter((d) => !later.test(d))).toEqual([]);
  });
});
