import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isInterfaceType,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../src/store/port.js';
import { carriedOut, schema } from '../store/answers.js';
import { ask, onBothEngines, record, write } from '../store/engines.js';

const PAYLOADS = [
  `'; DROP TABLE person; --`,
  `" OR 1=1 //`,
  '`) MATCH (n) DETACH DELETE n //',
  `\\u0027}) RETURN 1 UNION MATCH (n) RETURN n //`,
  'name:* OR "a"~2 AND (NOT b) ^5 {x TO y}',
  'NEAR(a b, 2) "unclosed',
  '<script>alert(1)</script>',
  '=HYPERLINK("http://x","y")',
  '../../../etc/passwd',
  'a\r\nSet-Cookie: x=1',
  '${7*7} {{7*7}} %s %n',
  '\u202Egnp.exe \u0000'.replace('\u0000', ''),
];

const isText = (type: GraphQLInputType) =>
  ['String', 'ID', 'EDTF', 'Date'].includes(getNamedType(type).toString());

/** Every way a text goes into a field: as an argument, or deep in its filter, up to two steps. */
function ways(field: GraphQLField<unknown, unknown>): ((text: string) => Record<string, unknown>)[] {
  const required = (but: string) =>
    field.args.filter((a) => a.name !== but && isNonNullType(a.type)).map((a) => [a.name, 'x'] as const);
  return field.args.flatMap((argument) => {
    const into = (value: (text: string) => unknown) => (text: string) => ({
      ...Object.fromEntries(required(argument.name)),
      [argument.name]: value(text),
    });
    return valuesOf(argument.type, 3).map(into);
  });
}

function valuesOf(type: GraphQLInputType, deep: number): ((text: string) => unknown)[] {
  const bare = getNullableType(type);
  if (isListType(bare)) return valuesOf(bare.ofType, deep).map((value) => (text: string) => [value(text)]);
  if (isInputObjectType(bare)) {
    if (!deep) return [];
    return Object.values(bare.getFields())
      .filter(({ name }) => !['AND', 'OR', 'NOT'].includes(name))
      .flatMap((field) =>
        valuesOf(field.type, deep - 1).map((value) => (text: string) => ({ [field.name]: value(text) })),
      );
  }
  return isText(bare) ? [(text) => text] : [];
}

const fields = Object.values(schema.getQueryType()!.getFields()).filter((field) => ways(field).length);

/** A document with each argument as a variable, so that no text has to be written into it. */
function documentOf(field: GraphQLField<unknown, unknown>, given: Record<string, unknown>): string {
  const used = field.args.filter(({ name }) => name in given);
  const type = getNamedType(field.type);
  const inner = isObjectType(type) || isInterfaceType(type) ? ' { __typename }' : '';
  return `query (${used.map((a) => `$${a.name}: ${String(a.type)}`).join(', ')}) { ${field.name}(${used.map((a) => `${a.name}: $${a.name}`).join(', ')})${inner} }`;
}

onBothEngines('texts that would be more than texts', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await engine.open();
    await write(
      store,
      PAYLOADS.map((name, i) => record('Person', `person:p${i}`, { name, description: name })),
    );
  });
  afterAll(() => store.close());

  test.each(fields.map((field) => [field.name, field] as const))(
    '%s takes them as texts, wherever they stand',
    { timeout: 120_000 },
    async (_name, field) => {
      const all = ways(field);
      // Each way has one of them, and each of them comes round.
      for (const [i, way] of all.entries()) {
        const text = PAYLOADS[i % PAYLOADS.length]!;
        const given = way(text);
        const { errors } = await carriedOut(store, documentOf(field, given), given);
        for (const error of errors ?? []) {
          const code = (error.originalError as { code?: string } | undefined)?.code;
          expect(code ?? error.message, `${field.name} ${JSON.stringify(given)}: ${error.message}`).toMatch(
            /^(BAD_USER_INPUT|BAD_CURSOR|AMBIGUOUS_NAME)$|got invalid value|cannot represent/,
          );
        }
      }
    },
  );

  test('they are given back as they were, and nothing is gone', async () => {
    const { data } = await ask(
      store,
      '{ people(first: 50, orderBy: [{name: ASC}]) { totalCount nodes { name description } } }',
    );
    const { people } = data as {
      people: { totalCount: number; nodes: { name: string; description: string }[] };
    };
    expect(people.totalCount).toBe(PAYLOADS.length);
    expect(people.nodes.map((n) => n.name).sort()).toEqual([...PAYLOADS].sort());
    expect(people.nodes.every((n) => n.name === n.description)).toBe(true);
  });

  describe('each by its name', () => {
    test.each(PAYLOADS)('%j', async (name) => {
      const query =
        'query ($name: String) { person(name: $name) { name } people(where: {name: {eq: $name}}) { totalCount } }';
      expect((await ask(store, query, { name })).data).toEqual({
        person: { name },
        people: { totalCount: 1 },
      });
    });
  });
});
