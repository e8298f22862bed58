/**
 * `npm run pictures`: takes the pictures of the README from the running page, over the seeds in a store of its own. It needs
 * a Chromium: Debian's, or the one in CHROMIUM.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const PORT = 4777;
const pictures = [
  {
    name: 'meeting',
    at: '/meeting/us-north-korea-stockholm-2019-10-05',
    wait: 'What they dispute',
    scheme: 'light',
  },
  { name: 'front', at: '/', wait: 'Contested now', scheme: 'dark' },
  { name: 'talks', at: '/talks?until=1999&years=25', wait: 'Where they met', scheme: 'light' },
];

const root = join(import.meta.dirname, '../..');
const data = mkdtempSync(join(tmpdir(), 'rapporteur-pictures-'));
const server = spawn(process.execPath, [join(root, 'rapporteur.mjs'), 'start'], {
  env: { ...process.env, PORT: String(PORT), DATA_DIR: data, SEEDS: 'all' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  await new Promise((resolve, reject) => {
    server.stdout.on('data', (text) => String(text).includes(`:${PORT}/`) && resolve());
    server.once('exit', () => reject(new Error('the server did not start')));
  });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  for (const { name, at, wait, scheme } of pictures) {
    const page = await browser.newPage({ viewport: { width: 1200, height: 760 }, colorScheme: scheme });
    await page.goto(`http://127.0.0.1:${PORT}${at}`);
    await page.getByRole('heading', { name: wait }).first().waitFor();
    await page.waitForTimeout(1500);
    await page.screenshot({ path: join(import.meta.dirname, `${name}.png`) });
    process.stdout.write(`docs/pictures/${name}.png\n`);
    await page.close();
  }
  await browser.close();
} finally {
  server.kill();
  await new Promise((resolve) => server.once('exit', resolve));
  rmSync(data, { recursive: true, force: true });
}
