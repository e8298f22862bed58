import { describe, expect, test } from 'vitest';
import { articlesIn, type Handed } from '../../../src/exchange/articles/of-bytes.js';

const long =
  'The talks in Stockholm went on for eight hours and a half, and nobody would say in the evening how they had gone. ';
const bytes = (text: string) => Buffer.from(text, 'utf8');
const read = (source: string, text: string | Uint8Array, more: object = {}) =>
  articlesIn({ source, bytes: typeof text === 'string' ? bytes(text) : text, ...more });
const article = (handed: Handed | undefined) => {
  if (!handed || 'error' in handed) throw new Error(handed?.error.message ?? 'nothing was handed over');
  return handed.article;
};

describe('What is an article, and what is said of it?', () => {
  test('plain text: its first line is the title, and the text stays as it is', () => {
    expect(article(read('a.txt', '\n Talks \n\nIt ended.\n')[0])).toMatchObject({
      title: 'Talks',
      text: '\n Talks \n\nIt ended.\n',
    });
  });

  test('Markdown: front matter says where it is from', () => {
    const text =
      "---\ntitle: Talks\ndate: '2022-09-21'\nsource_url: https://example.org/1\nlicence: CC0-1.0\n---\n\nIt ended.\n";
    expect(article(read('a.md', text)[0])).toMatchObject({
      title: 'Talks',
      text: 'It ended.',
      published: '2022-09-21',
      url: 'https://example.org/1',
      licence: 'CC0-1.0',
    });
    expect(read('a.md', '---\ntitle: [\n---\nIt ended.')[0]).toMatchObject({
      error: { code: 'BAD_ARTICLE' },
    });
  });

  test('HTML: the article in the page, by paragraphs, without what a script would do', () => {
    const page = `<!doctype html><html lang="en"><head><title>Talks - The Paper</title><meta property="og:site_name" content="The Paper">
      <meta property="article:published_time" content="2019-10-06T08:00:00+02:00"><script>document.title = 'stolen'</script></head>
      <body><nav>Home News</nav><article><h1>Talks</h1><p>${long}</p><p>“It is over,” she said.<script>alert(1)</script></p><p>${long}</p></article><footer>All rights reserved</footer></body></html>`;
    const found = article(read('https://example.org/talks', page, { url: 'https://example.org/talks' })[0]);
    expect(found).toMatchObject({
      publisher: 'The Paper',
      published: '2019-10-06',
      language: 'en',
      url: 'https://example.org/talks',
    });
    expect(found.text).toContain(`${long.trim()}\n\n“It is over,” she said.`);
    expect(found.text).not.toMatch(/alert|stolen|All rights reserved|Home News/);
  });

  test('a page that is no article is refused', () => {
    const page =
      '<!doctype html><html><body><form><input name="q"><button>Search</button></form></body></html>';
    expect(read('https://example.org/', page)[0]).toMatchObject({
      error: { code: 'BAD_ARTICLE', message: expect.stringMatching(/no article in the page/) as string },
    });
  });

  test('JSON Lines: an article a line, and a bad line is refused by its number', () => {
    const lines = `${JSON.stringify({ title: 'One', text: 'It began.', published: '2019-10-05', keepText: false })}\n\n{"title": "Two"\n[]\n{"title":"Three"}\n`;
    const [one, ...bad] = read('a.jsonl', lines);
    expect(article(one)).toMatchObject({
      title: 'One',
      text: 'It began.',
      published: '2019-10-05',
      keepText: false,
    });
    expect(bad.map((b) => [b.source, 'error' in b && b.error.code])).toEqual([
      ['a.jsonl:3', 'BAD_ARTICLE'],
      ['a.jsonl:4', 'BAD_ARTICLE'],
      ['a.jsonl:5', 'BAD_ARTICLE'],
    ]);
  });

  test('RSS and Atom: each item an article', () => {
    const rss = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Paper</title><link>https://example.org/</link><description>d</description><language>en-GB</language>
      <item><title>Talks &amp; tea</title><link>https://example.org/1</link><pubDate>Sun, 06 Oct 2019 23:30:00 +0200</pubDate><description>short</description><content:encoded><![CDATA[<p>It began.</p><p>It ended.</p>]]></content:encoded></item></channel></rss>`;
    expect(article(read('feed.xml', rss)[0])).toMatchObject({
      title: 'Talks & tea',
      text: 'It began.\n\nIt ended.',
      url: 'https://example.org/1',
      published: '2019-10-06',
      publisher: 'The Paper',
      language: 'en',
    });
    const atom = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>The Paper</title><id>x</id><updated>2019-10-06T00:00:00Z</updated><entry><title>Talks</title><id>1</id><link href="https://example.org/1"/><updated>2019-10-06T09:00:00Z</updated><content type="html">&lt;p&gt;It ended.&lt;/p&gt;</content></entry></feed>`;
    expect(article(read('https://example.org/feed', atom)[0])).toMatchObject({
      title: 'Talks',
      text: 'It ended.',
      url: 'https://example.org/1',
      published: '2019-10-06',
    });
    expect(read('feed.xml', '<rss><channel>')[0]).toBeDefined();
  });

  test('another encoding is read by its mark, by what the page says, else as Windows-1252, and that is said', () => {
    const marked = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Café talks', 'utf16le')]);
    expect(article(read('a.txt', marked)[0]).text).toBe('Café talks');
    const [western] = read('a.txt', Buffer.from('Caf\xe9 talks', 'latin1'));
    expect(article(western).text).toBe('Café talks');
    expect(western).toMatchObject({ warnings: [expect.stringMatching(/read as Windows-1252/)] });
  });

  test('20 MB are no article', () => {
    expect(read('a.txt', Buffer.alloc(20_000_000, 'a '))[0]).toMatchObject({
      error: { code: 'BAD_ARTICLE', message: expect.stringMatching(/20,000,000 bytes/) as string },
    });
  });
});
