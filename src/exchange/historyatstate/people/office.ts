import type { Sighting } from './sighting.js';

const classes: readonly (readonly [string, RegExp])[] = [
  ['heir', /\bCrown Prince/],
  [
    'sovereign',
    /\b(?:King|Queen|Emperor|Empress|Shah|Sultan|Emir|Amir|Prince|Princess|Grand Duke|Grand Duchess)\b/,
  ],
  ['head of government', /\b(?:Prime Minister|Premier|Chancellor|Taoiseach|President of the Council)\b/],
  ['pope', /\bPope\b/],
  ['president', /\bPresident\b(?! of the Council)/],
];

/**
 * The office a title is of, with what is alike on one side: Emir and King, Premier and Chancellor, elected and in
 * office. A title of no such office is itself; none at all is the empty text.
 */
function officesOf(title: string | undefined): string[] {
  if (!title) return [''];
  const whole = title
    .replace(/-(?:elect|designate)/g, '')
    .replace(/^(?:Acting|Interim|Provisional|Former) /, '');
  if (/^(?:Vice|Deputy)/.test(whole)) return [whole];
  const found = classes.filter(([, pattern]) => pattern.test(whole)).map(([name]) => name);
  return found.length ? found.filter((f) => f !== 'sovereign' || !found.includes('heir')) : [whole];
}

export const officesBorne = (sightings: readonly Sighting[]): ReadonlySet<string> =>
  new Set(sightings.flatMap((s) => officesOf(s.visitor.title)));

/** Whether two may have borne one office; a visitor without a title may have borne any. */
export const shareOffice = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.has('') || b.has('') || [...a].some((office) => b.has(office));
