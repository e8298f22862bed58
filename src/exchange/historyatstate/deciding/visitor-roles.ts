import type { RoleEntry } from '../entries.js';
import type { Visit } from '../facts.js';
import type { Resolution } from '../people/resolve.js';
import type { Sighting } from '../people/sighting.js';
import { when } from './days.js';
import { attestedRole } from './offices.js';
import { restsOn } from './rests.js';
import type { Visitor } from './stops.js';

/** The offices that visitors bore, each with all the visits that show it; and who came on each visit. */
export function visitorRoles(
  sightings: readonly Sighting[],
  people: Resolution,
  visits: ReadonlyMap<string, Visit>,
): { roles: RoleEntry[]; of: Map<string, Visitor[]> } {
  const attested = new Map<string, { role: RoleEntry; days: RoleEntry['attested'][number][] }>();
  const of = new Map<string, Visitor[]>();
  for (const { visit: id, index, country, visitor } of sightings) {
    const person = people.personOf(id, index);
    if (!person) continue;
    const visit = visits.get(id)!;
    const isState = country.startsWith('country:');
    const title = visitor.standing === 'FORMER' ? undefined : visitor.title;
    let role: string | undefined;
    if (title && isState) {
      const days: RoleEntry['attested'][number][] = [];
      const made = attestedRole(person, title, country, days);
      const known = attested.get(made.id) ?? { role: made, days };
      known.days.push({
        days: when(visit.start, visit.end),
        printed: visitor.printed,
        rests: restsOn(visit),
      });
      attested.set(made.id, known);
      role = made.id;
    }
    of.set(id, [...(of.get(id) ?? []), { person, role, onBehalfOf: isState ? country : undefined }]);
  }
  return { roles: [...attested.values()].map((a) => a.role), of };
}
