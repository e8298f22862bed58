import { RapporteurError } from '../../../errors.js';
import { didYouMean } from '../nearest.js';
import type { TableForm } from './row.js';

/** What stands between the cells: as given, else what the header has most of. */
export function separatorOf({ separator, format }: TableForm, header: string): string {
  if (separator !== undefined) return separator;
  if (format === 'tsv') return '\t';
  const plain = header.replace(/"[^"]*"/g, '');
  const count = (s: string) => plain.split(s).length;
  return [',', ';', '\t'].reduce((best, s) => (count(s) > count(best) ? s : best));
}

/** @throws BAD_USER_INPUT where the header has a name twice, or lacks a column that the mapping names. */
export function checkHeader({ name, wanted }: TableForm, header: readonly string[]): void {
  const twice = header.find((column, i) => column && header.indexOf(column) < i);
  if (twice !== undefined)
    throw new RapporteurError('BAD_USER_INPUT', `${name}:1: the header has '${twice}' twice`);
  const there = header.filter(Boolean);
  const missing = [...wanted].filter(([column]) => !there.includes(column));
  if (!missing.length) return;
  const lines = missing.map(
    ([column, where]) => `${where}: the table has no column '${column}'${didYouMean(column, there)}`,
  );
  throw new RapporteurError('BAD_USER_INPUT', `${lines.join('\n')}\n${name} has ${there.join(', ')}`);
}
