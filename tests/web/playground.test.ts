import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { catalogue } from '../../src/model/the-catalogue.js';
import { SqliteStore } from '../../src/store/sqlite/store.js';
import { served } from '../http/served.js';
import { sowSeeds } from '../store/engines.js';
import { inBrowser, watched } from './browser.js';

const examples = readdirSync(join(import.meta.dirname, '../questions'), { recursive: true }).filter((file) =>
  String(file).endsWith('.graphql'),
).length;

inBrowser('The playground', (folder, browser) => {
  test('runs every example', { timeout: 400_000 }, async () => {
    const store = await SqliteStore.open(catalogue, { timeLimit: 20_000 });
    await sowSeeds(store);
    const server = await served(store, {}, folder);
    const { page, complaints } = await watched(browser(), server.address);
    const answers = new Map<string, { data?: unknown; errors?: unknown }>();
    page.on('response', (response) => {
      if (!response.url().endsWith('/graphql') || response.request().method() !== 'POST') return;
      const { operationName } = response.request().postDataJSON() as { operationName?: string };
      void response.json().then((answer) => answers.set(operationName ?? '', answer as never));
    });
    await page.goto(`${server.address}playground`);
    const tabs = page.locator('.graphiql-tab-button');
    await expect.poll(() => tabs.count(), { timeout: 45_000 }).toBe(examples);
    await page.locator('.graphiql-query-editor .view-line').first().waitFor();
    for (let i = 0; i < examples; i++) {
      const name = (await tabs.nth(i).innerText()).trim();
      await tabs.nth(i).click();
      // The editor follows its tab a moment later.
      await page.locator('.graphiql-query-editor').getByText(name).first().waitFor();
      await page.waitForTimeout(300);
      await page.locator('.graphiql-execute-button').click();
      await expect.poll(() => answers.get(name), { timeout: 20_000 }).toBeDefined();
      expect(answers.get(name)!.errors, name).toBeUndefined();
    }
    expect(complaints).toEqual([]);
    await page.context().close();
    await server.close();
    await store.close();
  });
});
