import type { Identity } from '../access/identity.js';
import type { Catalogue } from '../model/catalogue.js';
import type { Plan } from '../plan/plan.js';
import { printPlan } from '../plan/print.js';
import type { RootField } from '../planner/plan.js';
import { printSelection } from '../planner/print.js';
import { statements } from '../store/open.js';
import type { Step, Store } from '../store/port.js';
import { readingBy } from '../store/watched.js';

/** What an operation is carried out with, made anew for each request. */
export interface Context {
  /** Where the request is to be explained, what is said of it. */
  explanation?: Explanation;
  /** Says who asks; nobody in particular where it is left out. @throws UNAUTHENTICATED */
  whoAsks?: () => Promise<Identity | undefined>;
  /** From where. */
  address?: string | undefined;
  /** Given where whoever asked has gone away. */
  signal?: AbortSignal | undefined;
  /** Carries work out as a part of the trace, where there is one. */
  within?: <T>(work: () => T) => T;
}

/** How an operation was answered, root field by root field: what `rapporteur explain` prints. */
export class Explanation {
  /** As `about` names it, once a field has asked it. */
  engine: string | null = null;
  readonly fields: FieldExplained[] = [];
  #last: Promise<unknown> = Promise.resolve();

  /** One statement after another, so that each one's time is its own. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}

interface FieldExplained {
  /** The response key. */
  readonly key: string;
  /** What was asked, as a tree. */
  readonly selection: string;
  readonly reads: ReadExplained[];
}

/** One statement: what it was made from, and, where it came to its end, what the engine says of it and what it cost. */
export interface ReadExplained {
  readonly plan: string;
  /** The plan's $0 and so on: $p0 in Cypher, ?1 in SQL. */
  readonly params: readonly unknown[];
  readonly statements: { readonly cypher: string; readonly sql: string };
  /** Which of them the engine was sent. */
  readonly sent: 'cypher' | 'sql';
  steps?: Step;
  cost?: Cost;
}

interface Cost {
  /** Milliseconds, without the explaining. */
  readonly ms: number;
  /** Rows of the answer itself, not of the lists inside of them; of a page, one more than it shows where more follow. */
  readonly rows: number;
  /** The raw answer as JSON in UTF-8. */
  readonly bytes: number;
  /** How often the engine touched the store; null where it does not count. */
  readonly hits: number | null;
}

/** The store as one root field is to ask it: where the request is explained, every plan that is read is noted. */
export function explaining(
  catalogue: Catalogue,
  store: Store,
  { explanation }: Context = {},
  key: string,
  info: RootField,
): Store {
  if (!explanation) return store;
  explanation.engine = store.engine;
  const operation = { schema: info.schema, fragments: info.fragments, variables: info.variableValues };
  const reads: ReadExplained[] = [];
  explanation.fields.push({
    key,
    selection: printSelection(operation, info.fieldNodes),
    reads,
  });
  return readingBy(store, async (plan) => {
    const both = statements(catalogue, plan);
    const read: ReadExplained = {
      plan: printPlan(plan),
      params: plan.params,
      statements: both,
      sent: store.statement(plan) === both.cypher ? 'cypher' : 'sql',
    };
    // Before the store answers: a statement that fails is one to look at.
    reads.push(read);
    const { answer, ms, steps } = await explanation.inTurn(() => store.explain(plan));
    read.steps = steps;
    read.cost = {
      ms: Math.round(ms * 100) / 100,
      rows: rowsOf(plan, answer),
      bytes: Buffer.byteLength(JSON.stringify(answer)),
      hits: hitsOf(steps),
    };
    return answer;
  });
}

function rowsOf(plan: Plan, answer: unknown): number {
  if (plan.root === 'page') return (answer as [unknown[] | null])[0]?.length ?? 0;
  const many = plan.root === 'lookup' && (plan.lookup.by === 'ids' || plan.lookup.by === 'name');
  if (many) return (answer as unknown[] | null)?.length ?? 0;
  return answer === null ? 0 : 1;
}

function hitsOf({ hits, children }: Step): number | null {
  if (hits === undefined) return null;
  return children.reduce((sum, child) => sum + (hitsOf(child) ?? 0), hits);
}
