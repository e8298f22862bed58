import { createHash } from 'node:crypto';
import { fold } from '../model/fold.js';
import { slug, slugOf } from '../model/slug.js';

const LONGEST = 60;

export const digest = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 10);

/** A slug that is never empty, whatever the script, and no longer than an id should be. */
export const short = (text: string): string => slug(text).slice(0, LONGEST).replace(/-$/, '') || digest(text);

/** Stable for one text, whoever hands it in, and whenever. */
export const articleId = (title: string, day: string | undefined, hash: string): string =>
  `article:${day ? `${day}-` : ''}${short(title)}-${hash.slice(0, 8)}`;

const WORDS = 6;

/**
 * The id of a statement by who made it and what was said: the same words in another article are the same statement, and
 * what a curator has rejected is known again. A few words are said on many days.
 */
export function statementId(speaker: string, text: string, day: string | undefined): string {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const own = words.length < WORDS ? (day ?? '') : '';
  return `statement:${short(slugOf(speaker))
    .slice(0, 40)
    .replace(/-$/, '')}-${digest(speaker, words.join(' '), own)}`;
}

/** Under keys that begin so the store remembers who was kept apart. */
export const APART = 'apart:';

/** Under this key the store remembers that two entities are not one; the same whichever is named first. */
export const apartKey = (a: string, b: string): string => APART + [a, b].sort().join(' ');
