import { afterAll, beforeAll, expect, test } from 'vitest';
import { createToken } from '../../src/access/tokens.js';
import type { Store } from '../../src/store/port.js';
import { served, type Served } from '../http/served.js';
import { ask, onBothEngines, record, sowSeeds, write } from '../store/engines.js';
import { inBrowser, watched } from './browser.js';

inBrowser('A curator', (folder, browser) => {
  onBothEngines('with a token', (engine) => {
    let store: Store;
    let server: Served;
    let token: string;
    beforeAll(async () => {
      store = await engine.open();
      await sowSeeds(store);
      await write(store, [
        record('Person', 'person:a-linde', { name: 'A. Linde' }),
        record('Statement', 'statement:a', {
          text: 'One more',
          language: 'en',
          act: 'SAYS',
          speaker: 'person:a-linde',
        }),
        record('Article', 'article:x', {
          title: 'X',
          language: 'en',
          textHash: '0'.repeat(64),
          textLength: 40,
        }),
        record('Mention', 'mention:x', {
          article: 'article:x',
          start: 0,
          end: 12,
          exact: 'Stina Ekblad',
          reading: 'LITERAL',
          score: 0.4,
          reason: 'nobody has this name',
          review: 'PROPOSED',
        }),
      ]);
      token = await createToken(store, { name: 'ana', scopes: ['curate', 'read-in'] });
      server = await served(store, {}, folder);
    });
    afterAll(async () => {
      await server.close();
      await store.close();
    });

    const opened = async (path: string) => {
      const { page, complaints } = await watched(browser(), server.address);
      await page.addInitScript(`sessionStorage.setItem('rapporteur:token', ${JSON.stringify(token)})`);
      await page.goto(server.address + path);
      return { page, complaints };
    };

    test('merges after seeing what would move, and undoes it in the log', { timeout: 150_000 }, async () => {
      const { page, complaints } = await opened('review/merge?ids=person:a-linde&into=person:ann-linde');
      await page.getByRole('button', { name: 'Show what would move' }).click();
      await page.getByText('This would move; nothing is written yet.').waitFor();
      await page.getByRole('link', { name: 'One more' }).waitFor();
      const speaker = '{ statement(id: "statement:a") { speaker { id } } }';
      expect((await ask(store, speaker)).data).toEqual({ statement: { speaker: { id: 'person:a-linde' } } });
      await page.getByRole('button', { name: 'Merge', exact: true }).click();
      await page.getByText('It is done; the log can undo it.').waitFor();
      expect((await ask(store, speaker)).data).toEqual({
        statement: { speaker: { id: 'person:ann-linde' } },
      });

      await page.getByRole('link', { name: 'Log' }).click();
      await page
        .getByRole('button', { name: /^Undo change:/ })
        .first()
        .click();
      await page.getByText(/^undone: change:/).waitFor();
      expect((await ask(store, speaker)).data).toEqual({ statement: { speaker: { id: 'person:a-linde' } } });
      expect(complaints).toEqual([]);
      await page.context().close();
    });

    test('splits chosen facts off to somebody new', { timeout: 150_000 }, async () => {
      const { page, complaints } = await opened('review/split?id=person:ann-linde');
      await page.getByRole('checkbox', { name: /I am encouraged/ }).check();
      await page.getByLabel('Somebody new, by name').fill('Anna Lind');
      await page.getByRole('button', { name: 'Show what would move' }).click();
      await page.getByText('This would move; nothing is written yet.').waitFor();
      await page.getByRole('button', { name: 'Split', exact: true }).click();
      await page.getByText('It is done; the log can undo it.').waitFor();
      const { data } = await ask(store, '{ person(name: "Anna Lind") { statements { nodes { text } } } }');
      expect(data).toMatchObject({
        person: { statements: { nodes: [{ text: expect.stringMatching(/^I am encouraged/) }] } },
      });
      expect(complaints).toEqual([]);
      await page.context().close();
    });

    test(
      'makes somebody new of an open name by two keys, and takes it back by one',
      { timeout: 150_000 },
      async () => {
        const { page, complaints } = await opened('review');
        const open = page.getByRole('listitem').filter({ hasText: 'Stina Ekblad' }).first();
        await open.click();
        await page.keyboard.press('n');
        await page.getByText('A new one – of which kind?').waitFor();
        await page.keyboard.press('p');
        await page.getByText('made and linked: mention:x').waitFor();
        const made =
          '{ mention(id: "mention:x") { entity { __typename name } } people(where: {name: {eq: "Stina Ekblad"}}) { totalCount } }';
        expect((await ask(store, made)).data).toEqual({
          mention: { entity: { __typename: 'Person', name: 'Stina Ekblad' } },
          people: { totalCount: 1 },
        });
        await page.keyboard.press('z');
        await page.getByText('undone: mention:x').waitFor();
        expect((await ask(store, made)).data).toEqual({
          mention: { entity: null },
          people: { totalCount: 0 },
        });

        // Or it is somebody who is known.
        await page.keyboard.press('f');
        await page.keyboard.type('ann linde');
        await page.getByRole('option', { name: /Ann Linde/ }).waitFor();
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
        await page.getByText('linked: mention:x').waitFor();
        expect((await ask(store, made)).data).toMatchObject({ mention: { entity: { name: 'Ann Linde' } } });
        expect(complaints).toEqual([]);
        await page.context().close();
      },
    );

    test('sees what would be read of an article before it is written', { timeout: 150_000 }, async () => {
      const { page, complaints } = await opened('read');
      const html =
        '<html><body><nav>Menu</nav><article><h1>Talks go on</h1><p>STOCKHOLM — Ann Linde, the Swedish foreign minister, said on Saturday: “We hope the talks continue.”</p><p>Kim Myong Gil told reporters that the talks had failed.</p><script>alert(1)</script></article></body></html>';
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'a.html', mimeType: 'text/html', buffer: Buffer.from(html) });
      await expect.poll(() => page.getByLabel('Title').inputValue()).toBe('Talks go on');
      expect(await page.locator('textarea').inputValue()).not.toMatch(/Menu|alert/);
      await page.getByLabel('Published').fill('2019-10-06');
      await page.getByRole('button', { name: 'Show what would be read' }).click();
      await page.getByText('2 statements and 4 names would be read. Nothing is written yet.').waitFor();
      await page.locator('mark.content', { hasText: 'We hope the talks continue.' }).waitFor();
      const articles = '{ articles(where: {title: {eq: "Talks go on"}}) { totalCount } }';
      expect((await ask(store, articles)).data).toEqual({ articles: { totalCount: 0 } });
      await page.getByRole('button', { name: 'Write it into the graph' }).click();
      await page.getByText(/^Written: \d+ records/).waitFor();
      expect((await ask(store, articles)).data).toEqual({ articles: { totalCount: 1 } });
      await page.getByRole('link', { name: 'Talks go on' }).click();
      await page.getByRole('heading', { name: 'What it says' }).waitFor();
      expect(complaints).toEqual([]);
      await page.context().close();
    });
  });
});
