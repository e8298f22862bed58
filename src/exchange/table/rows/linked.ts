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
      const scored = link.by.is === 'candidates' ? { method: 'candidates', confidence: found.score } : {};
      draft.rest(field, printed, found.id, scored);
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
    return [created(link.otherwise, ask.text, field, printed, draft, linker, mapping)];
  });
}

function created(
  otherwise: Exclude<Link['otherwise'], string>,
  name: string,
  field: string,
  printed: string,
  draft: Draft,
  linker: Linker,
  mapping: Mapping,
): string {
  const { id, isThere } = linker.idOfNew(otherwise.create, name);
  draft.rest(field, printed, id);
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
