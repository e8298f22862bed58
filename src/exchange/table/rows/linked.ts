import type { Linker } from '../linking/linker.js';
import type { Link, LinkedValue, Mapping } from '../mapping/mapping.js';
import type { Row } from '../reading/row.js';
import { askOf } from './ask.js';
import type { Draft } from './draft.js';
import { textsOf } from './texts.js';

/** The ids that a value's texts name. What nobody or several fit is refused, left open with a note, or made. */
export function linked(
  value: LinkedValue,
  field: string,
  row: Row,
  draft: Draft,
  linker: Linker,
  mapping: Mapping,
): string[] {
  const { link } = value;
  return textsOf(value, row).flatMap(({ printed, text }) => {
    const ask = askOf(link, text, row);
    const found = linker.find(ask);
    if (found.is === 'one') {
      draft.rest(field, printed, found.id, by(link, found.score));
      return [found.id];
    }
    if (link.otherwise === 'leave') {
      draft.rest(field, printed, 'nobody', { note: `left open: ${found.problem}` });
      return [];
    }
    if (link.otherwise === 'refuse' || found.is === 'several') {
      draft.problems.push(`${field}: ${found.problem}`);
      return [];
    }
    const id = created(link.otherwise, ask.text, draft, linker, mapping);
    // Who is made for a name is found by it the next time: the evidence is the same, or the row would say something new.
    draft.rest(field, printed, id, by(link, 1));
    return [id];
  });
}

const by = ({ by }: Link, confidence: number) =>
  by.is === 'candidates' ? { method: 'candidates', confidence } : {};

function created(
  otherwise: Exclude<Link['otherwise'], string>,
  name: string,
  draft: Draft,
  linker: Linker,
  mapping: Mapping,
): string {
  const { id, isThere } = linker.idOfNew(otherwise.create, name);
  if (isThere || draft.created.some((record) => record.id === id)) return id;
  const { name: source, date, licence } = mapping.source;
  draft.created.push({
    type: otherwise.create.name,
    id,
    set: { name, ...otherwise.with },
    fill: { review: 'PROPOSED' },
    add: {
      evidence: [
        {
          // Whichever row names it first: the evidence is of the name.
          source: { name: source, record: name, ...(date && { date }), ...(licence && { licence }) },
          field: 'name',
          value: name,
          note: 'made for a name that nobody had',
        },
      ],
    },
  });
  return id;
}
