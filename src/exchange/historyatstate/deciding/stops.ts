import type { RemarkEntry, Rests, StopEntry, StopPlace, VisitorEntry } from '../entries.js';
import type { Trip, Visit } from '../facts.js';
import { inWords, overlaps, when } from './days.js';
import { UNITED_STATES } from './offices.js';
import type { Remarks, Scene } from './remarks.js';

/** Somebody on a visit: who, with which office, for which state. */
export interface Visitor {
  readonly person: string;
  readonly role?: string | undefined;
  readonly onBehalfOf?: string | undefined;
}

/** A stop of a journey, with whom and where it is decided to be. */
export interface Travelled {
  readonly trip: Trip;
  readonly person: string;
  readonly role?: string | undefined;
  readonly country?: string | undefined;
  readonly places: readonly StopPlace[];
  readonly rests: Rests;
}

/** A foreign leader's visit: host the United States, the visitor's state a party. */
export function visitStop(
  { id, start, end, visitor, from, remarks: text }: Visit,
  visitors: readonly Visitor[],
  state: string | undefined,
  rests: Rests,
  remarks: Remarks,
): StopEntry {
  const meeting = `meeting:visit-${id}`;
  const scene: Scene = {
    isVisit: true,
    day: start,
    when: when(start, end),
    countries: [UNITED_STATES, ...(state ? [state] : [])],
  };
  return {
    id: meeting,
    name: `Visit of ${visitor} to the United States, ${inWords(start, end)}`,
    when: scene.when,
    country: UNITED_STATES,
    places: [],
    printed: { country: from.printed },
    remarks: text || undefined,
    host: UNITED_STATES,
    party: state,
    visitors: visitors.map((v) => entry(v, visitor, rests)),
    remarked: remarked(
      remarks,
      text,
      scene,
      meeting,
      visitors.map((v) => v.person),
      rests,
      state,
    ),
    rests,
  };
}

/** The stops of journeys; a secretary's is the president's where the remarks say accompanied and place and days allow it. */
export function tripStops(travelled: readonly Travelled[], remarks: Remarks): StopEntry[] {
  const presidents = travelled.filter((t) => t.trip.role === 'president');
  const companions = new Map<Travelled, Travelled[]>();
  const alone = travelled.filter((t) => {
    const president = t.trip.role === 'secretary' ? accompanied(t, presidents) : undefined;
    if (president) companions.set(president, [...(companions.get(president) ?? []), t]);
    return !president;
  });
  return alone.map((t) => tripStop(t, companions.get(t) ?? [], remarks));
}

const ACCOMPANIED = /\baccompan(?:ied|ying) (?:the )?President(?!-)(?: ([A-Z][\w’'-]+))?/i;

/** The president's stop that a secretary's is. */
function accompanied(secretary: Travelled, presidents: readonly Travelled[]): Travelled | undefined {
  const said = ACCOMPANIED.exec(secretary.trip.remarks);
  if (!said) return undefined;
  const { trip, country, places } = secretary;
  const fits = presidents.filter(
    (p) =>
      p.country === country &&
      overlaps(when(p.trip.start, p.trip.end), when(trip.start, trip.end)) &&
      (!said[1] || p.trip.name.includes(said[1])) &&
      (places.some((a) => p.places.some((b) => b.id === a.id)) || !places.length || !p.places.length),
  );
  return fits.length === 1 ? fits[0] : undefined;
}

function tripStop(own: Travelled, companions: readonly Travelled[], remarks: Remarks): StopEntry {
  const { trip, country, places, rests } = own;
  const meeting = `meeting:trip-${trip.id}`;
  const days = when(trip.start, trip.end);
  const all = [own, ...companions];
  const found = all.flatMap((t) =>
    remarked(
      remarks,
      t.trip.remarks,
      { isVisit: false, day: trip.start, when: days, countries: country ? [country] : [] },
      meeting,
      all.map((a) => a.person),
      t.rests,
      UNITED_STATES,
      t.person,
    ),
  );
  return {
    id: meeting,
    name: `Visit of ${trip.name} to ${trip.locale || trip.country.printed}, ${inWords(trip.start, trip.end)}`,
    when: days,
    country,
    places,
    printed: { country: trip.country.printed, locale: trip.locale || undefined },
    remarks: trip.remarks || undefined,
    host: country,
    party: UNITED_STATES,
    visitors: all.map((t) => {
      const others = when(t.trip.start, t.trip.end);
      return {
        ...entry({ person: t.person, role: t.role, onBehalfOf: UNITED_STATES }, t.trip.name, t.rests),
        when: others === days ? undefined : others,
      };
    }),
    remarked: [...new Map(found.map((r) => [`${r.meeting} ${r.person}`, r])).values()],
    rests,
  };
}

function entry({ person, role, onBehalfOf }: Visitor, printed: string, rests: Rests): VisitorEntry {
  return { person, role, onBehalfOf, printed, rests };
}

/** Who takes part according to the remarks: in a summit that is known, the traveller too; else in the stop. */
function remarked(
  remarks: Remarks,
  text: string,
  scene: Scene,
  stop: string,
  visitors: readonly string[],
  rests: Rests,
  own: string | undefined,
  traveller?: string,
): RemarkEntry[] {
  if (!text) return [];
  const found = remarks.summit(text, scene, own ?? '');
  const summit = found?.meeting;
  const part = (meeting: string, person: string, country: string | undefined, words: string) => ({
    id: summit?.id === meeting ? summit.participations.get(person) : undefined,
    meeting,
    person,
    onBehalfOf: country,
    words,
    rests,
  });
  const met = remarks
    .met(text, scene)
    .filter((m) => !visitors.includes(m.person))
    .map((m) =>
      part(
        summit && m.country && summit.parties.includes(m.country) ? summit.id : stop,
        m.person,
        m.country,
        m.words,
      ),
    );
  return summit && traveller ? [part(summit.id, traveller, own, found.words), ...met] : met;
}
