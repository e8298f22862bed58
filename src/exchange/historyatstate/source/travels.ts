import type { Folder, Read } from './folder.js';
import { isAfter } from './printed-date.js';
import { Refused, type SourceRecord } from './source-record.js';
import { stay } from './visits.js';

const trip: Read = (record, draft) => {
  const role = record.needed('@role');
  if (role !== 'president' && role !== 'secretary')
    throw new Refused(`its role '${role}' is neither president nor secretary`);
  draft.trips.push({
    ...record.fact(),
    role,
    who: record.needed('@who'),
    name: record.needed('name'),
    ...stay(record),
    country: { id: record.needed('country@id'), printed: record.text('country') },
    locale: record.text('locale'),
    remarks: record.text('remarks'),
  });
};

const president: Read = (record, draft) => {
  const fact = record.fact(record.text('took-office-date'));
  const [born, died] = inOrder(record, 'birth-year', 'death-year');
  const [tookOffice, leftOffice] = inOrder(record, 'took-office-date', 'left-office-date');
  draft.presidents.push({
    ...fact,
    name: record.needed('name'),
    ...(born && { born }),
    ...(died && { died }),
    ...(tookOffice && { tookOffice }),
    ...(leftOffice && { leftOffice }),
    isInOffice: record.attribute('left-office-date@still-in-office') === 'true',
  });
};

/** Two dates; neither, where the second is before the first, for one is wrong and nothing says which. */
export function inOrder(record: SourceRecord, first: string, second: string): (string | undefined)[] {
  const [one, other] = [record.date(first), record.date(second)];
  if (!one || !other || !isAfter(one, other)) return [one, other];
  record.refuse(`its ${first} ${one} and ${second} ${other} were left out: the one comes after the other`);
  return [];
}

const trips = { repository: 'travels', root: 'trips', holders: [], beside: [], read: { trip } } as const;

export const travels: readonly Folder[] = [
  {
    repository: 'travels',
    folder: 'presidents',
    root: 'presidents',
    holders: [],
    beside: ['source-url', 'crawl-dateTime'],
    read: { president },
  },
  { ...trips, folder: 'president-travels' },
  { ...trips, folder: 'secretary-travels' },
];
