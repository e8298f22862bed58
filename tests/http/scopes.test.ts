import {
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLInputType,
} from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import { createToken } from '../../src/access/tokens.js';
import { schema } from '../store/answers.js';
import { whileServed } from './served.js';

/** Some value of a type, as it stands in a document. */
function some(type: GraphQLInputType): string {
  if (isNonNullType(type)) return some(type.ofType);
  if (isListType(type)) return `[${some(type.ofType)}]`;
  if (isInputObjectType(type))
    return `{${Object.values(type.getFields())
      .filter((field) => isNonNullType(field.type))
      .map((field) => `${field.name}: ${some(field.type)}`)
      .join(', ')}}`;
  return { Boolean: 'true', Int: '1', Float: '1', JSON: '{}' }[type.name] ?? '"x"';
}

const mutations = Object.values(schema.getMutationType()!.getFields()).map((field) => {
  const given = field.args.filter((a) => isNonNullType(a.type)).map((a) => `${a.name}: ${some(a.type)}`);
  const fields = isObjectType(getNamedType(field.type)) ? ' { __typename }' : '';
  return [field.name, `mutation { ${field.name}(${given.join(', ')})${fields} }`] as const;
});

const here = whileServed();
const tokens = new Map<string, string>();
beforeAll(async () => {
  for (const scope of ['read-in', 'curate'] as const)
    tokens.set(scope, await createToken(here.store, { name: scope, scopes: [scope] }));
});

async function codeOf(query: string, token?: string): Promise<unknown> {
  const response = await fetch(`${here.server.address}graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query }),
  });
  const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  return errors?.[0]?.extensions.code;
}

test.each(mutations)(
  '%s is for no one without a token, and for no token without its scope',
  async (_name, query) => {
    expect(await codeOf(query)).toBe('UNAUTHENTICATED');
    expect(await codeOf(query, 'rapporteur_nobody')).toBe('UNAUTHENTICATED');
    const refused = await Promise.all([...tokens.values()].map((token) => codeOf(query, token)));
    expect(refused.filter((code) => code === 'FORBIDDEN')).toHaveLength(1);
  },
);
