import { createHash } from 'node:crypto';
import { slug } from '../../../model/slug.js';

const LONGEST = 80;

/** A cell's text as part of an id. Empty where nothing in it can be; a long one ends in a hash of the whole. */
export function idPart(text: string): string {
  const plain = slug(text);
  if (plain.length <= LONGEST) return plain;
  return `${plain.slice(0, LONGEST - 9)}-${hash(text)}`;
}

/** Eight letters that tell texts apart. */
export const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);
