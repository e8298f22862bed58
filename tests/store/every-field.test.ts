import {
  getNamedType,
  isCompositeType,
  isInputObjectType,
  type GraphQLEnumType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
} from 'graphql';
import { expect, test } from 'vitest';
import { catalogue } from '../../src/model/the-catalogue.js';
import { answerOf, schema } from './answers.js';
import { onBothEngines, sowSeeds } from './engines.js';
import { plant } from './plant.js';
import { randomGraph } from './random-graph.js';
import { typesUnderQuery } from './types-under-query.js';

type Fields = GraphQLObjectType | GraphQLInterfaceType;

/** Every field of a type; of a record below it only what says that there is one. */
function everything(type: Fields, below = false): string {
  const fields = Object.values(type.getFields()).map((field) => {
    const of = getNamedType(field.type);
    if (!isCompositeType(of)) return field.name;
    const isRecord = catalogue.concepts.has(of.name);
    if (type.name === 'Group' && field.name === 'groups') return 'groups { key }';
    const by = field.args.find((a) => a.name === 'by');
    // Of every list at the root: on every list of every record they are a statement that no planner ends with.
    if (by && below) return '';
    const keys = by && (getNamedType(by.type) as GraphQLEnumType).getValues().map((v) => v.name);
    const takesFirst = field.args.some((a) => a.name === 'first');
    const args = keys ? `(by: [${keys[0]}, ${keys.at(-1)}])` : takesFirst ? '(first: 2)' : '';
    return `${field.name}${args} ${isRecord && below ? '{ __typename }' : everything(of as Fields, true)}`;
  });
  return `{ ${fields.join(' ')} }`;
}

/** A query for each way to come to a type: lists, look-ups of one record, and for Node and Fact their interface. */
function queries(ids: readonly string[]): { source: string; on?: Fields }[] {
  const root = schema.getQueryType()!;
  const idOf = (concept: string) => ids.find((id) => catalogue.ofId(id)?.name === concept)!;
  const fact = schema.getType('Fact') as GraphQLInterfaceType;
  const asked = Object.values(root.getFields()).map(({ name, type, args }) => {
    const of = getNamedType(type) as Fields;
    const takes = (arg: string) => args.some((a) => a.name === arg);
    if (takes('from'))
      return { source: `{ ${name}(from: "person:ann-linde", to: "person:kim-jong-un") ${everything(of)} }` };
    if (takes('of')) return { source: `{ ${name}(of: "person:ann-linde") ${everything(of)} }` };
    if (name === 'search')
      return {
        source: `query($after: String) { search(text: "kim talks", first: 100, after: $after) ${everything(of)} }`,
      };
    if (name === 'candidates') return { source: `{ ${name}(name: "Kim", first: 3) ${everything(of)} }` };
    if (takes('first'))
      return { source: `query($after: String) { ${name}(first: 100, after: $after) ${everything(of)} }` };
    if (takes('ids')) return { source: `{ ${name}(ids: ${JSON.stringify(ids)}) { id } }` };
    if (takes('id'))
      return { source: `{ ${name}(id: "${idOf(of.name === 'Node' ? 'Person' : of.name)}") { id } }` };
    return { source: `{ ${name} ${everything(of, true)} }` };
  });
  return [
    ...asked,
    {
      source: `{ nodes(ids: ${JSON.stringify(ids.slice(0, 100))}) { ... on Fact ${everything(fact, true)} } }`,
      on: fact,
    },
  ];
}

onBothEngines('every field of the schema', (engine) => {
  test('is seen with a value', { timeout: 300_000 }, async () => {
    const store = await engine.open({ timeLimit: 120_000 });
    await sowSeeds(store);
    const changes = randomGraph(catalogue, 1);
    await plant(store, changes);

    const seen = new Set<string>();
    const mark = (type: Fields, value: unknown): void => {
      if (Array.isArray(value)) return value.forEach((v) => mark(type, v));
      for (const [name, v] of Object.entries((value ?? {}) as object)) {
        const field = type.getFields()[name];
        if (!field || v === null) continue;
        if (Array.isArray(v) && !v.length) continue;
        seen.add(`${type.name}.${name}`);
        const of = getNamedType(field.type);
        if (isCompositeType(of)) mark(of as Fields, v);
      }
    };
    const ids = changes[0].upserts.map((r) => r.id).filter((id) => id !== 'match:r11');
    for (const { source, on } of queries(ids)) {
      for (let after: string | undefined = ''; after !== undefined;) {
        const { data, errors } = await answerOf(store, source, after ? { after } : {});
        expect(errors, source.slice(0, 300)).toEqual([]);
        const [answer] = Object.values(data as object) as [
          { pageInfo?: { hasNextPage: boolean; endCursor: string } },
        ];
        if (on) mark(on, answer);
        else mark(schema.getQueryType()!, data);
        after = answer.pageInfo?.hasNextPage ? answer.pageInfo.endCursor : undefined;
      }
    }
    await store.close();

    const all = typesUnderQuery(schema)
      .filter((type) => !isInputObjectType(type))
      .flatMap((type) => Object.keys(type.getFields()).map((name) => `${type.name}.${name}`));
    expect(all.filter((field) => !seen.has(field))).toEqual([]);
  });
});
