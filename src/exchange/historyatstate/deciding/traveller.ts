import type { RoleEntry } from '../entries.js';
import type { Trip } from '../facts.js';
import type { Resolution } from '../people/resolve.js';
import type { Known } from './known.js';

/**
 * Who made a journey: of the officers and presidents of this checkout, else whom an earlier import made of it. One id may
 * name two: `taft-william-howard` is the president in the one list and his grandson in the other.
 */
export function travellerOf({ who, role }: Trip, people: Resolution, { prior }: Known): string | undefined {
  const kinds =
    role === 'president' ? (['president', 'officer'] as const) : (['officer', 'president'] as const);
  const here = { president: people.personOfPresident, officer: people.personOfOfficer };
  const [first, second] = kinds;
  return (
    here[first](who) ?? here[second](who) ?? prior.get(`${first}:${who}`) ?? prior.get(`${second}:${who}`)
  );
}

/** The office a traveller held on the first day of a stop, where one alone fits. */
export function officeOf(trip: Trip, person: string, roles: readonly RoleEntry[]): string | undefined {
  const title = trip.role === 'president' ? 'President' : 'Secretary of State';
  const held = roles.filter(
    (r) =>
      r.person === person &&
      r.title === title &&
      r.began?.date !== undefined &&
      r.began.date <= trip.start &&
      (r.ended?.date ?? '9999') >= trip.start,
  );
  return held.length === 1 ? held[0]!.id : undefined;
}
