import { Arg, Args, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import type { Catalogue } from '../model/catalogue.js';
import { addField, named, type Class } from './classes.js';
import type { Outputs } from './outputs.js';
import { DateScalar } from './scalars.js';
import { tieQueries } from './tie-queries.js';

const SEARCH =
  'Full text over names, statements, claims and articles, best first. Words, phrases in double quotes, -without; the last word may be the beginning of one. The first 32 of them count.';

/** The fields of Query, derived from the catalogue: each concept by id or name, and its list. */
export function queries(catalogue: Catalogue, outputs: Outputs): Class {
  const resolver = named('Queries');
  Resolver()(resolver);
  const add = (
    name: string,
    returns: () => unknown,
    options: object,
    args: readonly (readonly [string, () => unknown, nullable: boolean, usual?: unknown])[],
    type?: Class,
  ) => {
    Object.defineProperty(resolver.prototype, name, {
      value: () => undefined,
      configurable: true,
      writable: true,
    });
    const descriptor = Object.getOwnPropertyDescriptor(resolver.prototype, name)!;
    Query(returns as never, options)(resolver.prototype as object, name, descriptor);
    args.forEach(([arg, of, nullable, defaultValue], i) =>
      Arg(arg, of as never, { nullable, ...(defaultValue === undefined ? {} : { defaultValue }) })(
        resolver.prototype as object,
        name,
        i,
      ),
    );
    if (type) Args(() => type)(resolver.prototype as object, name, args.length);
  };
  add('node', () => outputs.type('Node'), { nullable: true }, [['id', () => ID, false]]);
  add('nodes', () => [outputs.type('Node')], { nullable: 'items' }, [['ids', () => [ID], false]]);
  for (const { name, single, lookup } of catalogue.concepts.values()) {
    if (!single) continue;
    const args = [
      ['id', () => ID, Boolean(lookup)] as const,
      ...(lookup ? [[lookup, () => String, true] as const] : []),
    ];
    add(single, () => outputs.type(name), { nullable: true }, args);
  }
  for (const { name, plural } of catalogue.concepts.values()) {
    if (!plural) continue;
    const connection = outputs.connection(name);
    const description =
      name === 'Change'
        ? 'What was written, newest first; before a cursor it is what came since.'
        : undefined;
    add(
      plural,
      () => connection,
      { description },
      name === 'Change' ? [['about', () => ID, true]] : [],
      outputs.args(name),
    );
  }
  const found = outputs.search();
  add('search', () => found, { description: SEARCH }, [
    ['text', () => String, false],
    ['kinds', () => [outputs.enums.type('Kind')], true],
    ['first', () => Int, true],
    ['after', () => String, true],
  ]);
  const waiting = outputs.connection('Node');
  add(
    'proposals',
    () => waiting,
    { description: 'What waits for a curator, oldest first; or what was rejected.' },
    [
      ['review', () => outputs.enums.type('Review'), true, 'PROPOSED'],
      ['kinds', () => [outputs.enums.type('Kind')], true],
      ['first', () => Int, true],
      ['after', () => String, true],
      ['last', () => Int, true],
      ['before', () => String, true],
    ],
  );
  const candidate = outputs.struct('Candidate');
  const description = "Who or what could this name be? For linking an article, a table's cell, a query.";
  add('candidates', () => [candidate], { description }, [
    ['name', () => String, false],
    ['kinds', () => [outputs.enums.type('Kind')], true],
    ['on', () => DateScalar, true],
    ['context', () => String, true],
    ['first', () => Int, true],
  ]);
  const about = aboutType(outputs);
  add('about', () => about, { description: 'What this graph holds.' }, []);
  tieQueries(resolver, outputs);
  return resolver;
}

function aboutType(outputs: Outputs): Class {
  const about = named('About');
  const source = named('Source');
  const count = named('KindCount');
  for (const [type, name] of [
    [about, 'About'],
    [source, 'Source'],
    [count, 'KindCount'],
  ] as const)
    ObjectType(name)(type);
  addField(source, 'name', () => String);
  for (const field of ['url', 'licence', 'credit']) addField(source, field, () => String, { nullable: true });
  addField(source, 'date', () => DateScalar, { nullable: true });
  addField(count, 'kind', () => outputs.enums.type('Kind'));
  addField(count, 'count', () => Int);
  addField(about, 'sources', () => [source], {
    description: 'What it is built from, with the credit each source asks for.',
  });
  for (const field of ['name', 'version', 'engine']) addField(about, field, () => String);
  addField(about, 'counts', () => [count]);
  for (const field of ['firstDay', 'lastDay']) addField(about, field, () => DateScalar, { nullable: true });
  addField(about, 'lastChange', () => outputs.type('Change'), { nullable: true });
  return about;
}
