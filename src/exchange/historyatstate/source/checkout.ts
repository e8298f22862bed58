import type { Refusal } from '../../bring/outcome.js';
import type { Facts } from '../facts.js';
import { empty } from './draft.js';
import { FileReader } from './file-reader.js';
import { find, type Found } from './find.js';
import { titled } from './titled.js';

/** How far a checkout is read. */
export interface Progress {
  /** `pocom/people/a/abbott-john-true.xml` */
  readonly file: string;
  /** Files read so far, of how many. */
  readonly read: number;
  readonly of: number;
}

/**
 * Reads what a folder holds of travels, visits, pocom and gsh, or one of these itself. What cannot be read is refused by
 * name, and all else is read; the same folder gives the same facts in the same order.
 * @param onProgress is told of every file that was read
 * @throws RapporteurError BAD_SOURCE where the folder holds none of the four.
 */
export async function readCheckout(
  folder: string,
  onProgress?: (so: Progress) => void,
): Promise<{ facts: Facts; refused: Refusal[] }> {
  const found = await find(folder);
  const refused: Refusal[] = [];
  const draft = empty();
  const readable = found.filter((one) => isComplete(one, found, refused));
  const of = readable.reduce((sum, { files }) => sum + files.length, 0);
  const reader = new FileReader(draft, refused);
  let read = 0;
  for (const { folder, files } of readable)
    for (const { path, at } of files) {
      await reader.read(path, at, folder);
      onProgress?.({ file: at, read: ++read, of });
    }
  const { untitled, titles, ...facts } = draft;
  return { facts: { ...facts, appointments: titled(untitled, facts.officers, titles) }, refused };
}

function isComplete({ folder }: Found, found: readonly Found[], refused: Refusal[]): boolean {
  const { repository, needs = [] } = folder;
  const missing = needs.filter(
    (need) => !found.some((one) => one.folder.repository === repository && one.folder.folder === need),
  );
  if (!missing.length) return true;
  const [record, lacking] = [
    `${repository}/${folder.folder}`,
    missing.map((need) => `${repository}/${need}`).join(' and '),
  ];
  refused.push({ record, source: record, problem: `it was not read: it says nothing without ${lacking}` });
  return false;
}
