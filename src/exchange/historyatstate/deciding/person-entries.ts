import type { PersonEntry } from '../entries.js';
import type { Facts } from '../facts.js';
import type { Resolution } from '../people/resolve.js';
import { restsOn } from './rests.js';

/** The people with the records that name them, as printed there. */
export function personEntries({ people }: Resolution, facts: Facts): PersonEntry[] {
  const visits = new Map(facts.visits.map((v) => [v.id, v]));
  const officers = new Map(facts.officers.map((o) => [o.id, o]));
  const presidents = new Map([...facts.presidents].reverse().map((p) => [p.id, p]));
  return people.map(
    ({ id, name, otherNames, born, died, visits: seen, officers: held, presidents: led }) => ({
      id,
      name,
      otherNames,
      ...(born ? { born } : {}),
      ...(died ? { died } : {}),
      rests: [
        ...held.map((o) => {
          const { forename, surname, generation } = officers.get(o)!;
          return {
            ...restsOn(officers.get(o)!),
            printed: [forename, surname, generation].filter(Boolean).join(' '),
          };
        }),
        ...led.map((p) => ({ ...restsOn(presidents.get(p)!), printed: presidents.get(p)!.name })),
        ...visitsOf(seen).map((v) => ({ ...restsOn(visits.get(v)!), printed: visits.get(v)!.visitor })),
      ],
    }),
  );
}

/** The visits of sightings, `855.2` being one of `855`. */
const visitsOf = (keys: readonly string[]) => [...new Set(keys.map((key) => key.split('.')[0]!))];
