import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe } from 'vitest';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'chrome'];

/** The browser of this machine, in CHROMIUM or on the PATH; or why there is none. In CI that is a failure. */
const found: { path: string } | { missing: string } = find();

function find(): { path: string } | { missing: string } {
  const given = process.env['CHROMIUM'];
  const all = given
    ? [given]
    : (process.env['PATH'] ?? '').split(delimiter).flatMap((d) => NAMES.map((n) => join(d, n)));
  const path = all.find((file) => existsSync(file));
  if (path) return { path };
  const missing = given ? `CHROMIUM=${given} is not there` : 'no Chromium on the PATH nor in CHROMIUM';
  if (process.env['CI'] === 'true') throw new Error(missing);
  return { missing };
}

/** Tests of the page as it is now, built into a folder, in one browser; skipped, saying why, where there is none. */
export function inBrowser(title: string, body: (folder: string, browser: () => Browser) => void): void {
  const missing = 'missing' in found ? ` (${found.missing})` : '';
  (missing ? describe.skip : describe)(`${title}${missing}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'rapporteur-web-'));
    let browser: Browser;
    beforeAll(async () => {
      await buildPage(folder);
      browser = await launch();
    }, 180_000);
    afterAll(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true, force: true });
    });
    body(folder, () => browser);
  });
}

async function buildPage(folder: string): Promise<void> {
  const configFile = join(import.meta.dirname, '../../src/web/vite.config.ts');
  await build({ configFile, logLevel: 'error', build: { outDir: folder, emptyOutDir: true } });
}

const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: (found as { path: string }).path,
    args: ['--no-sandbox', '--disable-gpu'],
  });

export interface Watched {
  readonly page: Page;
  /** What the page complained of, and what it asked of other servers. */
  readonly complaints: string[];
}

/** A page that is watched: it may speak to its own server alone. */
export async function watched(
  browser: Browser,
  own: string,
  options: BrowserContextOptions = {},
): Promise<Watched> {
  const context = await browser.newContext(options);
  const complaints: string[] = [];
  await context.route('**/*', (route) => {
    const { url } = { url: route.request().url() };
    if (url.startsWith(own) || url.startsWith('data:') || url.startsWith('blob:')) return route.continue();
    complaints.push(`asked ${url}`);
    return route.abort();
  });
  const page = await context.newPage();
  page.setDefaultTimeout(45_000);
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return { page, complaints };
}
