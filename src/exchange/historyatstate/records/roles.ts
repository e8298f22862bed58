import type { RecordInput } from '../../../model/change-set.js';
import type { Printed, RoleEntry } from '../entries.js';
import { evidence } from './evidence.js';

/** An office: appointed, arrived, began and ended are days of their own, each with the note that explains it. */
export function role(entry: RoleEntry): RecordInput {
  const { id, person, title, of, to, appointed, arrived, began, ended, ending, attested, rests, note } =
    entry;
  const bounds: Record<string, Printed | undefined> = { appointed, arrived, began, ended };
  const days = attested.map((a) => a.days);
  return {
    type: 'Role',
    id,
    set: {
      person,
      title,
      of,
      to,
      ...Object.fromEntries(Object.entries(bounds).map(([name, d]) => [name, d?.date])),
      attested: days.length ? allOf(days) : undefined,
      // Of one that an article has shown, the end that was not known is known now.
      ending: ending === 'UNKNOWN' ? undefined : ending,
    },
    fill: { ending },
    add: {
      evidence: [
        ...(rests
          ? [
              evidence(rests, { field: 'title', value: title, note }),
              ...Object.entries(bounds).flatMap(([field, d]) =>
                d?.date || d?.note ? [evidence(rests, { field, value: d.date, note: d.note })] : [],
              ),
            ]
          : []),
        ...attested.map((a) => evidence(a.rests, { field: 'attested', value: a.days, note: a.printed })),
      ],
    },
  };
}

/** All of these days, in EDTF: one as it stands, several as a set. */
function allOf(days: readonly string[]): string {
  const members = [...new Set(days)].sort().map((d) => d.replace('/', '..'));
  return members.length === 1 ? days[0]! : `{${members.join(',')}}`;
}
