import { Arg, ID, InputType, Mutation, ObjectType, Resolver, Subscription } from 'type-graphql';
import type { Scope } from '../access/identity.js';
import { addField, named, type Class } from './classes.js';
import type { Outputs } from './outputs.js';
import { EdtfScalar, JsonScalar } from './scalars.js';

type Arguments = readonly (readonly [name: string, of: () => unknown, nullable: boolean, usual?: unknown])[];

/** What each mutation needs of whoever asks. */
export const scopeOf: Readonly<Record<string, Scope>> = {
  readArticle: 'read-in',
  attachText: 'read-in',
  accept: 'curate',
  reject: 'curate',
  relink: 'curate',
  merge: 'curate',
  split: 'curate',
  keepApart: 'curate',
  write: 'curate',
  undo: 'curate',
};

/** The fields of Mutation and Subscription. They have no resolvers: see mutate.ts and feed.ts. */
export function mutations(outputs: Outputs): Class {
  const resolver = named('Mutations');
  Resolver()(resolver);
  const { article, changes, result } = types(outputs);
  const change = () => outputs.type('Change');
  const method = (name: string) => {
    Object.defineProperty(resolver.prototype, name, {
      value: () => undefined,
      configurable: true,
      writable: true,
    });
    return Object.getOwnPropertyDescriptor(resolver.prototype, name)!;
  };
  const take = (name: string, args: Arguments) =>
    args.forEach(([arg, of, nullable, defaultValue], i) =>
      Arg(arg, of as never, { nullable, ...(defaultValue === undefined ? {} : { defaultValue }) })(
        resolver.prototype as object,
        name,
        i,
      ),
    );
  const add = (name: string, returns: () => unknown, description: string, args: Arguments) => {
    const descriptor = method(name);
    Mutation(returns as never, { description: `${description} Scope: ${scopeOf[name]}.` })(
      resolver.prototype as object,
      name,
      descriptor,
    );
    take(name, args);
  };
  const id = () => ID;
  const ids = () => [ID];
  const text = () => String;
  const note = ['note', text, true] as const;
  const dryRun = ['dryRun', () => Boolean, true, false] as const;
  add(
    'readArticle',
    () => result,
    'Read an article into the graph: statements, mentions, meetings, each a proposal with its exact span.',
    [['input', () => article, false], dryRun],
  );
  add(
    'attachText',
    change,
    'Brings back the text of an article that holds only its hash. Every span is checked; a text with another hash is refused.',
    [
      ['article', id, false],
      ['text', text, false],
    ],
  );
  add(
    'accept',
    change,
    'Accepts proposals, also rejected ones. A mention teaches its words as a name; a match merges.',
    [['ids', ids, false], note],
  );
  add(
    'reject',
    change,
    'Proposals leave the graph for the shelf, with what rests on them; they are not proposed again. A match keeps its two apart.',
    [['ids', ids, false], note],
  );
  add(
    'relink',
    change,
    'Says whom or what a mention names; where it names who speaks, the proposed statement goes along.',
    [['mention', id, false], ['to', id, false], note],
  );
  add(
    'merge',
    change,
    'Everything that points at the others points at into; undo and split can take it apart again. dryRun shows what would move.',
    [['ids', ids, false], ['into', id, false], note, dryRun],
  );
  add('split', change, 'Moves the named facts of an entity to another, new or known.', [
    ['id', id, false],
    ['facts', ids, false],
    ['to', id, true],
    ['name', text, true],
    note,
    dryRun,
  ]);
  add('keepApart', change, 'These two are not the same: no reading and no candidate list joins them again.', [
    ['a', id, false],
    ['b', id, false],
    note,
  ]);
  add('write', change, 'Creates or amends records, checked against the catalogue.', [
    ['changes', () => changes, false],
  ]);
  add(
    'undo',
    change,
    'Takes a change back; refused where later changes stand on it, which the error names.',
    [['change', id, false], note],
  );
  const descriptor = method('changed');
  const options = {
    description: 'A change that touches the entity, or any change.',
    subscribe: () => [] as never,
  };
  Subscription(change as never, options as never)(resolver.prototype as object, 'changed', descriptor);
  take('changed', [['about', id, true]]);
  return resolver;
}

function types(outputs: Outputs) {
  const article = named('ArticleInput');
  InputType('ArticleInput')(article);
  const optional = (type: Class, names: readonly string[]) => {
    for (const name of names) addField(type, name, () => String, { nullable: true });
  };
  for (const name of ['title', 'text']) addField(article, name, () => String);
  optional(article, ['url', 'dateline', 'byline', 'language', 'licence', 'publisher', 'agency']);
  addField(article, 'published', () => EdtfScalar, { nullable: true });
  addField(article, 'keepText', () => Boolean, { nullable: true, defaultValue: true } as never);

  const record = named('RecordInput');
  InputType('RecordInput')(record);
  addField(record, 'type', () => String);
  addField(record, 'id', () => ID, { nullable: true });
  addField(record, 'set', () => JsonScalar);
  const changes = named('ChangeSetInput');
  const description =
    'Nodes and relations by the names of the catalogue, as JSON; every one is checked before any is written.';
  InputType('ChangeSetInput', { description } as never)(changes);
  addField(changes, 'note', () => String, { nullable: true });
  addField(changes, 'upserts', () => [record], { nullable: true });
  addField(changes, 'removals', () => [ID], { nullable: true });

  const result = named('ReadingResult');
  ObjectType('ReadingResult')(result);
  addField(result, 'article', () => outputs.type('Article'));
  addField(result, 'change', () => outputs.type('Change'), { nullable: true });
  addField(result, 'duplicateOf', () => outputs.type('Article'), {
    nullable: true,
    description: 'An article with the same text is read once: this is the one known.',
  });
  addField(result, 'statements', () => [outputs.type('Statement')]);
  addField(result, 'mentions', () => [outputs.type('Mention')]);
  addField(result, 'warnings', () => [String]);
  return { article, changes, result };
}
