import { createHash } from 'node:crypto';
import { detect } from 'tinyld';
import { RapporteurError } from '../errors.js';
import { bounds } from '../model/edtf.js';
import type { ArticleText } from './article.js';

/** An article that can be read and stored, with what is to be said about it. */
export interface Admitted {
  readonly article: ArticleText;
  /** SHA-256 of the text in UTF-8. */
  readonly hash: string;
  readonly language: string;
  readonly warnings: readonly string[];
}

/** More characters than these are no article. */
const LARGEST = 1_000_000;
const SAMPLE = 4000;
const TOMORROW = 86_400_000;

/** Checks what was handed in. @throws BAD_ARTICLE where it cannot be stored unchanged, or is no text */
export function admit(given: ArticleText): Admitted {
  const { text, title, published } = given;
  const refuse = (why: string) => new RapporteurError('BAD_ARTICLE', `${named(given)} ${why}`);
  if (!text.trim()) throw refuse('has no text');
  if (!title.trim()) throw refuse('has no title');
  if (text.length > LARGEST)
    throw refuse(
      `has ${text.length.toLocaleString('en')} characters; an article has at most ${LARGEST.toLocaleString('en')}`,
    );
  if (/\0/.test(text) || share(text, /[\u0001-\u0008\u000e-\u001f]/g) > 0.02)
    throw refuse('is binary, not text');
  if (/\p{Surrogate}/u.test(text))
    throw refuse('holds half of a character (a lone surrogate), so it cannot be stored as it is');
  if (!/[\p{L}\p{N}]/u.test(text)) throw refuse('has neither a letter nor a digit');
  const warnings: string[] = [];
  if (/[\u0001-\u0008\u000b\u000e-\u001f\u007f]/.test(text))
    warnings.push('The text holds control characters; they are kept, and read as spaces');
  if (text.includes('\ufffd'))
    warnings.push(
      'The text holds characters that could not be decoded (U+FFFD): it was read in another encoding than it was written in',
    );
  if (published !== undefined) {
    const day = checkedDay(published, refuse);
    if (day && Date.parse(day) > Date.now() + TOMORROW)
      warnings.push(`published: ${published} lies in the future`);
  }
  const language = given.language?.toLowerCase() ?? languageOf(text);
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/.test(language))
    throw refuse(`has the language '${given.language}', which is no language tag such as en or ko`);
  return {
    article: given,
    hash: createHash('sha256').update(text, 'utf8').digest('hex'),
    language,
    warnings,
  };
}

function checkedDay(published: string, refuse: (why: string) => Error): string {
  try {
    return bounds(published).from;
  } catch {
    throw refuse(`has the date '${published}', which is no EDTF such as 2019-10-06`);
  }
}

/** Words that English has at every turn, and hardly any other language. */
const ENGLISH = /\b(?:the|and|of|that|with|from|said)\b/gi;

/**
 * The language by its letters and words; English where a text is too short to tell. A few sentences full of foreign names
 * look foreign by their letters alone, so words that only English has count for more.
 */
function languageOf(text: string): string {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const words = sample.match(/\p{L}+/gu)?.length ?? 0;
  if ((sample.match(ENGLISH)?.length ?? 0) > words / 12) return 'en';
  return (letters > 40 && detect(sample)) || 'en';
}

const share = (text: string, what: RegExp) =>
  (text.slice(0, SAMPLE).match(what)?.length ?? 0) / Math.min(SAMPLE, text.length);

export const named = ({ title, url }: ArticleText): string => {
  const short = title.trim().slice(0, 60);
  return short ? `The article '${short}'` : url ? `The article at ${url}` : 'The article';
};
