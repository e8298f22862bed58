import { readFileSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { graph, sizes, vocabulary } from './graph.mjs';

const here = import.meta.dirname;

/** A cursor of the latest statements, as the server writes it. */
const cursor = (said, id) =>
  Buffer.from(JSON.stringify(['Statement,said_from DESC,id DESC', said, id])).toString('base64url');

/**
 * What is asked. `document` is the file under questions/, `plain` the one under cypher/ and sql/, with several variants
 * where the best depends on the case. `given` draws variables; `order` says in which order SQL numbers them.
 */
export function questions(statements) {
  const n = sizes(statements);
  const { names, said } = known(statements);
  const words = vocabulary();
  const any = (next, of) => Math.floor(next() * of);
  // By how often they are spoken of, the common ones have the first numbers, and the rare ones the last.
  const rare = (next) => `country:b${n.countries - 1 - any(next, 20)}`;
  const common = (next) => `country:b${any(next, 3)}`;
  const median = (kind, of) => (next) => ({ id: `${kind}:b${Math.floor(of * (0.45 + next() / 10))}` });
  const hub = (kind) => () => ({ id: `${kind}:b0` });
  const middle = (next) => {
    const i = any(next, n.statements);
    return { after: cursor(said[i], `statement:b${i}`), said: said[i], from: `statement:b${i}` };
  };
  const pair = (held, of) => (next) => ({ held: held(next), of: of(next) });
  const page = (kind, of) => [
    { name: `${kind}-hub`, document: kind, given: hub(kind), order: ['id'] },
    { name: `${kind}-median`, document: kind, given: median(kind, of), order: ['id'] },
  ];
  return [
    {
      name: 'statement-by-id',
      given: (next) => ({ id: `statement:b${any(next, n.statements)}` }),
      order: ['id'],
    },
    ...page('person', n.people),
    ...page('country', n.countries),
    ...page('meeting', n.meetings),
    ...page('topic', n.topics),
    { name: 'latest-meetings', given: () => ({}), order: [] },
    { name: 'latest-first', document: 'latest', given: () => ({}), order: [] },
    { name: 'latest-first-total', document: 'latest-total', given: () => ({}), order: [] },
    { name: 'latest-middle', document: 'latest', given: middle, order: ['said', 'from'] },
    { name: 'latest-middle-total', document: 'latest-total', given: middle, order: ['said', 'from'] },
    {
      name: 'talks-rare-rare',
      document: 'talks',
      plain: 'talks',
      given: pair(rare, rare),
      order: ['held', 'of'],
    },
    {
      name: 'talks-rare-common',
      document: 'talks',
      plain: 'talks',
      given: pair(rare, common),
      order: ['held', 'of'],
    },
    {
      name: 'talks-common-rare',
      document: 'talks',
      plain: 'talks',
      given: pair(common, rare),
      order: ['held', 'of'],
    },
    {
      name: 'talks-common-common',
      document: 'talks',
      plain: 'talks',
      given: pair(common, common),
      order: ['held', 'of'],
    },
    { name: 'by-party', given: hub('meeting'), order: ['id'] },
    { name: 'most-statements', given: () => ({}), order: [] },
    { name: 'contested', given: hub('meeting'), order: ['id'] },
    {
      name: 'search',
      given: (next) => {
        const word = words[any(next, 2000)];
        return { text: `${word} `, word };
      },
      order: ['word'],
    },
    {
      name: 'ties',
      given: (next) => ({ a: `person:b${any(next, n.people)}`, b: `person:b${any(next, n.people)}` }),
      order: ['a', 'b'],
      // Ties of more than two steps, and those in one, are nothing that the plain statement looks for.
      loose: true,
    },
    {
      name: 'dashboard',
      given: () => ({ meeting: 'meeting:b0', person: 'person:b0', country: 'country:b0' }),
      order: ['meeting', 'person', 'country'],
    },
    {
      name: 'name',
      given: (next) => {
        const name = names[any(next, names.length)];
        return { name, fold: name.toLowerCase() };
      },
      order: ['fold'],
    },
  ].map((q) => ({ document: q.name, plain: q.document === 'talks' ? 'talks' : plainOf(q), ...q }));
}

const plainOf = ({ name, document = name }) =>
  existsSync(join(here, 'cypher', `${name}.cypher`)) ? name : document;

/** Names that one person has, and the day of each statement: read from the same seeded graph. */
function known(statements) {
  const times = new Map();
  const said = [];
  for (const { upserts } of graph(statements))
    for (const { type, set } of upserts) {
      if (type === 'Person')
        for (const name of [set.name, ...(set.aliases ?? []).map((a) => a.text)])
          times.set(name, (times.get(name) ?? 0) + 1);
      else if (type === 'Statement') said.push(set.said);
      else if (type === 'Report')
        return { names: [...times].filter(([, n]) => n === 1).map(([name]) => name), said };
    }
  return { names: [], said };
}

export const documentOf = (question) =>
  readFileSync(join(here, 'questions', `${question.document}.graphql`), 'utf8');

/** The hand-written statements of a question: variants, each a list of statements that are sent together. */
export function plainStatements(engine, question) {
  const [folder, ending] = engine === 'neo4j' ? ['cypher', 'cypher'] : ['sql', 'sql'];
  return readdirSync(join(here, folder))
    .filter(
      (file) =>
        file === `${question.plain}.${ending}` ||
        (file.startsWith(`${question.plain}.`) && file.endsWith(`.${ending}`)),
    )
    .map((file) => ({
      variant: file.slice(0, -ending.length - 1),
      texts: readFileSync(join(here, folder, file), 'utf8').split('\n;\n'),
    }));
}
