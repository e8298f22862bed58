import { bounds } from '../../../model/edtf.js';
import { readDate } from '../mapping/dates.js';
import type { Link } from '../mapping/mapping.js';
import { pieces } from '../mapping/template.js';
import type { Ask } from '../linking/found.js';
import type { Row } from '../reading/row.js';

/** What is asked of a text of the row: with the day and the cells around it, where the link goes by candidates. */
export function askOf(link: Link, text: string, row: Row): Ask {
  const plain = text.replace(/\s+/g, ' ');
  if (link.by.is !== 'candidates') return { link, text: plain };
  const { on, context } = link.by;
  const around = context.flatMap((column) => pieces(row, column)).join(' ');
  return {
    link,
    text: plain,
    on: on && day(pieces(row, on.column)[0], on.formats),
    context: around || undefined,
  };
}

// A date that cannot be read is said where it is a value; to link by, it is only missing.
function day(text: string | undefined, formats: Parameters<typeof readDate>[1]): string | undefined {
  if (text === undefined) return undefined;
  try {
    return bounds(readDate(text, formats)).from;
  } catch {
    return undefined;
  }
}
