import { expect, test } from 'vitest';
import { attributed } from './read-text.js';

test('ten thousand quotations are read like ten', () => {
  const text = Array.from(
    { length: 10_000 },
    (_, i) => `“We had good talks number ${i},” Kim Myong Gil said.`,
  ).join('\n\n');
  const found = attributed(text);
  expect(found).toHaveLength(10_000);
  expect(found.at(-1)).toBe('Kim Myong Gil | DIRECT SAYS | “We had good talks number 9999,”');
});

test('ten thousand quotation marks that nothing closes are an end each', () => {
  expect(attributed('“ no '.repeat(10_000)).length).toBeLessThan(2);
});
