import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { derived } from './derived.js';
import { home } from './open.js';

/** `rapporteur schema`: writes what is derived from the catalogue. A test fails while a file is stale. */
export async function schemaFiles(): Promise<void> {
  await mkdir(home('schema'), { recursive: true });
  for (const [name, text] of Object.entries(derived())) await writeFile(join(home('schema'), name), text);
}
