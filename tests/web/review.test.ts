import { expect, test } from 'vitest';
import { createToken } from '../../src/access/tokens.js';
import { served } from '../http/served.js';
import { ask, onBothEngines, sowSeeds } from '../store/engines.js';
import { inBrowser, watched } from './browser.js';

inBrowser('A review by keyboard', (folder, browser) => {
  onBothEngines('what waits', (engine) => {
    test(
      'is accepted, rejected and taken back without the mouse, by whoever has the token',
      { timeout: 240_000 },
      async () => {
        const store = await engine.open();
        await sowSeeds(store);
        const token = await createToken(store, { name: 'ana', scopes: ['curate'] });
        const server = await served(store, {}, folder);
        const { page, complaints } = await watched(browser(), server.address);
        await page.goto(`${server.address}review`);
        await page.getByRole('heading', { name: 'Waiting to be decided (5)' }).waitFor();
        const told = page.getByRole('status');

        // Without a token it says what is lacking, and nothing is decided.
        await page.keyboard.press('j');
        await page.keyboard.press('a');
        await page.getByText(/needs a token with the scope curate/).waitFor();
        await page.keyboard.press('Tab');
        await page.getByLabel(/^Token with the scope/).focus();
        await page.keyboard.type(token);
        await page.getByLabel(/^Token with the scope/).blur();

        await page.keyboard.press('a');
        await told.getByText(/^accepted: participation:/).waitFor();
        await page.keyboard.press('r');
        await told.getByText(/^rejected: participation:/).waitFor();
        await page.getByRole('heading', { name: 'Waiting to be decided (3)' }).waitFor();
        const seen =
          '{ proposals { totalCount } rejected: proposals(review: REJECTED) { totalCount } changes(first: 2) { nodes { action by } } }';
        expect((await ask(store, seen)).data).toMatchObject({
          proposals: { totalCount: 3 },
          rejected: { totalCount: 1 },
          changes: {
            nodes: [
              { action: 'reject', by: 'ana' },
              { action: 'accept', by: 'ana' },
            ],
          },
        });

        await page.keyboard.press('z');
        await told.getByText(/^undone: participation:/).waitFor();
        await page.keyboard.press('z');
        await page.getByRole('heading', { name: 'Waiting to be decided (5)' }).waitFor();
        expect((await ask(store, seen)).data).toMatchObject({
          proposals: { totalCount: 5 },
          rejected: { totalCount: 0 },
        });
        expect(complaints).toEqual([]);
        await page.context().close();
        await server.close();
        await store.close();
      },
    );
  });
});
