import { bounds } from '../../../model/edtf.js';

/** How dates are printed: `DD/MM/YYYY`. What is read is EDTF. */
export interface DateFormat {
  readonly format: string;
  /** Undefined where the text is not of this format. @throws Error where it is, and no such day is in the calendar */
  read(text: string): string | undefined;
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const PARTS: Readonly<Record<string, string>> = {
  YYYY: '(?<y>\\d{4})',
  MMMM: '(?<name>\\p{L}+)\\.?',
  MMM: '(?<name>\\p{L}+)\\.?',
  MM: '(?<m>\\d{1,2})',
  M: '(?<m>\\d{1,2})',
  DD: '(?<d>\\d{1,2})',
  D: '(?<d>\\d{1,2})',
};
const TOKEN = /YYYY|MMMM|MMM|MM|M|DD|D/g;

/** Undefined where it is no format of dates: that has YYYY, and a day only beside a month. */
export function dateFormat(format: string): DateFormat | undefined {
  if (format === 'EDTF') return { format, read: edtf };
  const tokens = format.match(TOKEN) ?? [];
  const kinds = tokens.map((t) => t[0]).join('');
  if (!/^(Y|YM|MY|[YMD]{3})$/.test(kinds) || new Set(kinds).size < kinds.length) return undefined;
  const between = format.split(TOKEN);
  if (between.some((text) => /\p{L}|\d/u.test(text))) return undefined;
  const escaped = between.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ +/g, '\\s+'));
  const pattern = new RegExp(
    `^${escaped.map((text, i) => text + (tokens[i] ? PARTS[tokens[i]] : '')).join('')}$`,
    'u',
  );
  return {
    format,
    read(text) {
      const found = pattern.exec(text)?.groups;
      if (!found) return undefined;
      const month = found['name'] ? named(found['name']) : found['m'] && Number(found['m']);
      if (month === 0) return undefined;
      const two = (n: number | string) => String(n).padStart(2, '0');
      return edtf(
        [found['y'], ...(month ? [two(month)] : []), ...(found['d'] ? [two(found['d'])] : [])].join('-'),
      );
    },
  };
}

/** 1 to 12; 0 where it names no month. */
function named(text: string): number {
  const typed = text.toLowerCase();
  const at = MONTHS.findIndex(
    (month) => month === typed || month.slice(0, 3) === typed || (typed === 'sept' && month === 'september'),
  );
  return at + 1;
}

function edtf(text: string): string {
  bounds(text);
  return text;
}

const COMMON = ['DD/MM/YYYY', 'MM/DD/YYYY', 'DD.MM.YYYY', 'D MMM YYYY', 'MMM D, YYYY', 'YYYY/MM/DD'].map(
  (f) => dateFormat(f)!,
);

/** A date as EDTF, by the one format that fits it. @throws Error that names the readings there are */
export function readDate(text: string, formats: readonly DateFormat[]): string {
  const read = readings(text, formats);
  const dates = [...new Set(read.map(([, date]) => date))];
  if (dates.length === 1) return dates[0]!;
  if (dates.length) throw new Error(`'${text}' is ${said(read)}; 'format' must have one of them`);
  const others = readings(text, COMMON);
  const wanted = formats
    .map((f) => (f.format === 'EDTF' ? 'EDTF (2019, 2019-02, 2019-10-05)' : f.format))
    .join(' or ');
  throw new Error(
    `'${text}' is no date as ${wanted}${others.length ? `; it is ${said(others)}: say so by 'format'` : ''}`,
  );
}

const said = (read: readonly (readonly [string, string])[]) =>
  read.map(([format, date]) => `${date} as ${format}`).join(' and ');

function readings(text: string, formats: readonly DateFormat[]): [format: string, date: string][] {
  return formats.flatMap((f): [string, string][] => {
    try {
      const date = f.read(text);
      return date === undefined ? [] : [[f.format, date]];
    } catch {
      return [];
    }
  });
}
