import { facts } from '../facts.mjs';
import { percentiles } from '../percentiles.mjs';
import { questions } from '../questions.mjs';

/**
 * One contestant in a process of its own. It is asked by messages and says how long each answer took: what goes between
 * the processes is not measured. The module named gives `open(job)`: `prepare` gets a question ready with its variables,
 * unmeasured, and gives what is measured; `cost` says what the database did for it.
 */
const [name, job] = [process.argv[2], JSON.parse(process.argv[3])];
const { open } = await import(`./${name}.mjs`);
const contestant = await open(job);
const all = new Map(questions(job.statements).map((q) => [q.name, q]));

const tasks = {
  async ask({ question, variables, wantsFacts }) {
    const run = await contestant.prepare(all.get(question), variables);
    const start = performance.now();
    const answer = await run();
    const ms = performance.now() - start;
    return { ms, ...(wantsFacts && contestant.data ? { facts: facts(contestant.data(answer)) } : {}) };
  },
  async cost({ question, variables }) {
    return contestant.cost ? contestant.cost(all.get(question), variables) : {};
  },
  /** So many clients, each asking again as soon as it has its answer. */
  async load({ question, variables, clients, seconds }) {
    const runs = [];
    // One after another: what a question sends is noted while it is asked.
    for (const v of variables) runs.push(await contestant.prepare(all.get(question), v));
    const times = [];
    const until = performance.now() + seconds * 1000;
    let turn = 0;
    const client = async () => {
      while (performance.now() < until) {
        const start = performance.now();
        await runs[turn++ % runs.length]();
        times.push(performance.now() - start);
      }
    };
    const begun = performance.now();
    await Promise.all(Array.from({ length: clients }, client));
    return { ...percentiles(times), perSecond: times.length / ((performance.now() - begun) / 1000) };
  },
};

process.on('message', async ({ id, task, ...asked }) => {
  try {
    process.send({ id, ...(await tasks[task](asked)) });
  } catch (error) {
    process.send({
      id,
      error: String(error?.message ?? error)
        .split('\n')[0]
        .slice(0, 200),
    });
  }
});
process.on('disconnect', () => process.exit(0));
process.send({ ready: true });
