import type { RecordInput } from '../../../model/change-set.js';
import { slugOf } from '../../../model/slug.js';
import type { RemarkEntry, StopEntry, StopPlace, VisitorEntry } from '../entries.js';
import { evidence } from './evidence.js';

/** A stop as a VISIT, its parts where it has several places, and who takes part. */
export function stop(entry: StopEntry): RecordInput[] {
  return [
    meeting(entry),
    ...(entry.places.length > 1 ? entry.places.map((p) => part(entry, p)) : []),
    ...states(entry),
    ...entry.visitors.map((visitor, i): RecordInput => {
      const { person, role, onBehalfOf, printed, rests } = visitor;
      return {
        type: 'Participation',
        id: participationOf(entry.visitors, i),
        set: { meeting: entry.id, participant: person, capacity: 'VISITOR', role, onBehalfOf },
        add: { evidence: [evidence(rests, { field: 'participant', value: printed })] },
      };
    }),
    ...entry.remarked.map(remarked),
  ];
}

function meeting({
  id,
  name,
  when,
  country,
  places,
  printed,
  rests,
  visitors,
  remarks,
}: StopEntry): RecordInput {
  return {
    type: 'Meeting',
    id,
    set: {
      name,
      kind: 'VISIT',
      status: 'HELD',
      when,
      country,
      place: places.length === 1 ? places[0]!.id : undefined,
      description: remarks,
    },
    add: {
      evidence: [
        evidence(rests, { field: 'when', value: when }),
        evidence(rests, { field: 'country', value: printed.country }),
        ...(printed.locale ? [evidence(rests, { field: 'place', value: printed.locale })] : []),
        ...(remarks ? [evidence(rests, { field: 'description', value: remarks })] : []),
        ...visitors.flatMap((v) => (v.when ? [evidence(v.rests, { field: 'when', value: v.when })] : [])),
      ],
    },
  };
}

/** A place of several: on which of the days, the source does not say. */
function part({ id, name, when, country, rests }: StopEntry, place: StopPlace): RecordInput {
  const [from, to] = when.split('/');
  return {
    type: 'Meeting',
    id: `${id}-${slugOf(place.id)}`,
    set: {
      name: `${name}: ${place.printed}`,
      kind: 'VISIT',
      status: 'HELD',
      when: to ? `[${from}..${to}]` : when,
      place: place.id,
      partOf: id,
      country,
    },
    add: { evidence: [evidence(rests, { field: 'place', value: place.printed })] },
  };
}

function states({ id, host, party, printed, rests }: StopEntry): RecordInput[] {
  const states = [
    [host, 'HOST'],
    [party, 'PARTY'],
  ] as const;
  return states.flatMap(([state, capacity]) =>
    state
      ? [
          {
            type: 'Participation',
            id: `participation:${slugOf(id)}-${capacity.toLowerCase()}`,
            set: { meeting: id, participant: state, capacity },
            add: { evidence: [evidence(rests, { field: 'participant', value: printed.country })] },
          },
        ]
      : [],
  );
}

function remarked({ id, meeting, person, onBehalfOf, words, rests }: RemarkEntry): RecordInput {
  return {
    type: 'Participation',
    id: id ?? `participation:${slugOf(meeting)}-${slugOf(person)}`,
    set: {},
    fill: { meeting, participant: person, capacity: 'PARTICIPANT', onBehalfOf },
    add: { evidence: [evidence(rests, { field: 'participant', value: words, confidence: 0.9 })] },
  };
}

/** The participation of a visitor: by the record that names him, and his place in it, from 0. */
export const visitorId = (kind: 'visit' | 'trip', record: string, index: number): string =>
  `participation:${kind}-${record}-visitor${index ? `-${index + 1}` : ''}`;

const participationOf = (visitors: readonly VisitorEntry[], i: number): string => {
  const { repository, record } = visitors[i]!.rests;
  const before = visitors.slice(0, i).filter((v) => v.rests.record === record).length;
  return visitorId(repository === 'visits' ? 'visit' : 'trip', record, before);
};
