import type { ArticleText } from '../article.js';
import type { Stretch } from '../text/paragraphs.js';
import { bounds } from '../../model/edtf.js';
import { dateIn } from './date.js';
import { today } from './today.js';

/** What the head of an article says: where and when it was sent, by whom. Offsets are those of the view. */
export interface Head {
  /** ISO 8601; undefined where nothing says it. */
  readonly day?: string | undefined;
  /** The day is printed without its year: the last such day was taken. */
  readonly isYearTaken?: boolean;
  readonly dateline?: Stretch | undefined;
  readonly byline?: string | undefined;
  readonly agency?: string | undefined;
}

// STOCKHOLM, Oct 6 (NNN-AGENCIES) —   ·   WASHINGTON (Reuters) -   ·   GENEVA, 3 March 2020 —
const DATELINE =
  /^((?:\p{Lu}[\p{Lu}\p{M}.'’-]+)(?:[ -]\p{Lu}[\p{Lu}\p{M}.'’-]+)*(?:[,/] ?\p{L}[\p{L}. ]+)?)(?:,? ([A-Z][a-z]+\.? \d{1,2}(?:, \d{4})?|\d{1,2} [A-Z][a-z]+(?: \d{4})?))?(?: ?\(([^)]{2,40})\))? ?[—–-]{1,2} /u;
const DATED = /^(?:\p{L}+day, )?((?:[A-Z][a-z]+ \d{1,2}, \d{4})|(?:\d{1,2} [A-Z][a-z]+ \d{4}))\s*$/u;
const BYLINE =
  /^By ((?:\p{Lu}[\p{L}.'’-]+)(?: \p{Lu}[\p{L}.'’-]+){1,3}(?: and \p{Lu}[\p{L}.'’-]+ \p{Lu}[\p{L}.'’-]+)?)\b/u;
const LINES = 8;

export function headOf(article: ArticleText, text: string, paragraphs: readonly Stretch[]): Head {
  let [dateline, agency, byline, printed]: (string | undefined)[] = [
    undefined,
    undefined,
    article.byline,
    undefined,
  ];
  let where: Stretch | undefined;
  for (const { start, end } of paragraphs.slice(0, LINES)) {
    const line = text.slice(start, end);
    const sent = DATELINE.exec(line);
    if (sent && !where) {
      dateline = sent[1];
      printed ??= sent[2];
      agency = sent[3];
      where = { start, end: start + sent[0].trimEnd().length };
    }
    printed ??= DATED.exec(line)?.[1];
    byline ??= BYLINE.exec(line)?.[1];
  }
  const given = article.published === undefined ? undefined : bounds(article.published);
  const known = given && given.from === given.to ? given.from : undefined;
  const day = known ?? (printed && dateIn(printed, given?.to || today(), 'past'));
  return {
    ...(day && day.length === 10 ? { day } : {}),
    ...(day && !known && !given && !/\d{4}/.test(printed!) ? { isYearTaken: true } : {}),
    ...(where && dateline ? { dateline: where } : {}),
    ...(byline ? { byline } : {}),
    ...(agency ? { agency } : {}),
  };
}
