import type { OrganizationEntry } from '../entries.js';
import { readTable, refuse } from './table.js';

const columns = ['post', 'organization', 'name', 'abbreviations'] as const;

/** Reads posts.tsv: the body to which each post of pocom is accredited. Throws BAD_RECORD naming lines at fault. */
export function readPosts(text: string, file: string): ReadonlyMap<string, OrganizationEntry> {
  const problems: string[] = [];
  const posts = new Map<string, OrganizationEntry>();
  for (const { at, cell } of readTable(text, file, columns)) {
    if (!/^organization:[a-z0-9-]+$/.test(cell.organization))
      problems.push(
        `${at}: '${cell.organization}' is no id of an organization, 'organization:united-nations'`,
      );
    if (!cell.post || !cell.name) problems.push(`${at}: post and name must be there`);
    if (posts.has(cell.post)) problems.push(`${at}: the post '${cell.post}' stands there already`);
    posts.set(cell.post, {
      id: cell.organization,
      name: cell.name,
      otherNames: cell.abbreviations ? cell.abbreviations.split('; ') : [],
      repository: 'pocom',
      record: cell.post,
    });
  }
  refuse(problems);
  return posts;
}
