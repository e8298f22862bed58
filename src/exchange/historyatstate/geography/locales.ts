import type { PlaceEntry } from '../entries.js';
import type { Known } from './known.js';
import { placeKey } from './place-names.js';
import { readTable, refuse } from './table.js';

/** A line of seeds/record/decisions/locales.tsv: what a locale printed with a territory is. */
export interface LocaleLine {
  readonly territory: string;
  readonly printed: string;
  /** Missing: it is no place. */
  readonly name?: string;
  /** Missing: the territory's own; null: it lies in no state. */
  readonly country?: string | null;
  readonly kind: PlaceEntry['kind'];
  /** Whether gsh's coordinates are elsewhere. */
  readonly isMisplaced: boolean;
  /** Whether the printed name is a mistake, and no name of the place. */
  readonly isSlip: boolean;
}

const columns = ['territory', 'printed', 'name', 'country', 'kind', 'coordinates', 'reason'] as const;
const kinds: readonly string[] = [
  'CITY',
  'REGION',
  'ISLAND',
  'PENINSULA',
  'OTHER',
] satisfies PlaceEntry['kind'][];

/** Reads locales.tsv by territory and printed name; throws BAD_RECORD naming every line that is malformed or doubled. */
export function readLocales(
  text: string,
  file: string,
  { countries }: Known,
): (territory: string, printed: string) => LocaleLine | undefined {
  const problems: string[] = [];
  const lines = new Map<string, LocaleLine & { at: string }>();
  for (const { at, cell } of readTable(text, file, columns)) {
    const { territory, printed, name, country, kind, coordinates, reason } = cell;
    const wrong = (what: string) => problems.push(`${at}: ${what}`);
    if (!territory || !name || !reason) wrong('territory, name and reason must be there');
    if (country && country !== 'none' && !countries.has(country))
      wrong(`no seeds have the country '${country}'; 'none' says that it lies in no state`);
    if (kind && !kinds.includes(kind)) wrong(`'${kind}' is none of ${kinds.join(', ')}`);
    if (coordinates && coordinates !== 'wrong')
      wrong(`'${coordinates}' says nothing of coordinates but wrong`);
    const key = keyOf(territory, printed);
    const other = lines.get(key);
    if (other) wrong(`'${printed}' with '${territory}' stands in ${other.at} already`);
    lines.set(key, {
      at,
      territory,
      printed,
      ...(name !== '-' && { name }),
      ...(country && { country: country === 'none' ? null : country }),
      kind: (kind || 'CITY') as LocaleLine['kind'],
      isMisplaced: coordinates === 'wrong',
      isSlip: reason.startsWith('A slip'),
    });
  }
  refuse(problems);
  return (territory, printed) => lines.get(keyOf(territory, printed));
}

const keyOf = (territory: string, printed: string) => `${territory}\t${placeKey(printed)}`;
