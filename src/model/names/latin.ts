import anyAscii from 'any-ascii';

const SYLLABIC = /[\p{Script=Han}\p{Script=Hangul}]/u;
const WITHOUT_VOWELS = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/**
 * A word of any script in Latin letters and digits, lower case, without accents; Han and Hangul give a word for each
 * syllable. Han is read as Mandarin: a Korean or Japanese name so written is known by its alias, not by its sound.
 */
export function latin(word: string): string[] {
  const composed = word.normalize('NFKC');
  if (/^[a-z0-9]+$/i.test(composed)) return [composed.toLowerCase()];
  const letters = anyAscii(composed).replace(/[^A-Za-z0-9]/g, '');
  if (SYLLABIC.test(composed)) return letters.split(/(?=[A-Z])/).map((part) => part.toLowerCase());
  const lower = letters.toLowerCase();
  return lower ? [WITHOUT_VOWELS.test(composed) ? voiced(lower) : lower] : [];
}

/** Arabic and Hebrew leave short vowels out: w and y between consonants stand for vowels, and elsewhere an "a" is supposed. */
function voiced(consonants: string): string {
  return consonants
    .replace(/(?<=[^aiuwy])y(?![aiu])/g, 'i')
    .replace(/(?<![aiuw])w(?![aiuw])/g, 'u')
    .replace(/(?<=[^aiu])(?=[^aiu])/g, (_, at: number) =>
      isPair(consonants.slice(at - 1, at + 1)) ? '' : 'a',
    );
}

const isPair = (two: string) => /^(.)\1$|^(sh|kh|gh|dh|th)$/.test(two);
