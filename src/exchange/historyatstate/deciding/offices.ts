import { fold } from '../../../model/fold.js';
import { slug, slugOf } from '../../../model/slug.js';
import type { Printed, Rests, RoleEntry } from '../entries.js';
import type { Appointment, Dated, President } from '../facts.js';
import type { KnownRole } from './known.js';

export const UNITED_STATES = 'country:united-states';

// As the notes of nominees and of chiefs who never began have it.
const NOT_TAKEN_UP =
  /\b(declined|did not (serve|proceed|take up|accept)|not commissioned|never (served|commissioned)|not (confirmed|acted upon)|nomination\b.*\b(withdrawn|rejected|returned|tabled)|appointment (revoked|not confirmed)|died (before|en route|en-route|on the way))/i;

/** An appointment as an office of the United States; `nth` of those with its id, `to` is where it is accredited. */
export function appointed(
  { post, id, title, isNominee, note, appointed, arrived, started, ended }: Appointment,
  nth: number,
  person: string,
  to: string | undefined,
  rests: Rests,
): RoleEntry {
  const began = printed(started);
  const over = printed(ended);
  const isTaken = !isNominee && (began?.date !== undefined || !NOT_TAKEN_UP.test(note ?? ''));
  return {
    id: `role:${post}-${id}${nth > 1 ? `-${nth}` : ''}`.toLowerCase(),
    person,
    title,
    of: UNITED_STATES,
    to,
    appointed: printed(appointed),
    arrived: printed(arrived),
    began,
    ended: over,
    ending: !isTaken ? 'NOT_TAKEN_UP' : over?.date ? 'KNOWN' : 'UNKNOWN',
    note,
    attested: [],
    rests,
  };
}

/** A term of a president. One that an article has attested is that role. */
export function presidency(
  { tookOffice, leftOffice, isInOffice }: President,
  person: string,
  rests: Rests,
  known: readonly KnownRole[],
): RoleEntry {
  const title = 'President';
  const same = known.filter(
    (r) =>
      r.person === person &&
      r.of === UNITED_STATES &&
      fold(r.title) === fold(title) &&
      r.attested &&
      tookOffice !== undefined &&
      tookOffice <= r.attested[0] &&
      r.attested[1] <= (leftOffice ?? '9999'),
  );
  return {
    id:
      same.length === 1
        ? same[0]!.id
        : `role:${slugOf(person)}-president-${tookOffice?.slice(0, 4) ?? 'unknown'}`,
    person,
    title,
    of: UNITED_STATES,
    began: tookOffice ? { date: tookOffice } : undefined,
    ended: leftOffice ? { date: leftOffice } : undefined,
    ending: isInOffice ? 'ONGOING' : leftOffice ? 'KNOWN' : 'UNKNOWN',
    attested: [],
    rests,
  };
}

/** The office that a visitor's title names, for all the visits that show it. */
export function attestedRole(
  person: string,
  title: string,
  of: string,
  attested: RoleEntry['attested'],
): RoleEntry {
  return {
    id: `role:${slugOf(person)}-${slug(title)}-${slugOf(of)}`.slice(0, 190),
    person,
    title,
    of,
    ending: 'UNKNOWN',
    attested,
  };
}

const printed = (dated: Dated | undefined): Printed | undefined =>
  dated && (dated.date || dated.note) ? dated : undefined;
