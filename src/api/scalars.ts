import { GraphQLError, GraphQLScalarType, Kind, valueFromASTUntyped, type ValueNode } from 'graphql';
import { bounds } from '../model/edtf.js';

function scalar(
  name: string,
  description: string,
  url: string,
  parse: (text: string) => string,
): GraphQLScalarType {
  const parseValue = (value: unknown): string => {
    if (typeof value !== 'string')
      throw new GraphQLError(`${name} takes a text such as ${examples[name]}, not ${JSON.stringify(value)}`);
    try {
      return parse(value);
    } catch (error) {
      throw new GraphQLError((error as Error).message);
    }
  };
  return new GraphQLScalarType({
    name,
    description,
    specifiedByURL: url,
    serialize: (value) => value,
    parseValue,
    parseLiteral: (node: ValueNode) =>
      parseValue(node.kind === Kind.STRING ? node.value : 'value' in node ? `${node.value}` : undefined),
  });
}

const examples: Record<string, string> = {
  Date: '"2019-10-05"',
  DateTime: '"2019-10-06T09:00:00Z"',
  EDTF: '"2019-02"',
};
const RFC3339 = 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6';

export const DateScalar = scalar('Date', 'A day: 2019-10-05.', RFC3339, (text) => {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  if (!day || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text)
    throw new Error(`'${text}' is no day; write it as 2019-10-05`);
  return text;
});

export const DateTimeScalar = scalar('DateTime', 'An instant: 2019-10-06T09:00:00Z.', RFC3339, (text) => {
  const instant = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/.test(text)
    ? new Date(text.replace(' ', 'T').toUpperCase())
    : undefined;
  if (!instant || Number.isNaN(instant.getTime()))
    throw new Error(`'${text}' is no instant; write it as 2019-10-06T09:00:00Z`);
  return instant.toISOString();
});

export const EdtfScalar = scalar(
  'EDTF',
  'ISO 8601-2 (EDTF), level 1 and sets: 2018-03, 2019-02-27/2019-02-28 (throughout), [2019-10-05..2019-10-06] (one day in), 2019-02~. What is not known is not invented.',
  'https://www.loc.gov/standards/datetime/',
  (text) => {
    bounds(text);
    return text;
  },
);

/** Any value of JSON, as it is: what is in it is checked where it is used. */
export const JsonScalar = new GraphQLScalarType({
  name: 'JSON',
  description: 'A value of JSON: an object, a list, a text, a number, true, false or null.',
  parseValue: (value) => value,
  parseLiteral: (node, variables) => valueFromASTUntyped(node, variables),
});
