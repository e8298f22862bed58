import 'reflect-metadata';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { askedOf } from '../../src/api/candidates.js';
import { catalogue } from '../../src/model/the-catalogue.js';
import { printPlan } from '../../src/plan/print.js';
import type { Plan } from '../../src/plan/plan.js';
import { planField } from '../../src/planner/plan.js';
import { planCandidates } from '../../src/reading/linking/asked.js';
import { printCypher } from '../../src/store/neo4j/print.js';
import { printSql } from '../../src/store/sqlite/print.js';
import { rootOf } from '../store/planned.js';

/**
 * Golden plans: NAME.graphql beside the plan it becomes, its statements, and the values they are sent with.
 * `npx vitest run tests/plans -u` writes them anew; read the difference before you commit it.
 */
const folder = import.meta.dirname;
function planOf(source: string, variables?: Record<string, unknown>): Plan {
  const root = rootOf(source, variables);
  return root.fieldName === 'candidates'
    ? planCandidates(catalogue, askedOf(catalogue, root))
    : planField(catalogue, root);
}

const cases = readdirSync(folder)
  .filter((f) => f.endsWith('.graphql'))
  .map((f) => f.slice(0, -'.graphql'.length));

describe.each(cases)('the plan of %s', (name) => {
  const source = readFileSync(join(folder, `${name}.graphql`), 'utf8');
  const golden = (ending: string) => join(folder, `${name}.${ending}`);

  test('is the golden one, as are its statements and values', async () => {
    const plan = planOf(source);
    await expect(printPlan(plan)).toMatchFileSnapshot(golden('plan.txt'));
    await expect(`${printCypher(catalogue, plan)}\n`).toMatchFileSnapshot(golden('cypher'));
    await expect(`${printSql(catalogue, plan)}\n`).toMatchFileSnapshot(golden('sql'));
    await expect(`${JSON.stringify(plan.params, null, 2)}\n`).toMatchFileSnapshot(golden('json'));
  });
});

describe('the text of a statement', () => {
  const texts = (source: string, variables?: Record<string, unknown>) => {
    const plan = planOf(source, variables);
    return [printCypher(catalogue, plan), printSql(catalogue, plan)];
  };

  test('is the same whatever the aliases and the values', () => {
    const a = texts('{ people(where: {name: {eq: "Kim"}}, first: 3) { nodes { name } } }');
    const b = texts(
      'query($w: PersonFilter) { someone: people(where: $w, first: 7) { all: nodes { called: name } } }',
      { w: { name: { eq: 'Trump' } } },
    );
    expect(b).toEqual(a);
  });

  test('holds no value', () => {
    const [cypher, sql] = texts(
      '{ statements(where: {text: {contains: "zebra"}, said: {after: "2019-03-04"}}, first: 57) { nodes { text } } }',
    );
    for (const value of ['zebra', '2019-03-04', '58']) {
      expect(cypher).not.toContain(value);
      expect(sql).not.toContain(value);
    }
  });
});
