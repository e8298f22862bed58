import type { Locale, Territory } from '../facts.js';
import type { Folder, Read } from './folder.js';
import { isAfter } from './printed-date.js';
import { Refused, type SourceRecord } from './source-record.js';

const territory: Read = (record, draft) => {
  const fact = record.fact();
  const longName = record.text('long-form-name').replace(/^-$/, '');
  const { since, until } = validity(record);
  draft.territories.push({
    ...fact,
    name: record.needed('short-form-name'),
    ...(longName && { longName }),
    kind: kind(record),
    ...(since && { since }),
    ...(until && { until }),
    isOnTodaysMap: record.text('exists-on-todays-map') === 'true',
    predecessors: record.texts('predecessors/predecessor'),
    successors: record.texts('successors/successor'),
  });
};

/**
 * A first year after the last is left out, for the last stands in the id as well: `northern-rhodesia-1964`.
 */
function validity(record: SourceRecord): { since?: string | undefined; until?: string | undefined } {
  const year = (path: string) => (/^(TBD|9999)$/i.test(record.text(path)) ? undefined : record.date(path));
  const [since, until] = [year('valid-since'), year('valid-until')];
  if (!since || !until || !isAfter(since, until)) return { since, until };
  record.refuse(`its valid-since ${since} was left out: it comes after its valid-until ${until}`);
  return { until };
}

function kind(record: SourceRecord): Territory['kind'] {
  const said = record.text('type-of-territory');
  if (said === 'independent-state' || said === 'dependency-or-area-of-special-sovereignty') return said;
  if (said && !/^TBD$/i.test(said))
    record.refuse(
      `its type-of-territory '${said}' was left out: it is neither independent-state nor dependency-or-area-of-special-sovereignty`,
    );
  return '';
}

const locale: Read = (record, draft) => {
  draft.locales.push({
    ...record.fact(),
    name: record.needed('name'),
    otherNames: record.texts('alternate-names/alternate-name/label'),
    territory: record.needed('current-territory'),
    ...coordinates(record),
  });
};

/** Both or none. */
function coordinates(record: SourceRecord): Pick<Locale, 'latitude' | 'longitude'> {
  if (!record.text('latitude') && !record.text('longitude')) return {};
  try {
    return { latitude: degrees(record, 'latitude', 90), longitude: degrees(record, 'longitude', 180) };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    record.refuse(`its coordinates were left out: ${error.message}`);
    return {};
  }
}

function degrees(record: SourceRecord, path: string, most: number): number {
  const said = record.needed(path);
  if (!/^[+-]?\d+(\.\d+)?$/.test(said) || Math.abs(Number(said)) > most)
    throw new Refused(`its ${path} '${said}' is no number from -${most} to ${most}`);
  return Number(said);
}

const alone = { repository: 'gsh', holders: [], beside: [] } as const;

export const gsh: readonly Folder[] = [
  { ...alone, folder: 'data/territories', root: 'territory', read: { territory } },
  { ...alone, folder: 'data/locales', root: 'locale', read: { locale } },
];
