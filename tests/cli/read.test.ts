import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from './command.js';

const text =
  '“We had good talks with everybody,” Swedish Foreign Minister Eva Berg said.\n\nShe said that they would go on.';
const NONE = { SEEDS: 'none' };

interface Document {
  readonly duplicateOf: string | null;
  readonly change: string | null;
  readonly statements: readonly {
    readonly text: string;
    readonly speaker: { readonly name: string };
    readonly reports: readonly { readonly spans: readonly { start: number; end: number; exact: string }[] }[];
  }[];
  readonly error?: { readonly code: string };
}

describe('rapporteur read and rapporteur token', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rapporteur-read-'));
    await writeFile(join(folder, 'talks.txt'), text);
    await writeFile(join(folder, 'empty.txt'), '');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('shows every stage with its spans, and writes nothing in a dry run', async () => {
    const { stdout, status } = await run(
      folder,
      ['read', 'talks.txt', '--published', '2019-10-06', '--dry-run', '--explain'],
      '',
      NONE,
    );
    expect(status).toBe(0);
    for (const stage of [
      'normalise',
      'paragraphs and sentences',
      'dateline',
      'names',
      'people',
      'quotations',
      'who spoke',
      'when',
      'talks',
      'told again',
    ])
      expect(stdout).toContain(`# ${stage}`);
    expect(stdout).toContain(
      '[content: “We had good talks with everybody,”] [source: Swedish Foreign Minister Eva Berg] [cue: said]',
    );
    expect(stdout).toContain('A dry run, nothing was written. 1 article read, 0 known already, 0 refused');
  });

  test('writes one JSON document an article, reads nothing twice, and refuses by name', async () => {
    const args = ['read', 'talks.txt', 'empty.txt', '--published', '2019-10-06', '--json'];
    const first = await run(folder, args, '', NONE);
    expect(first.status).toBe(1);
    expect(first.stderr).toMatch(/empty\.txt: refused: .*has no text/);
    const [document, refused] = first.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Document);
    expect(document!.statements).toMatchObject([
      { text: 'We had good talks with everybody', speaker: { name: 'Eva Berg' } },
      { text: 'they would go on', speaker: { name: 'Eva Berg' } },
    ]);
    for (const { start, end, exact } of document!.statements.flatMap((s) =>
      s.reports.flatMap((r) => r.spans),
    ))
      expect(text.slice(start, end)).toBe(exact);
    expect(refused).toMatchObject({ error: { code: 'BAD_ARTICLE' } });
    const again = JSON.parse((await run(folder, ['read', '-', '--json'], text, NONE)).stdout) as Document;
    expect(again).toMatchObject({ change: null, statements: [] });
    expect(again.duplicateOf).toMatch(/^article:/);
  });

  test('fetches an address, and says what a server answers', async () => {
    const server = createServer((request, response) => {
      response.statusCode = request.url === '/gone' ? 410 : 200;
      response.setHeader('content-type', 'text/plain; charset=utf-8').end('“It is over,” Ola Nordmann said.');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { stdout, stderr, status } = await run(folder, ['read', `${at}/talks`, `${at}/gone`], '', NONE);
    server.close();
    expect(stdout).toContain('1 statement in 1 report');
    expect(stderr).toMatch(/gone: refused: The server answers 410/);
    expect(status).toBe(1);
  });

  test('a token stands alone on the last line, once, and can be revoked', async () => {
    const made = await run(
      folder,
      ['token', 'create', '--scope', 'read-in,curate', '--name', 'ana'],
      '',
      NONE,
    );
    expect(made.stdout.trim().split('\n').at(-1)).toMatch(/^rapporteur_[\w-]{43}$/);
    expect((await run(folder, ['token', 'list'], '', NONE)).stdout).toMatch(
      /^ana {2}read-in,curate {2}since \d{4}/,
    );
    expect(
      await run(folder, ['token', 'create', '--scope', 'rule', '--name', 'ben'], '', NONE),
    ).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/'rule' is no scope; there are read-in and curate/) as string,
    });
    expect((await run(folder, ['token', 'revoke', 'ana'], '', NONE)).status).toBe(0);
    expect((await run(folder, ['token', 'revoke', 'ana'], '', NONE)).status).toBe(1);
  });
});
