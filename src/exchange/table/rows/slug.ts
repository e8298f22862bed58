import { createHash } from 'node:crypto';
import anyAscii from 'any-ascii';

const LONGEST = 80;

/** A text as part of an id: `São Tomé` is `sao-tome`. Empty where nothing in it can be; a long one ends in a hash of the whole. */
export function slug(text: string): string {
  const plain = anyAscii(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/['’"]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (plain.length <= LONGEST) return plain;
  return `${plain.slice(0, LONGEST - 9)}-${hash(text)}`;
}

/** Eight letters that tell texts apart. */
export const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);
