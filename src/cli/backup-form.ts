import { RapporteurError } from '../errors.js';

/** The form of a backup by its file's ending: the embedded store's own file, or lines of either engine. @throws BAD_USER_INPUT */
export function backupForm(file: string): 'copy' | 'lines' {
  if (file.endsWith('.sqlite')) return 'copy';
  if (/\.jsonl(\.gz)?$/.test(file)) return 'lines';
  throw new RapporteurError('BAD_USER_INPUT', `${file} is to end in .sqlite, .jsonl or .jsonl.gz`);
}
