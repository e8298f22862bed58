import 'reflect-metadata';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogue } from '../../src/model/the-catalogue.js';
import type { ChangeSet } from '../../src/model/change-set.js';
import type { Plan } from '../../src/plan/plan.js';
import { apply } from '../../src/store/apply/apply.js';
import type { Step, Store } from '../../src/store/port.js';
import { carriedOut } from '../store/answers.js';
import { onBothEngines } from '../store/engines.js';

/**
 * How each question of the bench is carried out: with how many statements, and what these read. A change of kind, an index
 * that is no longer used or a hub that is sorted, fails or shows in the file beside this one; `npx vitest run tests/bench -u`
 * writes that anew.
 */
interface Question {
  readonly name: string;
  readonly given: (next: () => number) => Record<string, unknown>;
}
interface Graph {
  readonly graph: (statements: number, seed?: number, size?: number) => Iterable<ChangeSet>;
  readonly random: (seed: number) => () => number;
}
interface Questions {
  readonly questions: (statements: number) => readonly Question[];
  readonly documentOf: (question: Question) => string;
}
const bench = (file: string) => import(join(import.meta.dirname, '../../bench', file)) as Promise<unknown>;
const { graph, random } = (await bench('graph.mjs')) as Graph;
const { questions, documentOf } = (await bench('questions.mjs')) as Questions;

const STATEMENTS = 5000;

const flat = (step: Step): Step[] => [step, ...step.children.flatMap(flat)];

const SORTS = /^(Sort|Top|PartialSort|PartialTop)$/;
/** Ten of each of twenty, and one more of each: the most that a page sorts. */
const MOST = 21 * 11;

/** The indexes that Neo4j is told to take, or has no reason not to. */
const INDEXES: Readonly<Record<string, readonly string[]>> = {
  'statement-by-id': ['seeks REPORTS(p, s)'],
  'person-hub': ['seeks SPOKEN_BY(p, d, s)'],
  'person-median': ['seeks SPOKEN_BY(p, d, s)'],
  'country-hub': ['seeks ON_BEHALF_OF(p, d, s)'],
  'country-median': ['seeks ON_BEHALF_OF(p, d, s)'],
  'meeting-hub': ['seeks ABOUT(p, d, s)'],
  'meeting-median': ['seeks ABOUT(p, d, s)'],
  'topic-hub': ['seeks ABOUT(p, d, s)'],
  'topic-median': ['seeks ABOUT(p, d, s)'],
  'latest-meetings': ['seeks ABOUT(p, d, s)'],
  'latest-first': ['walks Statement(said_from, id)'],
  contested: ['seeks CLAIM_ABOUT(p, s)', 'seeks TAKEN_ON(p, s)'],
  name: ['seeks Name(fold)'],
};

/** What a step reads or sorts, without the names of a statement's variables; undefined for all else. */
function kind({ operator, details }: Step): string | undefined {
  const made = /^USE TEMP B-TREE FOR(.*)/.exec(`${operator} ${details}`);
  if (made) return `sorts for ${made[1]!.trim().toLowerCase()}`;
  if (/^(SCAN|SEARCH)$/.test(operator)) {
    const index = /USING (?:COVERING )?(?:INDEX (\w+)|(PRIMARY KEY))/.exec(details);
    if (index) return `${operator === 'SCAN' ? 'walks' : 'seeks'} ${(index[1] ?? index[2]!).toLowerCase()}`;
    const [of] = details.split(' ');
    // Rows that the statement has made, by their alias, and lists that it was given.
    return /^(n\d+\w*|\w|CONSTANT|\(.*|few|some|many|fit|tried|chosen|json_each)$/.test(of!)
      ? undefined
      : `${operator.toLowerCase()}s ${of}`;
  }
  const index = /\b\w*:(\w+\([^)]*\))/.exec(details)?.[1];
  // By id is by id: of several indexes that have it Neo4j takes now one, now another.
  if (index?.endsWith('(id)')) return 'seeks id';
  if (/Index.*Scan/.test(operator)) return `walks ${index}`;
  if (/Index.*Seek/.test(operator)) return `seeks ${index}`;
  if (/Scan$/.test(operator)) return `${operator} ${details.replace(/\bn\d+\w*/g, '')}`;
  return SORTS.test(operator) ? 'sorts' : undefined;
}

onBothEngines('the questions of the bench', (engine) => {
  let store: Store;
  const told: string[] = [];
  beforeAll(async () => {
    store = await engine.open();
    for (const changes of graph(STATEMENTS, 1, 2000)) await apply(store, catalogue, changes);
    await store.settle();
  }, 300_000);
  afterAll(() => store?.close());

  /** The plans that answer a question: as many as statements are sent. */
  async function plansOf(question: Question): Promise<Plan[]> {
    const plans: Plan[] = [];
    const noting = Object.create(store, {
      read: {
        value: (plan: Plan) => {
          plans.push(plan);
          return store.read(plan);
        },
      },
    }) as Store;
    const { errors } = await carriedOut(noting, documentOf(question), question.given(random(11)));
    expect(errors).toBeUndefined();
    return plans;
  }

  test.each(questions(STATEMENTS).map((question) => [question.name, question] as const))(
    '%s',
    async (name, question) => {
      const plans = await plansOf(question);
      expect(plans).toHaveLength(name === 'dashboard' ? 6 : 1);
      const steps: Step[] = [];
      for (const plan of plans) steps.push(...flat((await store.explain(plan)).steps));
      // A page of the list, of a hub or of an entity that is none: what it sorts is what it shows.
      // From the middle, Neo4j takes now the index in its order and now two seeks whose rows it sorts, by what it has counted.
      if (/^latest(?!-middle)|-(hub|median)$|by-id$/.test(name))
        for (const { operator, children } of steps)
          if (SORTS.test(operator)) expect(children[0]?.rows, operator).toBeLessThanOrEqual(MOST);
      const kinds = [...new Set(steps.flatMap((step) => kind(step) ?? []))].sort();
      expect(kinds.filter((read) => /^(AllNodesScan|NodeByLabelScan)/.test(read))).toEqual([]);
      if (engine.name === 'Neo4j') expect(kinds).toEqual(expect.arrayContaining([...(INDEXES[name] ?? [])]));
      told.push(`${name}: ${kinds.join(', ')}`);
    },
  );

  // SQLite plans alike for all graphs; what Neo4j does besides depends on what it has counted.
  test.runIf(engine.name === 'SQLite')('read by what they read before, and sort no more', async () => {
    await expect(`${told.join('\n')}\n`).toMatchFileSnapshot('reads.sqlite.txt');
  });
});
