import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RecordInput } from '../../src/model/change-set.js';
import type { Store } from '../../src/store/port.js';
import { numbers } from '../numbers.js';
import { onBothEngines, record, write } from '../store/engines.js';
import { asCurator, done } from './curating.js';

/** So many steps in the tests of every day; CURATION_STEPS=10000 takes as many as one likes. */
const given = Number(process.env['CURATION_STEPS'] ?? 0);
const STEPS: Readonly<Record<string, number>> = { SQLite: given || 120, Neo4j: given || 12 };
const PEOPLE = 10;
const FACTS = 24;

const everything = `{
  people(first: 100) { nodes { id name description born aliases { text kind } country { id } statements(first: 100) { nodes { id } } roles(first: 100) { nodes { id } } mentions(first: 100) { nodes { id } } } }
  statements(first: 100) { nodes { id speaker { id } about { nodes { id } } addressees { nodes { id } } } }
  roles(first: 100) { nodes { id person { id } } }
  mentions(first: 100) { nodes { id entity { id } candidates { entity { id } score } } }
  rejected: proposals(review: REJECTED, first: 100) { nodes { id } }
}`;

onBothEngines('Merges, splits and undos at random', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await engine.open();
  });
  afterAll(() => store.close());

  test(
    'leave the graph as it was, when all is undone',
    async () => {
      const below = numbers(20191005);
      const person = (i: number) => `person:p${i}`;
      const people = () => person(below(PEOPLE));
      const world: RecordInput[] = [
        record('Country', 'country:x', { name: 'Ex' }),
        record('Article', 'article:a', { title: 'A', language: 'en', textHash: 'x', textLength: 1000 }),
        ...Array.from({ length: PEOPLE }, (_, i) =>
          record('Person', person(i), {
            name: `P ${i}`,
            ...(i % 3 ? {} : { description: `the ${i}th`, born: `19${10 + i}` }),
          }),
        ),
        ...Array.from({ length: FACTS }, (_, i) =>
          record('Statement', `statement:s${i}`, {
            text: `t${i}`,
            language: 'en',
            act: 'SAYS',
            speaker: people(),
            about: [...new Set([people(), people()])],
            addressees: [people()],
          }),
        ),
        ...Array.from({ length: FACTS }, (_, i) =>
          record('Role', `role:r${i}`, {
            person: people(),
            title: `T ${i}`,
            of: 'country:x',
            ending: 'UNKNOWN',
          }),
        ),
        ...Array.from({ length: FACTS }, (_, i) =>
          record('Mention', `mention:m${i}`, {
            article: 'article:a',
            start: i * 4,
            end: i * 4 + 3,
            exact: 'P i',
            reading: 'LITERAL',
            score: 0.5,
            reason: 'r',
            ...(i % 2
              ? { entity: people() }
              : { candidates: [{ entity: people(), score: 0.5, reason: 'r' }] }),
          }),
        ),
      ];
      await write(store, world);
      const before = await done(store, everything);
      const changes: string[] = [];
      const tally: Record<string, number> = { done: 0, refused: 0 };
      for (let step = 0; step < STEPS[engine.name]!; step++) {
        const { people: known } = (await done(
          store,
          '{ people(first: 100) { nodes { id statements(first: 100) { nodes { id } } roles(first: 100) { nodes { id } } } } }',
        )) as unknown as {
          people: {
            nodes: {
              id: string;
              statements: { nodes: { id: string }[] };
              roles: { nodes: { id: string }[] };
            }[];
          };
        };
        const one = known.nodes[below(known.nodes.length)]!;
        const other = known.nodes[below(known.nodes.length)]!;
        const facts = [...one.statements.nodes, ...one.roles.nodes]
          .map((f) => f.id)
          .filter(() => below(2) === 0);
        const kind = below(3);
        const mutation =
          kind === 0
            ? `merge(ids: ["${other.id}"], into: "${one.id}")`
            : kind === 1
              ? `split(id: "${one.id}", facts: ${JSON.stringify(facts)}, ${below(2) ? `to: "${other.id}"` : `name: "N ${step}"`})`
              : `undo(change: "${changes[below(changes.length)] ?? 'change:none'}")`;
        const { data, errors } = await asCurator(store, `mutation { change: ${mutation} { id } }`);
        if (data) changes.push((data['change'] as unknown as { id: string }).id);
        else
          expect(['CONFLICT', 'BAD_USER_INPUT', 'NOT_FOUND'], errors[0]!.message).toContain(errors[0]!.code);
        tally[data ? 'done' : 'refused']!++;
      }
      expect(tally['done']).toBeGreaterThan(STEPS[engine.name]! / 4);
      for (const id of await inEffect(store)) await done(store, `mutation { undo(change: "${id}") { id } }`);
      expect(await done(store, everything)).toEqual(before);
    },
    given ? 3_600_000 : 120_000,
  );
});

/** The merges and splits that are in effect, the newest first: so each may be undone when its turn comes. */
async function inEffect(store: Store): Promise<string[]> {
  const found: string[] = [];
  for (let after = ''; ;) {
    const { changes } = (await done(
      store,
      `{ changes(first: 100${after && `, after: "${after}"`}) { nodes { id action undoneBy { id } } pageInfo { endCursor hasNextPage } } }`,
    )) as unknown as {
      changes: {
        nodes: { id: string; action: string; undoneBy: object | null }[];
        pageInfo: { endCursor: string; hasNextPage: boolean };
      };
    };
    found.push(
      ...changes.nodes.filter((c) => !c.undoneBy && ['merge', 'split'].includes(c.action)).map((c) => c.id),
    );
    if (!changes.pageInfo.hasNextPage) return found;
    after = changes.pageInfo.endCursor;
  }
}
