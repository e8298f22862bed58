import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vite';

const src = join(import.meta.dirname, 'src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts') && !file.startsWith('web'))
  .map((file) => join(src, file));

/** Builds the server, file by file as it stands in src/. Types are checked with the tests: that takes ten times as long. */
export default defineConfig({
  root: src,
  publicDir: false,
  // The model's decorators are TypeScript's own.
  oxc: { decorator: { legacy: true } },
  build: {
    ssr: true,
    target: 'node20',
    emptyOutDir: false,
    outDir: join(import.meta.dirname, 'dist'),
    rolldownOptions: {
      input: files,
      output: { preserveModules: true, preserveModulesRoot: src, entryFileNames: '[name].js' },
    },
  },
});
