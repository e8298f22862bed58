import { doubleMetaphone } from 'double-metaphone';
import { variant } from './variants.js';

const KOREAN =
  /^(?:kk|tt|pp|ss|jj|sh|ch|[kgndtrlmbpsjh])?(?:yeo|yae|wae|you|eui|ae|ya|yo|yu|ye|yi|wa|wo|we|wi|eo|eu|ui|oo|ee|ou|oe|oi|[aeiou])(?:ng|[nkgmpblrth])?$/;

/** One spelling for what the romanisations of Korean write differently, syllable by syllable. */
const korean = (syllable: string) =>
  syllable
    .replace(/(?<=[aeiou])h$/, '')
    .replace(/yeo|you/, 'yo')
    .replace(/eo|ou/, 'o')
    .replace(/eui|ui|ee/, 'i')
    .replace(/eu|oo/, 'u')
    .replace(/oi/, 'oe')
    .replace(/^(?:ch|jj)/, 'j')
    .replace(/^(?:g|kk)/, 'k')
    .replace(/^(?:d|tt)/, 't')
    .replace(/^(?:b|pp)/, 'p')
    .replace(/^sh|^ss/, 's')
    .replace(/g$/, (end, at: number) => (syllable[at - 1] === 'n' ? end : 'k'));

/** The same for what Slavic and Arabic names become in English, German and French. */
const european = (word: string) =>
  word
    .replace(/tsch|tch/g, 'ch')
    .replace(/sch/g, 'sh')
    .replace(/ch(?=[aeiouy])/g, 'tch')
    .replace(/^dj|^dzh|^dsh/, 'j')
    .replace(/(?<=.)j(?=[aouy]|$)/g, 'y')
    .replace(/(dh)+|dd/g, 'd')
    .replace(/w/g, 'v')
    .replace(/ou/g, 'u')
    .replace(/off?$|ow$/, 'ov')
    .replace(/(?:iy|ii|ij|yy|ie)$/, 'y');

/** A word as one romanisation would write it. */
export function respelled(word: string): string {
  const known = spellings.get(word);
  if (known !== undefined) return known;
  const syllable = word.replace(/^wh/, 'hw');
  const made = KOREAN.test(syllable) ? korean(syllable) : european(word);
  if (spellings.size > 50_000) spellings.clear();
  spellings.set(word, made);
  return made;
}

const spellings = new Map<string, string>();

/** What a word sounds like: double metaphone's first code of it, respelled; the same for its known variants. */
export function sound(word: string): string {
  const known = sounds.get(word);
  if (known !== undefined) return known;
  const [code] = doubleMetaphone(respelled(variant(word)));
  const made = code || word;
  if (sounds.size > 50_000) sounds.clear();
  sounds.set(word, made);
  return made;
}

const sounds = new Map<string, string>();
