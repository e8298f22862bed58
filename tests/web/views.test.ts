import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalogue } from '../../src/model/the-catalogue.js';
import { SqliteStore } from '../../src/store/sqlite/store.js';
import type { Store } from '../../src/store/port.js';
import { served, type Served } from '../http/served.js';
import { onBothEngines, record, sowSeeds, write } from '../store/engines.js';
import { inBrowser, watched } from './browser.js';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const VIEWS = [
  ['/', 'Contested now'],
  ['/search?q=denuc', '8 found'],
  ['/meeting/us-north-korea-stockholm-2019-10-05', 'Their accounts, side by side'],
  ['/person/kim-myong-gil', 'Offices'],
  ['/country/north-korea', 'Who spoke for them'],
  ['/organization/united-nations', 'Statements'],
  ['/topic/denuclearisation', 'Claims'],
  ['/claim/stockholm-2019-10-06-talks-broke-down', 'Who affirms it, who denies it'],
  ['/article/stockholm-2019-10-06', 'What it says'],
  ['/statement/stockholm-2019-10-06-broke-down', 'As it was reported'],
  ['/place/korean-peninsula', 'What is said of it'],
  ['/mention/stockholm-2019-10-06-445-kim-myong-gil', 'What it rests on'],
  ['/explore', 'Heard most'],
  ['/explore?of=person:kim-myong-gil&to=country:sweden', 'How they are tied'],
  ['/talks', 'Where they met'],
  ['/read', 'Read an article'],
  ['/review', 'Waiting to be decided'],
  ['/review/merge?ids=person:ann-linde&into=person:stephen-biegun', 'Merge'],
  ['/review/split?id=person:ann-linde', 'Facts of Ann Linde'],
  ['/review/log', 'Log'],
] as const;

const seen = (page: Page, text: string) => page.getByRole('heading', { name: text }).first().waitFor();

inBrowser('The page in a browser', (folder, browser) => {
  onBothEngines('each view', (engine) => {
    let store: Store;
    let server: Served;
    beforeAll(async () => {
      store = await engine.open();
      await sowSeeds(store);
      server = await served(store, {}, folder);
    });
    afterAll(async () => {
      await server.close();
      await store.close();
    });

    test(
      'shows what it is of, at its own address, and asks nobody but this server',
      { timeout: 300_000 },
      async () => {
        const { page, complaints } = await watched(browser(), server.address);
        for (const [path, heading] of VIEWS) {
          await page.goto(server.address.replace(/\/$/, '') + path);
          await seen(page, heading);
          expect(await page.title(), path).toContain('Rapporteur');
          expect(await page.locator('[role=alert]').count(), path).toBe(0);
        }
        expect(complaints).toEqual([]);
        await page.context().close();
      },
    );

    test(
      'from the search to the meeting, a statement and its article; and back',
      { timeout: 150_000 },
      async () => {
        const { page, complaints } = await watched(browser(), server.address);
        await page.goto(server.address);
        await seen(page, 'Contested now');
        await page.keyboard.press('/');
        await page.keyboard.type('stockholm talks');
        const wanted = page.getByRole('option', { name: /^meeting ?Stockholm talks, 5 October 2019/ });
        await wanted.waitFor();
        // Down to it, as far as it stands down the list.
        for (let i = 0; i < 9 && (await wanted.getAttribute('aria-selected')) !== 'true'; i++)
          await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
        await seen(page, 'Their accounts, side by side');
        await page
          .getByRole('link', { name: /negotiations have not fulfilled/ })
          .first()
          .click();
        await seen(page, 'As it was reported');
        await page
          .getByRole('link', { name: /^Nuclear talks/ })
          .first()
          .click();
        await seen(page, 'What it says');
        expect(new URL(page.url()).pathname).toBe('/article/stockholm-2019-10-06');
        await page.goBack();
        await seen(page, 'As it was reported');
        await page.goBack();
        await seen(page, 'Their accounts, side by side');
        expect(complaints).toEqual([]);
        await page.context().close();
      },
    );
  });

  describe('with one store', () => {
    let store: Store;
    let server: Served;
    const hostile = '<img src=x onerror=alert(1)> & “שלום” 🕊️ ' + 'x'.repeat(10_000);
    beforeAll(async () => {
      store = await SqliteStore.open(catalogue, { timeLimit: 20_000 });
      await sowSeeds(store);
      await write(store, [
        record('Person', 'person:hostile', { name: 'Ann <script>alert(1)</script> Lind' }),
        record('Article', 'article:kept', {
          title: 'An <b>article</b>',
          language: 'en',
          textHash: '0'.repeat(64),
          textLength: 40,
          licence: 'CC-BY-4.0',
          body: '<i>Ann</i> said: “We had good talks.” Bye.',
        }),
        record('Statement', 'statement:hostile', {
          text: hostile,
          language: 'en',
          act: 'SAYS',
          speaker: 'person:hostile',
        }),
      ]);
      server = await served(store, {}, folder);
    });
    afterAll(async () => {
      await server.close();
      await store.close();
    });

    test.each([1300, 400])(
      'axe finds nothing wrong in light or dark, %i pixels wide',
      { timeout: 300_000 },
      async (width) => {
        const { page } = await watched(browser(), server.address, { viewport: { width, height: 900 } });
        for (const [path, heading] of VIEWS) {
          await page.goto(server.address.replace(/\/$/, '') + path);
          await seen(page, heading);
          await page.evaluate(axeSource());
          for (const colorScheme of ['light', 'dark'] as const) {
            await page.emulateMedia({ colorScheme });
            // In the dark the colours alone are others.
            const rules = colorScheme === 'dark' ? { runOnly: ['color-contrast'] } : {};
            const wrong = await page.evaluate(async (rules) => {
              const { violations } = await (
                globalThis as unknown as {
                  axe: {
                    run(rules: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
                  };
                }
              ).axe.run(rules);
              return violations.map((v) => `${v.id}: ${v.nodes[0]?.html.slice(0, 200)}`);
            }, rules);
            expect(wrong, `${path}, ${colorScheme}`).toEqual([]);
          }
          const over = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
          expect(over, `${path} runs over its side`).toBeLessThanOrEqual(0);
        }
        await page.context().close();
      },
    );

    test('names and statements with HTML, right-to-left text and emoji are text', async () => {
      const { page, complaints } = await watched(browser(), server.address);
      await page.goto(`${server.address}statement/hostile`);
      await seen(page, 'As it was reported');
      const text = await page.locator('main').innerText();
      expect(text).toContain('<img src=x onerror=alert(1)> & “שלום” 🕊️ xxx');
      expect(text).toContain('Ann <script>alert(1)</script> Lind');
      expect(await page.locator('main img').count()).toBe(0);
      await page.goto(`${server.address}search?q=alert`);
      await page.getByRole('heading', { name: /found/ }).waitFor();
      expect(await page.locator('main').innerText()).toContain('src=x onerror=alert(1)>');
      expect(complaints).toEqual([]);
      await page.context().close();
    });

    test('what is written while it is looked at appears without a reload', { timeout: 150_000 }, async () => {
      const { page, complaints } = await watched(browser(), server.address);
      await page.goto(server.address);
      await seen(page, 'Latest statements');
      await write(store, [
        record('Statement', 'statement:live', {
          text: 'This was said just now',
          language: 'en',
          act: 'SAYS',
          said: '2026-01-01',
          speaker: 'person:hostile',
        }),
      ]);
      await page.getByRole('link', { name: 'This was said just now' }).waitFor();
      expect(complaints).toEqual([]);
      await page.context().close();
    });

    test('the text of an article that may be shown is shown as text', async () => {
      const { page } = await watched(browser(), server.address);
      await page.goto(`${server.address}article/kept`);
      await seen(page, 'The text');
      expect(await page.locator('.body').innerText()).toBe('<i>Ann</i> said: “We had good talks.” Bye.');
      await page.context().close();
    });

    test(
      '"Show the query" opens it in the playground, where it gives the same',
      { timeout: 240_000 },
      async () => {
        const { page, complaints } = await watched(browser(), server.address);
        await page.goto(`${server.address}topic/denuclearisation`);
        await seen(page, 'Claims');
        await page.getByRole('link', { name: 'Show the query' }).first().click();
        // The editor comes later than its buttons.
        await page.locator('.graphiql-query-editor').getByText('topic').first().waitFor();
        const response = async () => {
          await page.locator('.graphiql-execute-button').click();
          return page.locator('.graphiql-response').innerText();
        };
        await expect.poll(response, { timeout: 50_000, interval: 2000 }).toContain('"AFFIRMS"');
        expect(complaints).toEqual([]);
        await page.context().close();
      },
    );

    test('each panel’s own query gives the panel’s own numbers', { timeout: 300_000 }, async () => {
      const { page } = await watched(browser(), server.address);
      let asked = 0;
      for (const [path, heading] of VIEWS.filter(
        ([p]) => !p.startsWith('/re') && !p.startsWith('/explore?'),
      )) {
        await page.goto(server.address.replace(/\/$/, '') + path);
        await seen(page, heading);
        for (const panel of await page.getByRole('region').all()) {
          const link = panel.getByRole('link', { name: 'Show the query' });
          const json = panel.getByRole('button', { name: 'JSON' });
          if (!(await link.count()) || !(await json.count())) continue;
          const { searchParams } = new URL((await link.getAttribute('href'))!, server.address);
          const response = await fetch(`${server.address}graphql`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({
              query: searchParams.get('query'),
              variables: JSON.parse(searchParams.get('variables') ?? '{}') as object,
            }),
          });
          const answer = (await response.json()) as { data: unknown; errors?: unknown };
          expect(answer.errors, path).toBeUndefined();
          const [file] = await Promise.all([page.waitForEvent('download'), json.click()]);
          const known = leavesOf(answer.data);
          const shown = leavesOf(JSON.parse(readFileSync(await file.path(), 'utf8')));
          expect(
            [...shown].filter((leaf) => !known.has(leaf)),
            `${path}: ${searchParams.get('query')}`,
          ).toEqual([]);
          asked++;
        }
      }
      expect(asked).toBeGreaterThan(30);
      await page.context().close();
    });

    test('whatever has an id has a view at its address', { timeout: 150_000 }, async () => {
      const { page } = await watched(browser(), server.address);
      for (const { prefix } of catalogue.concrete) {
        await page.goto(`${server.address}${prefix}/nobody`);
        await page.getByText(`There is no ${prefix}:nobody in this graph.`).waitFor();
      }
      await page.context().close();
    });

    test('pictures are taken along as SVG and PNG, in their colours', { timeout: 150_000 }, async () => {
      const { page } = await watched(browser(), server.address);
      const take = async (path: string, title: RegExp, kind: string) => {
        await page.goto(server.address + path);
        const panel = page.getByRole('region', { name: title });
        await panel.locator('svg, canvas').first().waitFor();
        const [file] = await Promise.all([
          page.waitForEvent('download'),
          panel.getByRole('button', { name: kind }).click(),
        ]);
        return readFileSync(await file.path());
      };
      const svg = (await take('person/kim-myong-gil', /^Offices/, 'SVG')).toString();
      expect(svg).toMatch(/^<svg[^>]* xmlns="http:\/\/www.w3.org\/2000\/svg"/);
      expect(svg).toMatch(/color: rgb\(31, 95, 139\)/);
      expect(svg).not.toContain('var(');
      const png = [0x89, 0x50, 0x4e, 0x47];
      expect([...(await take('person/kim-myong-gil', /^Offices/, 'PNG')).subarray(0, 4)]).toEqual(png);
      expect([...(await take('explore?of=person:kim-myong-gil', /^Network/, 'PNG')).subarray(0, 4)]).toEqual(
        png,
      );
      await page.context().close();
    });

    test('an error in one part is said there, and the rest of the view stays', async () => {
      const { page } = await watched(browser(), server.address);
      await page.route('**/graphql', async (route) => {
        const response = await route.fetch();
        const answer = (await response.json()) as { data: Record<string, unknown>; errors?: unknown[] };
        if ('about' in answer.data) {
          answer.data['about'] = null;
          answer.errors = [{ message: 'The counts are being made', path: ['about'] }];
        }
        await route.fulfill({ response, json: answer });
      });
      await page.goto(server.address);
      await page.getByText('This part could not be loaded: The counts are being made').waitFor();
      await seen(page, 'Contested now');
      expect(await page.locator('[role=alert]').count()).toBe(1);
      await page.context().close();
    });

    test('a slow server is waited for, and the page says that it loads', async () => {
      const { page } = await watched(browser(), server.address);
      await page.route('**/graphql', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 1500));
        await route.continue();
      });
      await page.goto(`${server.address}topic/denuclearisation`);
      await page.getByText('Loading …').first().waitFor();
      await seen(page, 'Claims');
      await page.context().close();
    });

    test('what is not there, and a server that is gone, are said, and the page stays', async () => {
      const { page } = await watched(browser(), server.address);
      await page.goto(`${server.address}person/nobody`);
      await page.getByText('There is no person:nobody in this graph.').waitFor();
      await page.route('**/graphql', (route) => route.abort());
      await page.getByRole('link', { name: 'Rapporteur' }).click();
      await page.getByText('The server does not answer').waitFor();
      expect(await page.getByRole('search').count()).toBe(1);
      await page.context().close();
    });
  });

  test('an empty graph says how to fill it', async () => {
    const store = await SqliteStore.open(catalogue, { timeLimit: 20_000 });
    const server = await served(store, {}, folder);
    const { page, complaints } = await watched(browser(), server.address);
    await page.goto(server.address);
    await page.getByText('The graph is empty.').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
    await server.close();
    await store.close();
  });
});

/** All texts and numbers that stand in an answer. */
function leavesOf(value: unknown, leaves = new Set<unknown>()): Set<unknown> {
  if (typeof value === 'object' && value !== null)
    for (const [name, one] of Object.entries(value)) {
      if (name !== '__typename') leavesOf(one, leaves);
    }
  else if (value !== null) leaves.add(value);
  return leaves;
}

let source: string | undefined;
/** Evaluated by the browser's own tools, since the page's policy lets in no script but its own. */
function axeSource(): string {
  source ??= readFileSync(axe, 'utf8');
  return source;
}
