import type { Appointment, Officer } from '../facts.js';
import type { Untitled } from './draft.js';

/** The appointments with their titles; those of nobody known, or to no office that has a name, are refused by name. */
export function titled(
  untitled: readonly Untitled[],
  officers: readonly Officer[],
  titles: ReadonlyMap<string, string>,
): Appointment[] {
  const known = new Set(officers.map(({ id }) => id));
  return untitled.flatMap(({ appointment, titleId, refuse }) => {
    const title = titles.get(titleId);
    if (!known.has(appointment.officer))
      refuse(`its person-id '${appointment.officer}' is nobody of pocom/people`);
    else if (!title)
      refuse(
        `its role-title-id '${titleId}' has no name in pocom/roles-country-chiefs, missions-orgs or positions-principals`,
      );
    else return [{ ...appointment, title }];
    return [];
  });
}
