import { sayingWords, wordsOf } from '../../model/names/phrases.js';
import { ceremony, sameOffice, titles } from '../../model/names/titles.js';
import type { Named as Phrase } from '../../plan/candidates.js';
import type { Office } from './known.js';

export interface Fit {
  readonly office: Office;
  /** How much of the title the text has, from 0.6; 0 where it has less. */
  readonly fit: number;
  /** The score where the text is an office and nothing else, else 0. */
  readonly alone: number;
}

/** The title must be there for the most part: "foreign minister" is the Minister for Foreign Affairs, "president" no vice president. */
const ENOUGH = 0.6;

/** How an office fits what a text says besides whose it is. */
export function fitOf(office: Office, rest: readonly string[], owners: readonly Phrase[]): Fit {
  const title = sayingWords(wordsOf(office.title, 24)).filter(
    (w) => !ceremony.has(w) && sameOffice(w)[0] === w,
  );
  const said = sayingWords(rest);
  const shared = title.filter((w) => said.includes(w));
  const spoken = said.filter((w) => titles.has(w) || shared.includes(w));
  const fit = shared.length ? (2 * shared.length) / (title.length + kinds(spoken)) : 0;
  const isOwned =
    !owners.length || owners.some(([, id]) => [office.of.id, office.state?.id, office.to?.id].includes(id));
  if (fit < ENOUGH || !isOwned) return { office, fit: 0, alone: 0 };
  const isAlone = spoken.length === said.length;
  return { office, fit, alone: isAlone ? (office.surely ? 0.9 : 0.75) * (0.8 + 0.2 * fit) : 0 };
}

/** How many words there are, those that mean the same office counted once. */
const kinds = (words: readonly string[]) => new Set(words.map((w) => sameOffice(w)[0])).size;

/** The office as a reason. */
export function holds({ title, of, to, surely }: Office, on: string | undefined): string {
  const office = `${title} of ${of.name}${to ? ` to ${to.name}` : ''}`;
  return on ? `${surely ? 'held' : 'perhaps held'} on ${on}: ${office}` : `office: ${office}`;
}
