import { fold } from '../../../model/fold.js';
import type { Territory, TerritoryRef } from '../facts.js';
import { isAlive, type Succession } from './succession.js';
import { lineFor, type TerritoryLine } from './territories.js';

/** Which country a source means on a day, and how that is known; or that it means no state; or why it cannot be said. */
export type CountryAnswer =
  | {
      readonly country: string;
      readonly by: 'years' | 'succession' | 'table' | 'others';
      readonly why?: string;
    }
  | { readonly none: string }
  | { readonly refused: string };

/**
 * Asks, in this order: the committed table (`table`); gsh's years of the id itself (`years`); the same state under the name
 * it had then, or else the nearest of gsh's predecessors before them and successors after them (`succession`). Where several
 * states are as near, the printed words decide, or it is refused. A day is YYYY, YYYY-MM or YYYY-MM-DD.
 */
export function countryOn(
  ref: TerritoryRef,
  day: string,
  table: readonly TerritoryLine[],
  succession: Succession,
): CountryAnswer {
  const line = lineFor(table, ref, day);
  if (line?.country) return { country: line.country, by: 'table', why: line.reason };
  if (line) return { none: line.reason };
  const own = succession.territory(ref.id);
  if (!own) return refuse(ref, day, 'gsh has no such territory');
  const country = succession.country(ref.id);
  if (country && isAlive(own, day)) return { country, by: 'years' };
  if (country && succession.territories(country).some((other) => isAlive(other, day)))
    return { country, by: 'succession' };
  const alive = isAlive(own, day) ? [own] : succession.nearest(own, day);
  const found = succession.countries(alive);
  const named = succession.countries(alive.filter((territory) => isNamed(territory, ref.printed)));
  const [one] = found.length === 1 ? found : named.length === 1 ? named : [];
  if (one) return { country: one, by: 'succession' };
  if (found.length) return refuse(ref, day, `gsh has ${found.join(' and ')} then`);
  const others = alive.map(({ id }) => id).join(', ');
  return refuse(ref, day, others ? `gsh has only ${others} then, no state` : 'gsh has nothing then');
}

/** Whether a territory bears the printed name: `Germany, Federal Republic of` is the Federal Republic of Germany. */
const isNamed = ({ name, longName }: Territory, printed: string) =>
  [name, longName].some((own) => own && fold(own) === fold(printed.replace(/^(.*), (.*)$/, '$2 $1')));

export const refuse = ({ id, printed }: TerritoryRef, day: string, why: string): CountryAnswer => ({
  refused: `'${id}'${printed ? ` (${printed})` : ''}${day ? ` on ${day}` : ', without a day'}: ${why}; ${
    day ? 'a line of territories.tsv with this id and day must say which country is meant' : 'it needs a day'
  }`,
});
