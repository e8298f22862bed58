import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  base: '/',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: here('../../dist/web'),
    emptyOutDir: true,
    // The playground's editor is one large chunk, apart from the page, and GraphiQL leaves a React Compiler directive in its files.
    chunkSizeWarningLimit: 10_000,
    rolldownOptions: {
      input: { page: here('index.html'), playground: here('playground/index.html') },
      checks: { moduleLevelDirective: false },
    },
  },
});
