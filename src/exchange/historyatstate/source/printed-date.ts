/** A year (`1817`, `985`, `-0800`), a month or a day that can be. */
const FORM = /^(-?\d{3,4})(?:-(\d\d))?(?:-(\d\d))?$/;

/**
 * A date as a source prints it, its year in four digits.
 * @throws Error that says why it cannot be: `2019-02-30`, `31/12/1999`, the year 9999.
 */
export function printedDate(text: string): string {
  const [, year, month, day] = FORM.exec(text) ?? [];
  if (year === undefined) throw new Error(`'${text}' is no date: write 1953, 1953-04 or 1953-04-27`);
  if (year === '9999') throw new Error(`'${text}' is no date that can be: leave it empty`);
  const days = new Date(Date.UTC(2000 + (Number(year) % 400), Number(month ?? 1), 0)).getUTCDate();
  if (Number(month ?? 1) < 1 || Number(month ?? 1) > 12 || Number(day ?? 1) < 1 || Number(day ?? 1) > days)
    throw new Error(`'${text}' is no day of the calendar`);
  return text.replace(/\d+/, (digits) => digits.padStart(4, '0'));
}

/** Whether the one surely comes after the other; a month or a year may lie anywhere in itself. */
export function isAfter(one: string, other: string): boolean {
  const [a, b] = [parts(one), parts(other)];
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return a[i]! > b[i]!;
  return false;
}

const parts = (date: string): number[] => {
  const [, ...numbers] = FORM.exec(date.replace(/[~?%]$/, ''))!;
  return numbers.filter((n) => n !== undefined).map(Number);
};
