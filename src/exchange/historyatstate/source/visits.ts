import type { Folder } from './folder.js';
import { Refused, type SourceRecord } from './source-record.js';

/** The days of a visit or a trip. @throws Refused where one is missing or cannot be: without them it says little. */
export function stay(record: SourceRecord): { start: string; end: string } {
  const [start, end] = [record.neededDate('start-date'), record.neededDate('end-date')];
  if (end < start) throw new Refused(`it ends on ${end}, before it starts on ${start}`);
  return { start, end };
}

export const visits: Folder = {
  repository: 'visits',
  folder: 'data',
  root: 'visits',
  holders: [],
  beside: [],
  read: {
    visit: (record, draft) => {
      draft.visits.push({
        ...record.fact(),
        ...stay(record),
        visitor: record.needed('visitor'),
        from: { id: record.needed('from@id'), printed: record.text('from') },
        remarks: record.text('description'),
      });
    },
  },
};
