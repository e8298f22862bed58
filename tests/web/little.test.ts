import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogue } from '../../src/model/the-catalogue.js';
import { SqliteStore } from '../../src/store/sqlite/store.js';
import { served, type Served } from '../http/served.js';
import { record, sowSeeds, write } from '../store/engines.js';
import { inBrowser, watched } from './browser.js';

inBrowser('With little in the graph', (folder, browser) => {
  let store: SqliteStore;
  let server: Served;
  beforeAll(async () => {
    store = await SqliteStore.open(catalogue, { timeLimit: 20_000 });
    await write(store, [record('Person', 'person:one', { name: 'One Alone' })]);
    server = await served(store, {}, folder);
  });
  afterAll(async () => {
    await server.close();
    await store.close();
  });

  test('one entity alone has a front, a view, a network and a map', async () => {
    const { page, complaints } = await watched(browser(), server.address);
    await page.goto(server.address);
    await page.getByText('Nothing is recorded here yet.').first().waitFor();
    await page.goto(`${server.address}person/one`);
    await page.getByRole('heading', { name: 'One Alone', level: 1 }).waitFor();
    await page.goto(`${server.address}explore?of=person:one`);
    await page.getByText(/^1 entity and 0 ties/).waitFor();
    await page.goto(`${server.address}talks`);
    await page.getByText('Nothing is recorded here yet.').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

inBrowser('A part of a view', (folder, browser) => {
  let store: SqliteStore;
  let server: Served;
  beforeAll(async () => {
    store = await SqliteStore.open(catalogue, { timeLimit: 20_000 });
    await sowSeeds(store);
    server = await served(store, {}, folder);
  });
  afterAll(async () => {
    await server.close();
    await store.close();
  });

  test('has an address to share, which leads to it', async () => {
    const { page } = await watched(browser(), server.address, { viewport: { width: 800, height: 400 } });
    await page.goto(`${server.address}meeting/us-north-korea-stockholm-2019-10-05`);
    await page.getByRole('heading', { name: 'Who met' }).getByRole('link').click();
    expect(new URL(page.url()).hash).toBe('#who-met');
    const shared = page.url();
    await page.goto('about:blank');
    await page.goto(shared);
    const region = page.getByRole('region', { name: 'Who met' });
    await region.waitFor();
    await expect.poll(async () => Math.abs((await region.boundingBox())!.y)).toBeLessThan(300);
    await page.context().close();
  });

  test('goes on where a page of what is found ends', async () => {
    await write(
      store,
      Array.from({ length: 70 }, (_, i) => record('Person', `person:quill${i}`, { name: `Quill ${i}` })),
    );
    const { page, complaints } = await watched(browser(), server.address);
    await page.goto(`${server.address}search?q=quill`);
    await page.getByRole('heading', { name: '70 found' }).waitFor();
    const hits = page.locator('.found li');
    expect(await hits.count()).toBe(50);
    await page.getByRole('button', { name: 'The next ones' }).click();
    await expect.poll(() => hits.count()).toBe(70);
    expect(new Set(await hits.allInnerTexts()).size).toBe(70);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('does not move where less motion is wanted', { timeout: 100_000 }, async () => {
    const { page } = await watched(browser(), server.address, { reducedMotion: 'reduce' });
    await page.goto(`${server.address}explore?of=person:kim-myong-gil`);
    const network = page.locator('.network');
    await network.locator('canvas').first().waitFor();
    await page.getByText(/^6 entities/).waitFor();
    await page.getByRole('button', { name: 'Grow North Korea' }).first().click();
    await page.getByText(/^\d\d entities/).waitFor();
    await page.waitForTimeout(60);
    const at = await network.screenshot();
    await page.waitForTimeout(250);
    expect((await network.screenshot()).equals(at)).toBe(true);
    await page.context().close();
  });
});
