import { percentiles } from './percentiles.mjs';

/** A question that takes so long is asked a few times only; one that takes longer still, twice. In milliseconds. */
const SLOW = 500;
const TOO_SLOW = 15_000;

const publicName = (name) => (name === 'neo4j-graphql' ? '@neo4j/graphql' : name);

/** One question asked of all contestants in turn, with the same variables: a row for each, and for each number of clients. */
export async function measure(contestants, question, { statements, clients, runs, seconds, next }) {
  const states = contestants.map((contestant) => ({ contestant, times: [], error: undefined, slowest: 0 }));
  const ask = async (state, variables, wantsFacts = false) => {
    if (state.error || state.slowest > TOO_SLOW) return undefined;
    const answer = await state.contestant.ask('ask', { question: question.name, variables, wantsFacts });
    if (answer.error) state.error = answer.error;
    return answer;
  };

  const first = question.given(next);
  let expected;
  for (const state of states) {
    const answer = await ask(state, first, true);
    if (answer?.ms === undefined) continue;
    state.slowest = answer.ms;
    if (!answer.facts) continue;
    expected ??= answer.facts;
    const at = question.loose ? -1 : answer.facts.findIndex((fact, i) => fact !== expected[i]);
    if (at >= 0 || (!question.loose && answer.facts.length !== expected.length))
      state.differs = `${answer.facts[at]} instead of ${expected[at]}, ${answer.facts.length} values instead of ${expected.length}`;
  }

  // The first time an engine plans too: how slow one is shows the second time.
  for (const state of states) {
    const answer = await ask(state, first);
    if (answer?.ms !== undefined) state.slowest = answer.ms;
  }

  const sample = Array.from({ length: runs }, () => question.given(next));
  const load = (state, n) =>
    state.contestant.ask('load', {
      question: question.name,
      variables: sample.slice(0, 20),
      clients: n,
      seconds,
    });
  // What is not counted: connections, plans, caches and compilers of whoever answers. First each alone, then in turn.
  const alone = new Map();
  for (const state of states)
    if (seconds && !state.error && state.slowest < SLOW) alone.set(state, await load(state, 1));
  for (const variables of sample.slice(0, Math.ceil(runs / 8)))
    for (const state of states) if (state.slowest < SLOW) await ask(state, variables);
  for (const [i, variables] of sample.entries())
    for (const state of states) {
      if (state.slowest >= SLOW && i >= 3) continue;
      const answer = await ask(state, variables);
      if (answer?.ms === undefined) continue;
      state.times.push(answer.ms);
    }

  const rows = [];
  for (const state of states) {
    const { contestant, times, error, differs } = state;
    const cost = error ? {} : await contestant.ask('cost', { question: question.name, variables: first });
    const row = {
      question: question.name,
      contestant: publicName(contestant.name),
      statements,
      clients: 1,
      ...percentiles(times),
      perSecond: null,
      dbHits: cost.dbHits ?? null,
      dbStatements: cost.dbStatements ?? null,
      ...(cost.bytes ? { bytes: cost.bytes } : {}),
      ...(cost.variant && cost.variant !== question.plain ? { variant: cost.variant } : {}),
      ...(differs ? { differs } : {}),
      ...(error ? { error } : {}),
    };
    rows.push(row);
    if (!seconds || error || row.p50 === null || row.p50 > 100) continue;
    for (const n of clients) {
      const loaded = n === 1 ? alone.get(state) : await load(state, n);
      if (!loaded || loaded.error) continue;
      if (n === 1) row.perSecond = loaded.perSecond;
      else
        rows.push({
          question: question.name,
          contestant: row.contestant,
          statements,
          clients: n,
          p50: loaded.p50,
          p95: loaded.p95,
          perSecond: loaded.perSecond,
          dbHits: null,
          dbStatements: row.dbStatements,
        });
    }
  }
  return rows;
}
