import { inPages } from '../../../store/in-pages.js';
import type { Ledger, Store } from '../../../store/port.js';
import type { Row } from '../../../store/row.js';
import { splitWords } from '../../../model/fold.js';
import { visitorId } from '../records/stops.js';
import type { Facts } from '../facts.js';
import { sightingKey, type KnownPerson } from '../people/sighting.js';
import type { Known, KnownMeeting, KnownRole } from './known.js';

const PAGE = 5000;
const OURS = /^meeting:(?:visit|trip)-/;

/** Reads what a store holds of what the facts could mean: of its people those who share a word of their names with theirs. */
export function knownIn(store: Store, facts: Facts): Promise<Known> {
  return store.write(async (ledger) => {
    const wanted = wordsOf(facts);
    const people: KnownPerson[] = [];
    const prior = await visitors(ledger, facts);
    for await (const row of all(ledger, 'Person')) {
      const own = sourceKeys(row);
      for (const key of own) prior.set(key, row.id);
      if (!own.length && row.names.some((n) => splitWords(n.text).some((w) => wanted.has(w))))
        people.push(personOf(row));
    }
    const meetings: Row[] = [];
    for await (const row of all(ledger, 'Meeting'))
      if (!OURS.test(row.id) && row.values['kind'] === 'SUMMIT' && row.values['when_from'])
        meetings.push(row);
    const countries = new Map<string, readonly string[]>();
    for await (const row of all(ledger, 'Country'))
      countries.set(
        row.id,
        row.names.map((n) => n.text),
      );
    return {
      people,
      prior,
      meetings: await withParticipations(ledger, meetings),
      // Of those imported before too: a term that an article has shown stays that role.
      roles: await roles(ledger, new Set([...people.map((p) => p.id), ...presidents(prior)])),
      countries,
    };
  });
}

async function* all(ledger: Ledger, concept: string): AsyncGenerator<Row> {
  for await (const rows of inPages(ledger, concept, PAGE)) yield* rows;
}

/** The words of all names in the sources: who shares none of them is nobody of theirs. */
function wordsOf({ visits, trips, officers, presidents }: Facts): Set<string> {
  const names = [
    ...visits.map((v) => v.visitor),
    ...trips.map((t) => t.remarks),
    ...officers.flatMap((o) => [o.surname, o.forename]),
    ...presidents.map((p) => p.name),
  ];
  return new Set(names.flatMap(splitWords).filter((w) => w.length > 1));
}

const text = (row: Row, name: string) => (row.values[name] as string | null) ?? undefined;

const personOf = (row: Row): KnownPerson => ({
  id: row.id,
  names: row.names.map((n) => n.text),
  country: row.relations['country']?.[0],
  born: text(row, 'born'),
  died: text(row, 'died'),
});

const SCHEMES = { 'historyatstate/pocom': 'officer', 'historyatstate/travels': 'president' };

/** The records of the sources that a person was made of: `officer:foote-lucius-harwood`. */
function sourceKeys(row: Row): string[] {
  const ids = JSON.parse(text(row, 'externalIds') ?? '[]') as {
    scheme: keyof typeof SCHEMES;
    value: string;
  }[];
  return ids.flatMap(({ scheme, value }) => (SCHEMES[scheme] ? [`${SCHEMES[scheme]}:${value}`] : []));
}

/** How many people a visit may have. */
const MOST = 4;

/** Whom an earlier import has given each visit; a curator may have changed it since. */
async function visitors(ledger: Ledger, { visits }: Facts): Promise<Map<string, string>> {
  const keys = visits.flatMap(({ id }) =>
    Array.from({ length: MOST }, (_, i) => [visitorId('visit', id, i), sightingKey(id, i)] as const),
  );
  const found = new Map<string, string>();
  for (let i = 0; i < keys.length; i += PAGE) {
    const some = new Map(keys.slice(i, i + PAGE));
    for (const row of await ledger.rows([...some.keys()])) {
      const person = row.relations['participant']?.[0];
      if (person?.startsWith('person:')) found.set(some.get(row.id)!, person);
    }
  }
  return found;
}

async function withParticipations(ledger: Ledger, meetings: readonly Row[]): Promise<KnownMeeting[]> {
  const pairs = await ledger.referrers(
    'Participation',
    'meeting',
    meetings.map((m) => m.id),
  );
  const rows = new Map((await ledger.rows(pairs.map(([id]) => id))).map((row) => [row.id, row]));
  return meetings.map((row) => ({
    id: row.id,
    kind: text(row, 'kind')!,
    from: text(row, 'when_from')!,
    to: text(row, 'when_to')!,
    country: row.relations['country']?.[0],
    parties: row.relations['parties'] ?? [],
    participations: new Map(
      pairs
        .filter(([, meeting]) => meeting === row.id)
        .flatMap(([id]) => rows.get(id)?.relations['participant']?.map((who) => [who, id] as const) ?? []),
    ),
  }));
}

const presidents = (prior: ReadonlyMap<string, string>) =>
  [...prior].filter(([key]) => key.startsWith('president:')).map(([, id]) => id);

async function roles(ledger: Ledger, people: ReadonlySet<string>): Promise<KnownRole[]> {
  const pairs = await ledger.referrers('Role', 'person', [...people]);
  return (await ledger.rows(pairs.map(([id]) => id))).map((row) => {
    const [from, to] = [text(row, 'attested_from'), text(row, 'attested_to')];
    return {
      id: row.id,
      person: row.relations['person']![0]!,
      of: row.relations['of']![0]!,
      title: text(row, 'title')!,
      ...(from && to ? { attested: [from, to] as const } : {}),
    };
  });
}
