import anyAscii from 'any-ascii';

/** A text as part of an id, of letters, digits and hyphens: `São Tomé` is `sao-tome`, `O'Neill` is `oneill`. It may be empty. */
export const slug = (text: string): string =>
  anyAscii(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/['"`]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** The part of an id after its kind: `stockholm` of `place:stockholm`. */
export const slugOf = (id: string): string => id.slice(id.indexOf(':') + 1);
