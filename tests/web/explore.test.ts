import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../../src/store/port.js';
import { served, type Served } from '../http/served.js';
import { onBothEngines, record, sowSeeds, write } from '../store/engines.js';
import { inBrowser, watched } from './browser.js';

const networkOf = (page: Page) => page.getByRole('img', { name: /entities and .* ties/ });
const row = (page: Page, ...cells: string[]) =>
  page.getByRole('row', { name: new RegExp(cells.join('.*')) }).first();

inBrowser('Exploring', (folder, browser) => {
  onBothEngines('a graph', (engine) => {
    let store: Store;
    let server: Served;
    beforeAll(async () => {
      store = await engine.open();
      await sowSeeds(store);
      await write(store, [
        record('Place', 'place:paris', { name: 'Paris', kind: 'CITY', latitude: 48.86, longitude: 2.35 }),
        record('Place', 'place:seoul', { name: 'Seoul', kind: 'CITY', latitude: 37.57, longitude: 126.98 }),
        record('Meeting', 'meeting:old', {
          name: 'Old talks',
          kind: 'TALKS',
          status: 'HELD',
          when: '1968',
          place: 'place:paris',
        }),
        record('Meeting', 'meeting:new', {
          name: 'New talks',
          kind: 'TALKS',
          status: 'HELD',
          when: '2018',
          place: 'place:seoul',
        }),
      ]);
      server = await served(store, {}, folder);
    });
    afterAll(async () => {
      await server.close();
      await store.close();
    });

    test(
      'begins where one likes and grows, by keys alone; the address keeps it and back takes it back',
      { timeout: 150_000 },
      async () => {
        const { page, complaints } = await watched(browser(), server.address);
        await page.goto(`${server.address}explore`);
        await page.getByRole('heading', { name: 'Heard most' }).waitFor();
        await page.getByRole('combobox', { name: 'Begin with' }).focus();
        await page.keyboard.type('myong gil');
        await page.getByRole('option', { name: /Kim Myong Gil/ }).waitFor();
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
        await row(page, 'Kim Myong Gil', 'spoke for', 'North Korea').waitFor();
        expect(new URL(page.url()).searchParams.get('of')).toBe('person:kim-myong-gil');
        const before = await networkOf(page).getAttribute('aria-label');

        await page.getByRole('button', { name: 'Grow Stockholm talks, 5 October 2019' }).first().focus();
        await page.keyboard.press('Enter');
        await row(page, 'Stockholm talks', 'attended by', 'United States').waitFor();
        await expect.poll(() => networkOf(page).getAttribute('aria-label')).not.toBe(before);
        await page.goBack();
        await expect.poll(() => networkOf(page).getAttribute('aria-label')).toBe(before);
        expect(complaints).toEqual([]);
        await page.context().close();
      },
    );

    test(
      'shows paths between two, hides a relation, keeps to a time, sorts, and gives the table as CSV',
      { timeout: 150_000 },
      async () => {
        const { page, complaints } = await watched(browser(), server.address);
        await page.goto(`${server.address}explore?of=person:kim-myong-gil&to=country:sweden`);
        await page.getByRole('heading', { name: 'How they are tied' }).waitFor();
        await page
          .locator('.paths li', { hasText: /Kim Myong Gil.*Stockholm talks.*Sweden/ })
          .first()
          .waitFor();
        await row(page, 'Kim Myong Gil', 'spoke for', 'North Korea').waitFor();

        await page.getByRole('checkbox', { name: /^spoke for/ }).uncheck();
        await row(page, 'Kim Myong Gil', 'spoke for', 'North Korea').waitFor({ state: 'detached' });
        expect(new URL(page.url()).searchParams.get('hide')).toBe('SPOKE_FOR');

        const column = page.getByRole('columnheader', { name: 'Relation' });
        const relations = async () =>
          (await page.locator('table.ties tbody tr td:nth-child(2)').allInnerTexts()).map(String);
        await column.getByRole('button').click();
        const up = await relations();
        expect(up).toEqual([...up].sort());
        expect(await column.getAttribute('aria-sort')).toBe('ascending');
        await column.getByRole('button').click();
        expect(await relations()).toEqual([...up].reverse());

        const ties = page.getByRole('region', { name: /^Ties/ });
        const [file] = await Promise.all([
          page.waitForEvent('download'),
          ties.getByRole('button', { name: 'CSV' }).click(),
        ]);
        const [head, ...lines] = readFileSync(await file.path(), 'utf8').split('\r\n');
        expect(head).toBe('from,fromId,relation,to,toId,kind');
        expect(lines).toHaveLength(up.length);

        await page.getByLabel('Within (a date or years)').fill('1990/1991');
        await page.getByRole('button', { name: 'Apply' }).click();
        await row(page, 'Kim Myong Gil', 'held office of').waitFor({ state: 'detached' });
        expect(complaints).toEqual([]);
        await page.context().close();
      },
    );

    test('shows where people met over time', { timeout: 150_000 }, async () => {
      const { page, complaints } = await watched(browser(), server.address);
      await page.goto(`${server.address}talks?until=2019&years=5`);
      const map = page.getByRole('region', { name: /^Where they met/ });
      await map.getByRole('link', { name: 'Seoul' }).waitFor();
      expect(await map.getByRole('link', { name: 'Paris' }).count()).toBe(0);
      // The outlines come from this server, and are there.
      await expect
        .poll(async () => (await map.locator('path.land').getAttribute('d'))?.length)
        .toBeGreaterThan(9999);
      await page.getByRole('slider').focus();
      await page.keyboard.press('Home');
      await map.getByRole('link', { name: 'Seoul' }).waitFor({ state: 'detached' });
      await page.goto(`${server.address}talks?until=1970&years=5`);
      await map.getByRole('link', { name: 'Paris' }).click();
      await page.getByRole('heading', { name: 'Paris', level: 1 }).waitFor();
      await page.getByRole('link', { name: 'Old talks' }).waitFor();
      expect(complaints).toEqual([]);
      await page.context().close();
    });
  });
});
