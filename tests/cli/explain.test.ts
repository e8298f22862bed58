import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalogue } from '../../src/model/the-catalogue.js';
import { Neo4jStore } from '../../src/store/neo4j/store.js';
import { SqliteStore } from '../../src/store/sqlite/store.js';
import { neo4j } from '../server/engines.js';
import { empty, record, write } from '../store/engines.js';
import { run } from './command.js';

const root = join(import.meta.dirname, '..', '..');

let folder: string;
const at = (name: string) => join(folder, name);

beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'explain-'))));
afterAll(() => rm(folder, { recursive: true }));

const explain = (env: Record<string, string>, args: readonly string[], stdin = '') =>
  run(folder, ['explain', ...args], stdin, env);

const people = [record('Person', 'person:a', { name: 'Kim' }), record('Person', 'person:b', { name: 'KIM' })];
const statements = Array.from({ length: 200 }, (_, i) =>
  record('Statement', `statement:s${i}`, { text: 'x', language: 'en', act: 'SAYS', speaker: 'person:a' }),
);
const query = 'query Who($id: ID!) { one: person(id: $id) { ...named } } fragment named on Person { name }';

describe('rapporteur explain, on SQLite', () => {
  beforeAll(async () => {
    const store = await SqliteStore.open(catalogue, { folder: at('data'), timeLimit: 5000 });
    await write(store, [...people, ...statements]);
    await store.close();
    await writeFile(at('query.graphql'), query);
    await writeFile(at('variables.json'), '{"id": "person:a"}');
    await writeFile(at('two.graphql'), 'query A { people { totalCount } } query B { about { name } }');
  });

  test('shows selection, plan, values, both statements, what the engine says and the cost', async () => {
    const { stdout, stderr, status } = await explain({}, ['query.graphql', '--variables', 'variables.json']);
    expect([stderr, status]).toEqual(['', 0]);
    expect(stdout.replace(/[\d.]+ ms/, 'N ms')).toBe(`# one

Selection
  one: person(id: $id)
    ...named on Person
      name

Plan
  lookup by id $0
    name

Parameters ($0 is $p0 in Cypher, ?1 in SQL)
  $0  "person:a"

Cypher, not sent
  CYPHER 5
  MATCH (n1:Node {id: $p0})
  WHERE n1:Person
  RETURN [n1.concept, n1.name] AS answer
  UNION ALL
  MATCH (s:Shelf {id: $p0}) WHERE s.concept IN ['Person'] RETURN s.row AS answer

SQL, sent to SQLite (embedded)
  SELECT (
    SELECT CASE WHEN n2.concept IN ('Person') THEN json_array(n2.concept, n2."name") ELSE (
      SELECT json_quote(s."row")
      FROM shelf s
      WHERE s.id = n1.id AND s.concept IN ('Person')
    ) END
    FROM (
      SELECT ?1 AS id
    ) n1
    LEFT JOIN "entity" n2 ON n2.id = n1.id
  ) AS answer

SQLite (embedded) says
  QUERY PLAN
    SCAN CONSTANT ROW
    SCALAR SUBQUERY 3
      CO-ROUTINE n1
        SCAN CONSTANT ROW
      SCAN n1
      SEARCH n2 USING PRIMARY KEY (id=?) LEFT-JOIN
      CORRELATED SCALAR SUBQUERY 1
        SEARCH s USING PRIMARY KEY (id=?)

Cost
  N ms for one run; the first one of a statement has the engine plan it
  1 row, 16 bytes of raw answer
  SQLite (embedded) counts no hits

The operation asks for up to 1 object (50000 are allowed); its answer holds 1.
`);
  });

  test('takes the query from stdin and the variables as they are typed, and gives JSON', async () => {
    const { stdout, status } = await explain({}, ['-', '--json', '--variables', '{"id": "person:b"}'], query);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      engine: 'SQLite (embedded)',
      fields: [{ key: 'one', reads: [{ params: ['person:b'], sent: 'sql', cost: { rows: 1 } }] }],
    });
  });

  test('takes one of several operations by its name', async () => {
    const { stdout, status } = await explain({}, ['two.graphql', '--operation', 'A']);
    expect([stdout.split('\n')[0], status]).toEqual(['# people', 0]);
  });

  test('shows a field that failed, says why and where, and its exit code is 1', async () => {
    const { stdout, stderr, status } = await explain({}, ['-'], '{ person(name: "kim") { id } }');
    expect(stdout).toContain('\nPlan\n  lookup by name $0\n');
    expect(stderr).toBe(
      '\'kim\' could be Kim (person:a); KIM (person:b); ask by id\n\nstdin:1:3\n1 | { person(name: "kim") { id } }\n  |   ^\n',
    );
    expect(status).toBe(1);
  });

  test('a statement past its time is shown without an end', async () => {
    const again = (inner: string) => `speaker: {statements: {some: {${inner}}}}`;
    const { stdout, stderr, status } = await explain(
      { STATEMENT_TIMEOUT_MS: '50' },
      ['-'],
      `{ statements(where: {${again(again(again('text: {contains: "nothing"}')))}}) { totalCount } }`,
    );
    expect(stdout).toContain('\nSQL, sent to SQLite (embedded)\n');
    expect(stdout).toMatch(/\nSQLite \(embedded\) came to no end\n$/);
    expect(stderr).toMatch(/took longer than 50 ms and was ended/);
    expect(status).toBe(1);
  });

  test('an empty store is said to be empty', async () => {
    const { stderr, status } = await explain({ DATA_DIR: at('none') }, ['two.graphql', '--operation', 'A']);
    expect(stderr).toMatch(/^The store is empty: .*npm run seed/);
    expect(status).toBe(0);
  });

  test.each([
    ['no file', [], 2, /^error: missing required argument 'file'/],
    ['an unknown option', ['query.graphql', '--jason'], 2, /^error: unknown option '--jason'/],
    ['a file that is not there', ['nowhere.graphql'], 1, /^There is no file nowhere\.graphql\n$/],
    ['a folder', ['data'], 1, /^data cannot be read \(EISDIR/],
    ['several operations', ['two.graphql'], 1, /^two\.graphql has A, B: choose with --operation\n$/],
    [
      'an operation that is not there',
      ['two.graphql', '--operation', 'C'],
      1,
      /^--operation C: two\.graphql has A, B\n$/,
    ],
    [
      'variables that are no JSON',
      ['query.graphql', '--variables', '{id: 1}'],
      1,
      /^--variables: this is no JSON/,
    ],
    [
      'variables that are a list',
      ['query.graphql', '--variables', '[]'],
      1,
      /^--variables: variables are an object/,
    ],
    [
      'a variable that is missing',
      ['query.graphql'],
      1,
      /^Variable "\$id" of required type "ID!" was not provided\.\n\nquery\.graphql:1:11\n/,
    ],
    ['a setting that cannot be', ['query.graphql'], 1, /^PORT=x cannot be/, { PORT: 'x' }],
    [
      'a Neo4j that does not answer',
      ['query.graphql'],
      1,
      /^Neo4j does not answer/,
      { NEO4J_URI: 'bolt://127.0.0.1:1' },
    ],
  ] as [string, string[], number, RegExp, Record<string, string>?][])(
    '%s is refused in so many words',
    async (_what, args, code, message, env = {}) => {
      const { stdout, stderr, status } = await explain(env, args);
      expect([stdout, status]).toEqual(['', code]);
      expect(stderr).toMatch(message);
    },
  );

  test.each([
    [
      'a syntax error',
      '{\n  people {',
      'Syntax Error: Expected Name, found <EOF>.\n\nstdin:2:11\n1 | {\n2 |   people {\n  |           ^\n',
    ],
    [
      'what does not fit the schema',
      '{\n  people { nodes { nam } }\n}',
      'Cannot query field "nam" on type "Person". Did you mean "name"?\n\nstdin:2:20\n1 | {\n2 |   people { nodes { nam } }\n  |                    ^\n3 | }\n',
    ],
    [
      'a subscription',
      'subscription { people }',
      'stdin holds a subscription; only a query is explained, since it changes nothing\n',
    ],
    ['nothing but a fragment', 'fragment f on Person { id }', 'stdin has no operation: it takes a query\n'],
  ])('%s is shown with its place', async (_what, source, message) => {
    expect(await explain({}, ['-'], source)).toEqual({ stdout: '', stderr: message, status: 1 });
  });

  test('has help with examples', async () => {
    const { stdout, status } = await explain({}, ['--help']);
    expect(stdout).toMatch(/Examples:\n {2}npx rapporteur explain query\.graphql\n/);
    expect(status).toBe(0);
    const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    expect(scripts['explain']).toBe('node rapporteur.mjs explain');
  });
});

describe.skipIf('missing' in neo4j)(
  `rapporteur explain, on Neo4j ${'missing' in neo4j ? neo4j.missing : ''}`,
  () => {
    const { uri } = neo4j as { uri: string };
    beforeAll(async () => {
      await empty(uri);
      const store = await Neo4jStore.open(catalogue, { uri, database: 'neo4j', timeLimit: 20_000 });
      await write(store, people);
      await store.close();
    });

    test('shows the operators with the rows they were expected to give, those they gave, and hits', async () => {
      const args = ['-', '--variables', '{"id": "person:a"}'];
      const { stdout, stderr, status } = await explain({ NEO4J_URI: uri }, args, query);
      expect([stderr, status]).toEqual(['', 0]);
      expect(stdout).toContain('\nCypher, sent to Neo4j\n  CYPHER 5\n');
      expect(stdout).toContain('\nSQL, not sent\n  SELECT (\n');
      const says = stdout.slice(stdout.indexOf('Neo4j says')).split('\n');
      expect(says[1]).toMatch(/^ {2}operator +estimated +rows +hits +details$/);
      expect(says[2]).toMatch(/^ {2}ProduceResults +[\d.]+ +1 +0 +answer$/);
      expect(stdout).toMatch(
        /\n {2}1 row, 16 bytes of raw answer\n {2}\d+ hits in the store\n\nThe operation asks for up to 1 object .*; its answer holds 1\.\n$/,
      );
    });

    test('gives JSON', async () => {
      const { stdout } = await explain({ NEO4J_URI: uri }, ['-', '--json'], '{ people { totalCount } }');
      const { fields } = JSON.parse(stdout) as { fields: { reads: { cost: { hits: number } }[] }[] };
      expect(fields[0]).toMatchObject({ reads: [{ sent: 'cypher', steps: { operator: 'ProduceResults' } }] });
      expect(fields[0]!.reads[0]!.cost.hits).toBeGreaterThan(0);
    });
  },
);
