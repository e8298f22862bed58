import type { Appointment } from '../facts.js';
import { dates } from './dates-of-office.js';
import type { Folder, Read } from './folder.js';
import { Refused } from './source-record.js';
import { inOrder } from './travels.js';

const person: Read = (record, draft) => {
  const fact = record.fact();
  const [surname, forename] = [record.text('persName/surname'), record.text('persName/forename')];
  if (!surname && !forename) throw new Refused('its persName is missing');
  const generation = record.text('persName/genName');
  const [otherName, ...furtherNames] = record.texts('persName/altname');
  const [born, died] = inOrder(record, 'birth', 'death');
  draft.officers.push({
    ...fact,
    surname,
    forename,
    ...(generation && { generation }),
    ...(otherName && { otherName }),
    ...(furtherNames.length > 0 && { furtherNames }),
    ...(born && { born }),
    ...(died && { died }),
  });
};

const role: Read = (record, draft) => {
  draft.titles.set(record.fact().id, record.needed('names/singular'));
};

/** What a post calls itself. */
const names: Read = (record, draft) => {
  draft.titles.set(record.post, record.needed('singular'));
};

const appointment =
  (kind: Appointment['kind']): Read =>
  (record, draft) => {
    const note = record.text('note');
    const territory = record.text('contemporary-territory-id');
    const officer = record.text('person-id');
    // One id stands for several appointments here and there: another officer or another beginning is another one.
    const apart = [record.post, officer, record.text('appointed/date'), record.text('started/date')];
    draft.untitled.push({
      appointment: {
        ...record.fact(apart.join(' ')),
        post: record.post,
        kind,
        officer: record.needed('person-id'),
        ...(territory && { territory }),
        ...dates(record),
        ...(note && { note }),
        isNominee: record.within.startsWith('other-'),
      },
      titleId: record.needed('role-title-id'),
      refuse: (problem) => record.refuse(problem),
    });
  };

const needs = ['people', 'roles-country-chiefs'];
const alone = { repository: 'pocom', holders: [] } as const;

export const pocom: readonly Folder[] = [
  { ...alone, folder: 'people', isNested: true, root: 'person', beside: [], read: { person } },
  { ...alone, folder: 'roles-country-chiefs', root: 'role', beside: [], read: { role } },
  {
    repository: 'pocom',
    folder: 'missions-countries',
    needs,
    root: 'country-mission',
    holders: ['chiefs', 'other-nominees'],
    beside: ['territory-id', 'mission-note'],
    read: { chief: appointment('country') },
  },
  {
    repository: 'pocom',
    folder: 'missions-orgs',
    needs,
    root: 'org-mission',
    holders: ['chiefs', 'other-appointees'],
    beside: ['id', 'category', 'description', 'mission-note'],
    read: { names, chief: appointment('organization') },
  },
  {
    repository: 'pocom',
    folder: 'positions-principals',
    needs: ['people'],
    root: 'principal-position',
    holders: ['principals', 'other-appointees'],
    beside: ['id', 'class', 'category', 'start', 'end', 'ongoing', 'description', 'is-dirty'],
    read: { names, principal: appointment('principal') },
  },
];
