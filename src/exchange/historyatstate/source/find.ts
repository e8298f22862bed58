import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { RapporteurError } from '../../../errors.js';
import type { Folder } from './folder.js';
import { gsh } from './gsh.js';
import { pocom } from './pocom.js';
import { travels } from './travels.js';
import { visits } from './visits.js';

const folders: readonly Folder[] = [...travels, visits, ...pocom, ...gsh];

/** A folder to read, with its files. */
export interface Found {
  readonly folder: Folder;
  /** In the order to read them: `at` names it in messages, `visits/data/1950.xml`. */
  readonly files: readonly { readonly path: string; readonly at: string }[];
}

/**
 * The folders of the four repositories that lie in a folder, or of the one repository it is.
 * @throws RapporteurError BAD_SOURCE where there are none.
 */
export async function find(root: string): Promise<Found[]> {
  const isFolder = await stat(root).then(
    (it) => it.isDirectory(),
    () => false,
  );
  if (!isFolder) throw new RapporteurError('BAD_SOURCE', `'${root}' is no folder; ${wanted}`);
  const within = await Promise.all(folders.map((folder) => files(join(root, folder.repository), folder)));
  const found = within.some(({ files }) => files.length)
    ? within
    : await Promise.all(folders.map((folder) => files(root, folder)));
  const filled = found.filter(({ files }) => files.length);
  if (filled.length) return filled;
  throw new RapporteurError(
    'BAD_SOURCE',
    `'${root}' holds no repository of the Office of the Historian; ${wanted}`,
  );
}

const repositories = [...new Set(folders.map(({ repository }) => repository))].map((repository) => {
  const inside = folders.filter((f) => f.repository === repository).map(({ folder }) => folder);
  return `${repository} (with ${inside.join(', ')})`;
});

const wanted =
  `give one that holds any of these, each as a folder of that name, or one of these itself: ${repositories.join(', ')}; ` +
  'they are at https://github.com/HistoryAtState/travels, /visits and /pocom, and https://github.com/joewiz/gsh';

async function files(repository: string, folder: Folder): Promise<Found> {
  const top = join(repository, folder.folder);
  const entries = await readdir(top, { withFileTypes: true, recursive: folder.isNested ?? false }).catch(
    () => [],
  );
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.xml'))
    .map((entry) => relative(top, join(entry.parentPath, entry.name)))
    .sort();
  return {
    folder,
    files: paths.map((path) => ({
      path: join(top, path),
      at: [folder.repository, folder.folder, ...path.split(/[\\/]/)].join('/'),
    })),
  };
}
