import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const src = join(import.meta.dirname, '..', 'src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((f) => /\.tsx?$/.test(f) && !f.endsWith('.d.ts'))
  .map(normalize);

/** A room, and the rooms it may import from; its own it may always. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  errors: [],
  settings: [],
  config: ['settings', 'errors'],
  model: ['errors'],
  plan: ['model'],
  planner: ['plan', 'model', 'errors'],
  store: ['plan', 'model', 'errors'],
  exchange: ['reading', 'store', 'model', 'errors'],
  reading: ['planner', 'store', 'plan', 'model', 'errors'],
  access: ['store', 'errors'],
  curation: ['reading', 'planner', 'store', 'plan', 'model', 'errors'],
  api: ['access', 'curation', 'reading', 'planner', 'exchange', 'store', 'plan', 'model', 'errors'],
  http: ['access', 'api', 'config', 'errors'],
  cli: ['http', 'access', 'api', 'curation', 'exchange', 'reading', 'store', 'model', 'config', 'errors'],
  web: [],
  main: ['cli'],
};

const room = (file: string) => file.split('/')[0]!.replace(/\.tsx?$/, '');
const imports = (file: string) =>
  [...readFileSync(join(src, file), 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, to]) =>
    relative(src, join(src, dirname(file), to!.replace(/\.js$/, '.ts'))),
  );

describe('imports', () => {
  test.each(files)('of %s point one way', (file) => {
    const allowed = arrows[room(file)];
    expect(allowed, `${room(file)} is a room of the house`).toBeDefined();
    for (const to of imports(file)) {
      if (to.startsWith('..')) {
        expect(room(file), `${file} reads ${to}`).toBe('web');
        continue;
      }
      expect([...allowed!, room(file)], `${file} imports ${to}`).toContain(room(to));
    }
  });

  test('name an engine in store/open.ts alone', () => {
    const naming = files.filter(
      (f) =>
        !/^store\/(neo4j|sqlite)\//.test(f) && imports(f).some((to) => /^store\/(neo4j|sqlite)\//.test(to)),
    );
    expect(naming).toEqual(['store/open.ts']);
  });
});

test('only config.ts reads the environment', () => {
  const reading = files.filter((f) => readFileSync(join(src, f), 'utf8').includes('process.env'));
  expect(reading).toEqual(['config.ts']);
});

test('no file is longer than 300 lines', () => {
  expect(files.filter((f) => readFileSync(join(src, f), 'utf8').split('\n').length > 300)).toEqual([]);
});
