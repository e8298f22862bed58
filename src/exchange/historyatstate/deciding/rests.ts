import type { Rests } from '../entries.js';
import type { Appointment, Officer, President, Trip, Visit } from '../facts.js';

const pages = 'departmenthistory';

/** The record of a source as evidence names it, with the page that shows it. */
export function restsOn(fact: Visit | Trip | Officer | President | Appointment): Rests {
  const { repository, id, modified } = fact;
  return { repository, record: recordOf(fact) ?? id, ...(modified ? { modified } : {}), page: pageOf(fact) };
}

const recordOf = (fact: Visit | Trip | Officer | President | Appointment): string | undefined =>
  'post' in fact ? `${fact.post}/${fact.id}` : undefined;

function pageOf(fact: Visit | Trip | Officer | President | Appointment): string {
  if ('visitor' in fact) return `${pages}/visits/${fact.from.id}`;
  if ('who' in fact) return `${pages}/travels/${fact.role}/${fact.who}`;
  if ('officer' in fact) return `${pages}/people/${fact.officer}`;
  return fact.repository === 'pocom' ? `${pages}/people/${fact.id}` : `${pages}/travels/president/${fact.id}`;
}
