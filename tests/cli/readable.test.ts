import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { broken } from '../../src/cli/explain/lines.js';
import { report } from '../../src/cli/explain/report.js';
import { layOut } from '../../src/cli/explain/sql.js';
import { table } from '../../src/cli/explain/steps.js';
import { Explanation } from '../../src/api/explain.js';

const plans = join(import.meta.dirname, '..', 'plans');
const statements = readdirSync(plans).filter((file) => file.endsWith('.sql'));

describe('SQL over several lines', () => {
  test.each(statements)('is %s but for white space', (file) => {
    const sql = readFileSync(join(plans, file), 'utf8').trimEnd();
    const lines = layOut(sql);
    expect(lines.join('').replace(/\s/g, '')).toBe(sql.replace(/\s/g, ''));
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.filter((line) => /\w +(FROM|WHERE|LIMIT) /.test(line.replace(/\(.*\)/g, '')))).toEqual([]);
  });

  test('leaves what stands in quotes, and clauses within a bracket', () => {
    const sql = `SELECT 'a (SELECT FROM b' FROM "x FROM (y" WHERE f(a ORDER BY b) = 1`;
    expect(layOut(sql)).toEqual([
      `SELECT 'a (SELECT FROM b'`,
      `FROM "x FROM (y"`,
      'WHERE f(a ORDER BY b) = 1',
    ]);
  });
});

describe('a line too wide for the terminal', () => {
  test('is broken where a word, a list or a union goes on', () =>
    expect(broken('  expand about ->[ABOUT] Person|Country|Organization', 30)).toEqual([
      '  expand about ->[ABOUT]',
      '      Person|Country|',
      '      Organization',
    ]));
  test('is broken anywhere where nothing else will do', () =>
    expect(broken('x'.repeat(50), 30)).toEqual(['x'.repeat(30), `    ${'x'.repeat(20)}`]));
  test('is left alone where it fits, and where the terminal is too narrow for more', () => {
    expect(broken('  short', 30)).toEqual(['  short']);
    expect(broken('words that do not fit', 10)).toEqual(['words that do not fit']);
  });
});

describe('an engine’s steps', () => {
  const leaf = { details: '', children: [] };
  test('with rows: what feeds a step stands below it, what it calls moves in', () => {
    const step = { operator: 'Apply', details: 'd', rows: 2, estimated: 1.26, hits: 3 };
    const children = [
      { ...leaf, operator: 'Seek', rows: 1, estimated: 1, hits: 2 },
      { ...leaf, operator: 'Expand', rows: 2, estimated: 0.04, hits: 10 },
    ];
    expect(table({ ...step, children }, Infinity)).toEqual([
      'operator  estimated  rows  hits  details',
      'Apply           1.3     2     3  d',
      '| Expand          0     2    10',
      'Seek              1     1     2',
    ]);
  });
  test('without rows: the parts of a step stand inside of it; a line is cut to the width', () => {
    const child = { operator: 'SEARCH', details: 'n1 USING INDEX entity_name', children: [] };
    expect(table({ operator: 'QUERY PLAN', details: '', children: [child] }, 20)).toEqual([
      'QUERY PLAN',
      '  SEARCH n1 USING I…',
    ]);
  });
});

describe('colours', () => {
  const explanation = new Explanation();
  explanation.fields.push({ key: 'people', selection: 'people\n', reads: [] });
  const on = (isTTY: boolean, colours: boolean) =>
    report(explanation, undefined, { isTTY, columns: 80, hasColors: () => colours });
  test('are for a terminal that has them and may show them', () => {
    expect(on(true, true)).toContain('\u001b[');
    expect(on(true, false)).not.toContain('\u001b');
    expect(on(false, true)).not.toContain('\u001b');
  });
});
