/**
 * How titles are built: words that go before, the office, and what follows it. `Deputy Prime Minister`, `Chairman of
 * the Council of Ministers`, `President-elect`, `Lieutenant General`, `Crown Prince`.
 */
const before = [
  'Acting',
  'Interim',
  'Provisional',
  'Former',
  'Ex',
  'Deputy',
  'Vice',
  'First',
  'Federal',
  'Co',
];

const offices = [
  'President',
  'Prime Minister',
  'Premier',
  'Chancellor',
  'Taoiseach',
  'Chief of State',
  'Head of State',
  'Head of Government',
  'Governor General',
  'Secretary General',
  'General Secretary',
  'First Secretary',
  'Junta Member',
  'Chairman',
  'Chairwoman',
  'Chairperson',
  'Speaker',
  'Regent',
  '(?:Foreign|Finance|Defen[cs]e|Interior) Minister',
  'Minister',
  'Secretary',
  'Ambassador',
];

/** Styles of sovereigns and of the clergy, under which a person goes by a given name alone. */
const styles = [
  'King',
  'Queen',
  'Emperor',
  'Empress',
  'Crown Prince(?:ss)?',
  'Prince(?:ss)?',
  'Grand Duke',
  'Grand Duchess',
  'Shah',
  'Sultan',
  'Emir',
  'Amir',
  'Pope',
  'Cardinal',
  'Archbishop',
];

const ranks = [
  '(?:Lieutenant|Brigadier|Major|Colonel) General',
  'General',
  'Lieutenant Colonel',
  'Colonel',
  'Major',
  'Captain',
  'Field Marshal',
  'Marshal',
  'Admiral',
];

const bodies = [
  'the Council of Ministers',
  'the Council of State',
  'the Presidency',
  'the Presidential Council',
  'the Revolutionary Council',
  'State',
  '(?:Foreign|External|Internal) Affairs',
  'Finance',
  'Defen[cs]e',
];

/** Politeness before a name, which is no office: `Dr.`, `Dato' Seri`. */
export const HONORIFIC =
  /^(?:Dr\.?|Sir|Dame|Sheik[ha]?h?|Tun|Dato['’] Seri|El Hadj|Haji|Mr\.|Mrs\.|Ms\.|Madame)\s+/;

const after = String.raw`(?:\s*-\s*(?:elect|designate))?(?: (?:of|for) (?:${bodies.join('|')}))?`;
const title = `(?:(?:${before.join('|')})[ -])*(?:${[...offices, ...styles, ...ranks].join('|')})${after}`;

/** A title at the beginning of a text, whole words of it. */
export const TITLE = new RegExp(`^${title}(?![\\p{L}\\p{M}])`, 'iu');

/** A title that may follow another without a word between: Regent Prince Charles; in Prime Minister Shah Mahmud the second is his name. */
export const JUXTAPOSED = new RegExp(`^(?:Prince(?:ss)?|Archbishop|Cardinal|${ranks.join('|')}) `);

/** A style of somebody who goes by a given name. */
export const STYLE = new RegExp(`^(?:${styles.join('|')})$`, 'i');

const numeral = 'I{1,3}|IV|VI{0,3}|IX|XI{0,3}|XIV|XVI{0,3}';
/** The number of a sovereign: a word of it. */
export const NUMERAL = new RegExp(`^(?:${numeral})$`);
