import type { Catalogue, Property } from '../../model/catalogue.js';
import type { Row } from '../row.js';
import { contest } from './contest.js';
import type { Derivation } from './derivation.js';
import { property } from './encode.js';
import type { View } from './view.js';

const one = (row: Row | undefined, field: string): string | undefined => row?.relations[field]?.[0];
const from = async (view: View, concept: string, field: string, ids: Iterable<string>) =>
  (await view.referrers(concept, field, ids)).map(([id]) => id);
const grouped = (pairs: readonly (readonly [string, string])[]) => {
  const out = new Map<string, string[]>();
  for (const [a, b] of pairs) out.set(b, [...(out.get(b) ?? []), a]);
  return out;
};
const withRelations = (row: Row, relations: Record<string, readonly string[]>): Row => ({
  ...row,
  relations: { ...row.relations, ...relations },
});

/** A relation that stands as given, else as a near record has it. */
function fallback(row: Row, field: string, value: string | undefined): Row {
  const inferred = new Set(
    String(row.values['inferred'] ?? '')
      .split(' ')
      .filter(Boolean),
  );
  if (one(row, field) && !inferred.has(field)) return row;
  if (value) inferred.add(field);
  else inferred.delete(field);
  return {
    ...row,
    values: { ...row.values, inferred: [...inferred].sort().join(' ') },
    relations: { ...row.relations, [field]: value ? [value] : [] },
  };
}

const dated = (catalogue: Catalogue, row: Row, name: string, value: unknown): Row => {
  const values = { ...row.values };
  property(values, catalogue.concept(row.concept).fields.get(name) as Property, value ?? null);
  return { ...row, values };
};

const countryOf = (concept: string, near: string): Derivation => ({
  concept,
  recursive: concept === 'Place',
  affected: async (view, changed) => [
    ...view.ofConcept(changed, concept),
    ...(await from(view, concept, near, changed)),
  ],
  async prepare(view, rows) {
    await view.load(rows.flatMap((row) => row.relations[near] ?? []));
    return (row) => fallback(row, 'country', one(view.get(one(row, near)), 'country'));
  },
});

const copied = (concept: string, name: string, through: string, of: string): Derivation => ({
  concept,
  affected: async (view, changed) => [
    ...view.ofConcept(changed, concept),
    ...(await from(view, concept, through, changed)),
  ],
  async prepare(view, rows, catalogue) {
    await view.load(rows.flatMap((row) => row.relations[through] ?? []));
    return (row) => dated(catalogue, row, name, view.get(one(row, through))?.values[of]);
  },
});

const person: Derivation = {
  concept: 'Person',
  async affected(view, changed) {
    const organizations = [...changed].filter(
      (id) => id.startsWith('organization:') || id.startsWith('unnamed-actor:'),
    );
    const roles = await from(view, 'Role', 'of', organizations);
    await view.load(roles);
    return [
      ...view.ofConcept(changed, 'Person'),
      ...view.pointed(changed, 'Role', 'person'),
      ...view.pointed(roles, 'Role', 'person'),
    ];
  },
  async prepare(view, rows) {
    const pairs = await view.referrers(
      'Role',
      'person',
      rows.map((r) => r.id),
    );
    await view.load(pairs.map(([role]) => role));
    await view.load(pairs.flatMap(([role]) => view.get(role)?.relations['of'] ?? []));
    const roles = grouped(pairs);
    return (row) => withRelations(row, { country: stateOf(view, roles.get(row.id) ?? []) });
  },
};

/** The state of the latest attested role; none where several of that day are of different states. */
function stateOf(view: View, roles: readonly string[]): string[] {
  let latest = '';
  let states = new Set<string>();
  for (const id of roles) {
    const role = view.get(id)!;
    const of = view.get(one(role, 'of'));
    const state = of?.concept === 'Country' ? of.id : one(of, 'country');
    if (role.values['ending'] === 'NOT_TAKEN_UP' || !state) continue;
    const days = ['attested_to', 'ended_from', 'began_to', 'arrived_to', 'appointed_to'].map((c) =>
      String(role.values[c] ?? ''),
    );
    const day = role.values['ending'] === 'ONGOING' ? '9999-12-31' : days.sort().at(-1)!;
    if (day > latest) [latest, states] = [day, new Set()];
    if (day === latest) states.add(state);
  }
  return states.size === 1 ? [...states] : [];
}

const meeting: Derivation = {
  concept: 'Meeting',
  affected: async (view, changed) => [
    ...view.ofConcept(changed, 'Meeting'),
    ...(await from(view, 'Meeting', 'venue', changed)),
    ...(await from(view, 'Meeting', 'place', changed)),
    ...view.pointed(changed, 'Participation', 'meeting'),
  ],
  async prepare(view, rows) {
    const pairs = await view.referrers(
      'Participation',
      'meeting',
      rows.map((r) => r.id),
    );
    await view.load([
      ...pairs.map(([p]) => p),
      ...rows.flatMap((row) => [...(row.relations['venue'] ?? []), ...(row.relations['place'] ?? [])]),
    ]);
    await view.load(rows.flatMap((row) => view.get(one(row, 'venue'))?.relations['place'] ?? []));
    const of = grouped(pairs);
    return (row) => {
      const venue = view.get(one(row, 'venue'));
      const placed = fallback(row, 'place', one(venue, 'place'));
      const country = one(view.get(one(placed, 'place')), 'country') ?? one(venue, 'country');
      const all = (of.get(row.id) ?? []).map((id) => view.get(id)!);
      const who = (capacity?: string) =>
        [
          ...new Set(
            all
              .filter((p) => !capacity || p.values['capacity'] === capacity)
              .flatMap((p) => p.relations['participant'] ?? []),
          ),
        ].sort();
      return withRelations(fallback(placed, 'country', country), {
        parties: who('PARTY'),
        host: who('HOST').slice(0, 1),
        attendees: who(),
      });
    };
  },
};

const rounds: Derivation = {
  concept: 'Meeting',
  async affected(view, changed) {
    const series = view.pointed(changed, 'Meeting', 'series');
    return [...view.ofConcept(changed, 'Meeting'), ...(await from(view, 'Meeting', 'series', series))];
  },
  async prepare(view, rows) {
    const series = new Set(rows.flatMap((row) => row.relations['series'] ?? []));
    const pairs = await view.referrers('Meeting', 'series', series);
    await view.load(pairs.map(([id]) => id));
    const before = new Map<string, string>();
    const after = new Map<string, string>();
    for (const ids of grouped(pairs).values()) {
      const dates = ids
        .map((id) => [String(view.get(id)!.values['when_from']), id] as const)
        .filter(([day]) => day)
        .sort((a, b) => (a[0] + a[1] < b[0] + b[1] ? -1 : 1));
      dates.forEach(([, id], i) => {
        if (dates[i - 1]) before.set(id, dates[i - 1]![1]);
        if (dates[i + 1]) after.set(id, dates[i + 1]![1]);
      });
    }
    const list = (id: string | undefined) => (id ? [id] : []);
    return (row) => withRelations(row, { previous: list(before.get(row.id)), next: list(after.get(row.id)) });
  },
};

const origin: Derivation = {
  concept: 'Report',
  async affected(view, changed) {
    const copies = await from(view, 'Article', 'copyOf', changed);
    return [
      ...view.ofConcept(changed, 'Report'),
      ...(await from(view, 'Report', 'article', [...changed, ...copies])),
    ];
  },
  async prepare(view, rows) {
    await view.load(rows.flatMap((row) => row.relations['article'] ?? []));
    await view.load(rows.flatMap((row) => view.get(one(row, 'article'))?.relations['copyOf'] ?? []));
    return (row) => {
      const article = view.get(one(row, 'article'));
      const copied = view.get(one(article, 'copyOf'));
      const first = row.relations['via']?.at(-1) ?? one(copied, 'publisher') ?? one(article, 'publisher');
      return withRelations(row, { origin: first ? [first] : [] });
    };
  },
};

const toldIn: Derivation = {
  concept: 'Statement',
  affected: (view, changed) => [
    ...view.ofConcept(changed, 'Statement'),
    ...view.pointed(changed, 'Report', 'statement'),
  ],
  async prepare(view, rows) {
    const pairs = await view.referrers(
      'Report',
      'statement',
      rows.map((r) => r.id),
    );
    await view.load(pairs.map(([id]) => id));
    const of = grouped(pairs);
    return (row) =>
      withRelations(row, {
        articles: [
          ...new Set((of.get(row.id) ?? []).flatMap((id) => view.get(id)!.relations['article'] ?? [])),
        ].sort(),
      });
  },
};

const holder: Derivation = {
  concept: 'Position',
  affected: async (view, changed) => [
    ...view.ofConcept(changed, 'Position'),
    ...(await from(view, 'Position', 'statement', changed)),
  ],
  async prepare(view, rows) {
    await view.load(rows.flatMap((row) => row.relations['statement'] ?? []));
    return (row) => {
      const statement = view.get(one(row, 'statement'));
      const who = one(statement, 'onBehalfOf') ?? one(statement, 'speaker');
      return withRelations(row, { holder: who ? [who] : [] });
    };
  },
};

/** Everything that is derived from other records, in an order in which each finds what it needs. */
export const derivations: readonly Derivation[] = [
  {
    concept: 'Country',
    affected: (view, changed) => view.ofConcept(changed, 'Country'),
    prepare: async () => (row) => withRelations(row, { country: [row.id] }),
  },
  countryOf('Place', 'within'),
  countryOf('Venue', 'place'),
  countryOf('Event', 'place'),
  person,
  meeting,
  rounds,
  copied('Participation', 'when', 'meeting', 'when'),
  origin,
  copied('Report', 'published', 'article', 'published'),
  copied('Mention', 'published', 'article', 'published'),
  toldIn,
  holder,
  copied('Position', 'said', 'statement', 'said'),
  contest,
];
