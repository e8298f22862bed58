import { splitWords } from '../../model/fold.js';
import type { Entity, Knowledge } from '../knowledge/knowledge.js';

/** Who had an office of a state or body on a day, by words of its title; undefined where nobody or several did. */
export function holderOf(
  knowledge: Knowledge,
  owner: Entity,
  office: readonly string[],
  day: string,
): Entity | undefined {
  const said = office.filter((w) => w.length > 2);
  const holders = knowledge.offices(owner.id).filter((role) => {
    const title = splitWords(role.title);
    return (
      said.length > 0 &&
      said.every((w) => title.includes(w)) &&
      title.length - said.length <= 1 &&
      role.attested
        .concat([[role.from, role.until || day]])
        .some(([from, until]) => from && from <= day && until >= day)
    );
  });
  const people = [...new Set(holders.map((r) => r.person))];
  return people.length === 1 ? knowledge.entities.get(people[0]!) : undefined;
}
