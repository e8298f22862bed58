import type { Catalogue } from '../../model/catalogue.js';
import type { Store } from '../../store/port.js';
import { seatOf } from '../words/seats.js';
import { Knowledge, wordsOfName, type Alias } from './knowledge.js';
import { comparing, walk, type Taken } from './rows.js';

const ENTITIES: readonly (readonly [concept: string, columns: readonly string[], ones: readonly string[]])[] =
  [
    ['Country', ['began_from', 'ended_to', 'iso3'], []],
    ['Person', ['born_from', 'died_to'], ['country']],
    ['Organization', [], ['country']],
    ['Place', [], ['country']],
    ['Venue', [], ['country']],
    ['MeetingSeries', [], []],
    ['Document', [], []],
    ['Topic', [], []],
    ['Event', [], []],
  ];

/** Reads into memory what articles are read by: names, offices, talks. */
export async function loadKnowledge(store: Pick<Store, 'read'>, catalogue: Catalogue): Promise<Knowledge> {
  const knowledge = new Knowledge();
  for (const [concept, columns, ones] of ENTITIES) {
    const wanted = { concept, columns: ['name', 'description', 'aliases', ...columns], ones };
    for await (const row of walk(store, catalogue, wanted))
      knowledge.add({
        id: row.id,
        concept,
        name: row['name'] as string,
        description: text(row, 'description'),
        aliases: JSON.parse(row['aliases'] as string) as Alias[],
        country: concept === 'Country' ? row.id : (row['country'] as string | undefined),
        ...(row['iso3'] ? { iso3: row['iso3'] as string } : {}),
        since: text(row, 'born_from') || text(row, 'began_from'),
        until: text(row, 'died_to') || text(row, 'ended_to'),
      });
  }
  seat(knowledge);
  await loadRoles(store, catalogue, knowledge);
  await loadTalks(store, catalogue, knowledge);
  const decided = {
    concept: 'Mention',
    columns: ['exact'],
    ones: ['entity'],
    where: comparing('review', '=', 'ACCEPTED'),
  };
  for await (const row of walk(store, catalogue, decided))
    if (row['entity']) knowledge.mean(row['exact'] as string, row['entity'] as string);
  return knowledge;
}

/** What news calls governments by: a house that the graph has no record of is of its state all the same. */
function seat(knowledge: Knowledge): void {
  for (const [name, iso3] of seatOf) {
    const state = knowledge.states.get(iso3);
    if (state) knowledge.seats.set(wordsOfName(name).join(' '), state);
  }
}

const text = (row: Taken, name: string) => (row[name] as string | null | undefined) ?? '';

async function loadRoles(
  store: Pick<Store, 'read'>,
  catalogue: Catalogue,
  knowledge: Knowledge,
): Promise<void> {
  const columns = ['title', 'began_from', 'ended_to', 'attested_days', 'ending'];
  for await (const row of walk(store, catalogue, { concept: 'Role', columns, ones: ['person', 'of', 'to'] }))
    knowledge.hold({
      id: row.id,
      person: row['person'] as string,
      title: text(row, 'title'),
      of: row['of'] as string,
      to: row['to'] as string | undefined,
      from: text(row, 'began_from'),
      until: text(row, 'ended_to'),
      attested: (JSON.parse(text(row, 'attested_days') || '[]') as string[]).map(
        (days) => days.split('/') as unknown as readonly [string, string],
      ),
      ending: text(row, 'ending'),
    });
}

async function loadTalks(
  store: Pick<Store, 'read'>,
  catalogue: Catalogue,
  knowledge: Knowledge,
): Promise<void> {
  const parties = new Map<string, Set<string>>();
  const taking = { concept: 'Participation', columns: [], ones: ['meeting', 'participant', 'onBehalfOf'] };
  for await (const row of walk(store, catalogue, taking)) {
    const meeting = row['meeting'] as string;
    const found = parties.get(meeting) ?? new Set();
    parties.set(meeting, found);
    for (const who of [row['participant'], row['onBehalfOf']]) if (who) found.add(who as string);
  }
  const columns = ['kind', 'when_from', 'when_to'];
  for await (const row of walk(store, catalogue, {
    concept: 'Meeting',
    columns,
    ones: ['place', 'country', 'venue'],
  }))
    knowledge.meet({
      id: row.id,
      kind: text(row, 'kind'),
      from: text(row, 'when_from'),
      until: text(row, 'when_to'),
      places: [row['place'], row['country'], row['venue']].filter(Boolean) as string[],
      parties: parties.get(row.id) ?? new Set(),
    });
}
