import type { RecordInput } from '../../../model/change-set.js';
import { slugOf } from '../../../model/slug.js';
import type {
  CountryEntry,
  MatchEntry,
  OrganizationEntry,
  PersonEntry,
  PlaceEntry,
  Rests,
} from '../entries.js';
import { evidence } from './evidence.js';

const spellings = (names: readonly string[]) => names.map((text) => ({ text, kind: 'SPELLING' }));
const externalId = ({ repository, record }: Rests) => ({
  scheme: `historyatstate/${repository}`,
  value: record,
});

/** What an entity that is known already keeps is filled in, not set: a name that a curator gave stays. */
export function country(entry: CountryEntry): RecordInput {
  const { id, name, longName, began, ended, predecessors } = entry;
  const years = [began, ended ? `until ${ended}` : undefined].filter(Boolean).join(', ');
  return {
    type: 'Country',
    id,
    set: {},
    fill: { name, began, ended, ...(predecessors.length ? { predecessors } : {}) },
    add: {
      aliases: [...(longName ? [{ text: longName, kind: 'OFFICIAL' }] : []), ...spellings(entry.otherNames)],
      externalIds: [externalId(entry)],
      evidence: [evidence(entry, { field: 'name', value: name, note: years || undefined })],
    },
  };
}

export function place(entry: PlaceEntry): RecordInput {
  const { id, name, kind, country, latitude, longitude, rests, otherNames } = entry;
  return {
    type: 'Place',
    id,
    set: { latitude, longitude },
    fill: { name, kind, country },
    add: {
      aliases: spellings(otherNames),
      ...(rests.repository === 'gsh' ? { externalIds: [externalId(rests)] } : {}),
      evidence: [
        evidence(rests, { field: 'name', value: name }),
        ...(latitude === undefined
          ? []
          : [evidence(rests, { field: 'latitude', value: `${latitude}, ${longitude}` })]),
      ],
    },
  };
}

export function organization(entry: OrganizationEntry): RecordInput {
  return {
    type: 'Organization',
    id: entry.id,
    set: {},
    fill: { name: entry.name, kind: 'INTERNATIONAL' },
    add: {
      aliases: entry.otherNames.map((text) => ({ text, kind: 'ABBREVIATION' })),
      evidence: [evidence(entry, { field: 'name', value: entry.name })],
    },
  };
}

export function person(entry: PersonEntry): RecordInput {
  const { id, name, born, died, otherNames, rests } = entry;
  return {
    type: 'Person',
    id,
    set: { born, died },
    fill: { name },
    add: {
      aliases: spellings(otherNames),
      externalIds: rests.filter(isPerson).map(externalId),
      evidence: [
        ...rests.map((r) => evidence(r, { field: 'name', value: r.printed })),
        ...rests
          .filter(isPerson)
          .flatMap((r) => [
            ...(born ? [evidence(r, { field: 'born', value: born })] : []),
            ...(died ? [evidence(r, { field: 'died', value: died })] : []),
          ]),
      ],
    },
  };
}

/** Pocom and the list of presidents have a record for each person; a visit is no id of its visitor. */
const isPerson = ({ repository }: Rests) => repository === 'pocom' || repository === 'travels';

export function match({ a, b, score, reason, rests }: MatchEntry): RecordInput {
  return {
    type: 'Match',
    id: `match:${slugOf(a)}--${slugOf(b)}`,
    set: { a, b, score, reason },
    fill: { review: 'PROPOSED' },
    add: { evidence: [evidence(rests, { confidence: score })] },
  };
}
