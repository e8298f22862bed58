import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format } from 'prettier';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settings } from '../../src/settings.js';
import { codes } from '../../src/errors.js';
import { catalogue } from '../../src/model/the-catalogue.js';
import type { Store } from '../../src/store/port.js';
import { SqliteStore } from '../../src/store/sqlite/store.js';
import { ask, sowSeeds } from '../store/engines.js';

const root = join(import.meta.dirname, '../..');
const read = (page: string) => readFileSync(join(root, page), 'utf8');
const pages = ['README', 'ARCHITECTURE', 'CONTRIBUTING', 'CHANGELOG'].map((p) => `${p}.md`);
pages.push(
  ...readdirSync(join(root, 'docs'), { encoding: 'utf8' })
    .filter((f) => f.endsWith('.md'))
    .map((p) => `docs/${p}`),
);

/** The queries of a page by the line they begin at, each with the answer that stands directly below it. */
const examples = pages.flatMap((page) => {
  const text = read(page);
  return [
    ...text.matchAll(/^```graphql\n(.*?)^```(?:\n\n(?:<!-- prettier-ignore -->\n)?```json\n(.*?)^```)?/gms),
  ].map((found) => ({
    where: `${page}:${text.slice(0, found.index).split('\n').length}`,
    query: found[1]!,
    answer: found[2],
  }));
});

describe('the examples, on the seeds', () => {
  let store: Store;
  beforeAll(async () => {
    store = await SqliteStore.open(catalogue, { timeLimit: 20_000 });
    await sowSeeds(store);
  });
  afterAll(() => store.close());

  test.each(examples)('$where', async ({ query, answer }) => {
    const { data, errors } = await ask(store, query);
    expect(errors).toBeUndefined();
    expect(Object.values(data!)).not.toEqual([null]);
    if (answer) expect(data).toEqual(JSON.parse(answer));
  });

  test('are there, in the README too', () => {
    expect(examples.filter((e) => e.where.startsWith('README.md') && e.answer)).toHaveLength(1);
    expect(examples.length).toBeGreaterThan(8);
  });
});

test.each(pages)('the links of %s lead somewhere', (page) => {
  for (const [, to] of read(page).matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g))
    expect(existsSync(join(root, dirname(page), to!)), to).toBe(true);
});

/** `npx vitest run tests/docs -u` writes the page anew. */
test('docs/settings.md is the table of settings', async () => {
  const rows = settings.map(
    (s) => `| \`${s.name}\` | ${s.usual ? `\`${s.usual}\`` : ''} | ${s.description} |`,
  );
  const page = `# Settings

Settings come from the environment, and are read once, at the start. A malformed one, or a name close to one of Neo4j's, is an
error that says which one is right.

| name | when not given | what it is |
| --- | --- | --- |
${rows.join('\n')}
`;
  await expect(await format(page, { parser: 'markdown' })).toMatchFileSnapshot(
    join(root, 'docs/settings.md'),
  );
});

test('docs/errors.md names every code with what it means', () => {
  const page = read('docs/errors.md');
  for (const [code, meaning] of Object.entries(codes)) {
    const row = page.split('\n').find((line) => line.startsWith(`| \`${code}\``));
    expect(row, code).toContain(` ${meaning} `);
  }
});

test('docs/limits.md names every limit that is a setting, with its usual value', () => {
  const rows = read('docs/limits.md').split('\n');
  for (const { name, usual } of settings.filter((s) => s.name.startsWith('MAX_')))
    expect(rows.find((row) => row.includes(`| \`${name}\``))).toContain(
      ` ${Number(usual).toLocaleString('en')} `,
    );
});
