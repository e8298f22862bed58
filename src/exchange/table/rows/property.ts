import type { Property } from '../../../model/catalogue.js';
import { bounds } from '../../../model/edtf.js';
import { enums } from '../../../model/enums.js';
import { readDate } from '../mapping/dates.js';
import type { Value } from '../mapping/mapping.js';
import { pieces } from '../mapping/template.js';
import type { Row } from '../reading/row.js';

/** A text as the value of a property. @throws Error that says what would be right */
export function propertyValue(field: Property, text: string, value: Value, row: Row): unknown {
  if (field.enum) return word(text, enums[field.enum]);
  switch (field.type) {
    case 'edtf':
      return date(text, value, row);
    case 'int':
      return number(text, value, /^[+-]?\d+$/, 'a whole number');
    case 'float':
      return number(text, value, /^[+-]?\d+(\.\d+)?$/, `a number like 59${value.decimal}33`);
    case 'boolean':
      return flag(text);
    default:
      return text;
  }
}

function word(text: string, words: readonly string[]): string {
  const typed = text.toUpperCase().replace(/[\s-]+/g, '_');
  if (words.includes(typed)) return typed;
  throw new Error(
    `'${text}' is none of ${words.join(', ')}; 'values' in the mapping says which it stands for`,
  );
}

function date(text: string, { formats, until }: Value, row: Row): string {
  const from = readDate(text, formats);
  const [last] = until === undefined ? [] : pieces(row, until);
  const to = last === undefined ? from : readDate(last, formats);
  if (to === from) return from;
  const both = `${from}/${to}`;
  bounds(both);
  return both;
}

function number(text: string, { decimal }: Value, form: RegExp, wanted: string): number {
  const plain = decimal === ',' ? text.replace(',', '.') : text;
  if (!form.test(plain)) throw new Error(`'${text}' is not ${wanted}`);
  return Number(plain);
}

function flag(text: string): boolean {
  const typed = text.toLowerCase();
  if (['true', 'yes', '1'].includes(typed)) return true;
  if (['false', 'no', '0'].includes(typed)) return false;
  throw new Error(`'${text}' is neither yes nor no`);
}
