import type { Stretch } from '../text/paragraphs.js';

/** Words that a phrase of where, when or to whom begins with. */
export const LIGHT = new Set(
  'in on at to during after before from through via by today yesterday monday tuesday wednesday thursday friday saturday sunday earlier later when while as adding saying the this last about of for following outside'.split(
    ' ',
  ),
);
const CHANNELS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:statement|press release|communiqu[eé]|readout)\b/i, 'WRITTEN_STATEMENT'],
  [/\b(?:twitter|tweet|facebook|instagram|social media|post|telegram channel|weibo)\b/i, 'SOCIAL_MEDIA'],
  [/\b(?:interview)\b/i, 'INTERVIEW'],
  [/\b(?:briefing|press conference|news conference)\b/i, 'BRIEFING'],
  [/\b(?:speech|address|remarks)\b/i, 'SPEECH'],
  [/\b(?:television|radio|broadcast)\b/i, 'BROADCAST'],
  [/\bletter\b/i, 'LETTER'],
  [/\b(?:phone|telephone|call)\b/i, 'CALL'],
  [/\b(?:reporters|journalists|media|press)\b/i, 'REPORTERS'],
];

/** What stands between the verb and what is said: through which channel, and to whom. */
export function settingOf(words: string): { readonly audience?: string; readonly channel?: string } {
  const setting = words.replace(/\bthat\s*$/, '').trim();
  const channel = CHANNELS.find(([words]) => words.test(setting))?.[1];
  const to =
    /^(?:to )?((?:the |foreign |local |state )?(?:reporters|journalists|media|press|lawmakers|supporters|parliament|AFP|Reuters|CNN|BBC|Fox News)(?: in \p{Lu}\p{L}+)?)/u.exec(
      setting,
    )?.[1];
  return { ...(channel ? { channel } : {}), ...(to ? { audience: to } : {}) };
}

/** Only where, when or to whom: nothing that was said. */
export function isLight(rest: string): boolean {
  const words = rest.match(/[\p{L}\p{N}]+/gu) ?? [];
  return (
    words.length === 0 || (words.length < 14 && LIGHT.has(words[0]!.toLowerCase()) && !/\bthat\b/.test(rest))
  );
}

/** A sentence without the agency that signs it: "— NNN-AGENCIES". */
export function withoutCredit(text: string, whole: Stretch): Stretch {
  const credit = /[.”"]?(\s*[—–-]+ ?\p{Lu}[\p{Lu}/-]+\.?)$/u.exec(text.slice(whole.start, whole.end));
  return credit ? { start: whole.start, end: whole.end - credit[1]!.length } : whole;
}

/** A stretch without the spaces and marks around it, and without the stop at its end; none where nothing is left. */
export function trimmedIn(text: string, start: number, end: number): Stretch | undefined {
  let [a, b] = [start, end];
  while (a < b && /[\s,;:—–.…]/.test(text[a]!)) a++;
  while (b > a && /[\s,;:—–-]/.test(text[b - 1]!)) b--;
  if (b > a && text[b - 1] === '.' && b - a > 1 && !/\.\p{L}\.$/u.test(text.slice(a, b))) b--;
  return b > a ? { start: a, end: b } : undefined;
}
