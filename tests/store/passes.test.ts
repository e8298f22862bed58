import 'reflect-metadata';
import { validateSync } from 'class-validator';
import { describe, expect, test } from 'vitest';
import { enums } from '../../src/model/enums.js';
import { catalogue } from '../../src/model/the-catalogue.js';
import { passes } from '../../src/store/apply/passes.js';

const values: unknown[] = [
  undefined,
  null,
  '',
  'x',
  '🙂',
  '️',
  'x'.repeat(2001),
  0,
  1.5,
  NaN,
  Infinity,
  true,
  [],
  ['person:a'],
  ['person:a', 1],
  {},
  '2019-10-05',
  '2019-02-30',
  '2019-10-05T00:00:00Z',
  ...Object.values(enums).map(([first]) => first),
];

describe('a record passes the quick check exactly where class-validator finds nothing', () => {
  test.each(catalogue.concrete.map((c) => [c.name, c] as const))('%s', (_name, concept) => {
    const sound: Record<string, unknown> = {};
    const slow = (fields: object) => !validateSync(Object.assign(new concept.type(), fields)).length;
    const names = [...concept.fields.keys()];
    // First what makes it whole, then each field with each value.
    for (const name of names) {
      const fits = values.find(
        (v) =>
          !validateSync(Object.assign(new concept.type(), { [name]: v })).some((e) => e.property === name),
      );
      if (fits !== undefined) sound[name] = fits;
    }
    for (const name of names)
      for (const value of values) {
        const fields = { ...sound, [name]: value };
        expect(passes(concept, fields), `${name}: ${JSON.stringify(value)}`).toBe(slow(fields));
      }
    expect(names.some((name) => values.some((v) => passes(concept, { ...sound, [name]: v })))).toBe(true);
  });
});
