import { fold } from '../../../model/fold.js';
import { slug } from '../../../model/slug.js';

/** What is alike in spellings of one place: `Sharm el-Sheikh`, `St.` and `Saint`, accents, apostrophes. */
export function placeKey(name: string): string {
  return fold(name)
    .replace(/['’‘ʻ`.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\bsainte?\b/g, 'st')
    .trim();
}

/** A name as part of an id, ASCII: `Évian-les-Bains` is `evian-les-bains`. */
export const placeSlug = (name: string): string => slug(name.replace(/[‘ʻ.]/g, ''));

/** A name without the region that follows it in brackets: `Wakefield (Quebec)`. */
export const withoutRegion = (printed: string) => printed.replace(/\s*\([^)]*\)$/, '');
