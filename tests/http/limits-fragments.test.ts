import { buildSchema, parse, specifiedRules, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { readConfig, type Limits } from '../../src/config.js';
import { documentLimits } from '../../src/http/limits/document.js';

// What the size of a document does not show. A check that walked all that fragments expand to would not end here.
const schema = buildSchema(
  'type Query { article: Article } type Article { id: ID! versionOf: Article copyOf: Article }',
);
const errors = (source: string, limits: Partial<Limits> = {}) =>
  validate(schema, parse(source), [
    ...specifiedRules,
    documentLimits({ ...readConfig({}).limits, ...limits }),
  ]).map((e) => e.message);

const chain = (n: number, body: (next: string) => string) =>
  [
    '{ article { ...F0 } }',
    ...Array.from({ length: n }, (_, i) => `fragment F${i} on Article { ${body(`F${i + 1}`)} }`),
    `fragment F${n} on Article { id }`,
  ].join('\n');

describe('fragments that expand to 2^100 fields', () => {
  test('side by side are no more than one', () =>
    expect(errors(chain(100, (next) => `...${next} ...${next}`))).toEqual([]));
  test('under two fields are as deep as they are', () =>
    expect(errors(chain(100, (next) => `versionOf { ...${next} } copyOf { ...${next} }`))).toEqual([
      expect.stringMatching(/^The operation is 102 fields deep; at most 15/),
    ]));
  test('under two aliases have as many', () =>
    expect(
      errors(
        chain(100, (next) => `a: versionOf { ...${next} } b: versionOf { ...${next} }`),
        { depth: 200 },
      ),
    ).toEqual([expect.stringMatching(/^The operation has 9007199254740991 aliases/)]));
});

test('a circle of fragments is graphql’s to report, and ends', () => {
  expect(errors('{ article { ...A } } fragment A on Article { versionOf { ...A } }')).toEqual([
    'Cannot spread fragment "A" within itself.',
  ]);
  expect(
    errors('{ article { ...A } } fragment A on Article { ...B } fragment B on Article { copyOf { ...A } }'),
  ).toEqual(['Cannot spread fragment "A" within itself via "B".']);
});

test('a fragment that is not there is graphql’s to report', () =>
  expect(errors('{ article { ...A } }')).toEqual(['Unknown fragment "A".']));

describe('fragments that combine into ever other selections', () => {
  // Below each field stands another set of fragments: which of them says at which levels versionOf was taken.
  const both = (below: string) => `versionOf { ${below} } copyOf { ${below} }`;
  const combined = (n: number) => {
    const fragments = [`fragment L${n} on Article { id }`];
    for (let i = 0; i < n; i++) {
      fragments.push(
        `fragment L${i} on Article { versionOf { ...L${i + 1} ...X${i}_${i + 1} } copyOf { ...L${i + 1} } }`,
      );
      for (let k = i + 1; k <= n; k++)
        fragments.push(`fragment X${i}_${k} on Article { ${k === n ? 'id' : both(`...X${i}_${k + 1}`)} }`);
    }
    return `{ article { ...L0 } } ${fragments.join(' ')}`;
  };
  test('may make as many as tokens are allowed', () => expect(errors(combined(9))).toEqual([]));
  test('and no more', () =>
    expect(errors(combined(10), { tokens: 1000 })).toEqual([
      'The fragments combine into more than 1000 different selections; as many are allowed as tokens (MAX_TOKENS). Write plainer fragments',
    ]));
});

test('what goes over a limit is not looked at by other rules', () =>
  expect(errors(`{ ${'nobody '.repeat(51)} }`)).toEqual([
    "'nobody' stands 51 times in one selection; at most 50 are allowed (MAX_REPEATS)",
  ]));
