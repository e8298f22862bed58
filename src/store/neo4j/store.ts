import { setTimeout as wait } from 'node:timers/promises';
import neo4j, { type RecordShape } from 'neo4j-driver';
import type { Catalogue } from '../../model/catalogue.js';
import { FullText } from '../../plan/full-text.js';
import type { Plan } from '../../plan/plan.js';
import { explained } from '../explained.js';
import { refuseHalf, RESTORING, way } from '../migrations.js';
import { FORMAT, type Explained, type Ledger, type Stats, type Store, type Writing } from '../port.js';
import { Printed } from '../printed.js';
import { statsOf } from '../stats.js';
import { Bolt, type BoltOptions } from './bolt.js';
import { constraints, keys } from './constraints.js';
import { explaining, profiling, stepOf } from './explain.js';
import { found } from './found.js';
import { Neo4jLedger } from './ledger.js';
import { printCypher } from './print.js';
import { migrations } from './migrations.js';
import { lucene } from './search.js';

export interface Neo4jOptions extends BoltOptions {
  /** A database that is restored in part is opened too, with what a restore needs; `settle` makes the rest. */
  readonly half?: boolean | undefined;
}

/** The graph in Neo4j 5.26 LTS or later, Community or a cluster. */
export class Neo4jStore implements Store {
  // A record is some sixty commands of a transaction: with many thousand of them a small heap is too small, and the
  // database stops.
  readonly batch = 1000;
  readonly engine = 'Neo4j';
  private readonly printed: Printed;

  private constructor(
    private readonly catalogue: Catalogue,
    private readonly bolt: Bolt,
    private readonly options: Neo4jOptions,
  ) {
    this.printed = new Printed((plan) => printCypher(catalogue, plan));
  }

  static async open(catalogue: Catalogue, options: Neo4jOptions): Promise<Neo4jStore> {
    const store = new Neo4jStore(catalogue, new Bolt(options), options);
    try {
      await store.prepare();
      return store;
    } catch (error) {
      await store.close();
      throw error;
    }
  }

  private async prepare(): Promise<void> {
    const found = await this.run(
      "MATCH (m:Meta) WHERE m.key IN ['format', $restoring] RETURN m.key AS key, m.value AS value",
      { restoring: RESTORING },
    );
    const meta = new Map(found.map(({ key, value }) => [key as string, value as string]));
    const where = `${this.options.uri}, database ${this.options.database},`;
    const format = meta.get('format') ?? FORMAT;
    const steps = way(migrations, format, where);
    if (!this.options.half) refuseHalf(meta.get(RESTORING), where);
    await this.define(this.options.half ? keys : constraints(this.catalogue));
    if (meta.has('format') && !steps.length) return;
    // One transaction, which ends with the new number: what was interrupted begins again.
    await this.bolt.write(async (transaction) => {
      for (const { statements } of steps)
        for (const statement of statements) await transaction.run(statement);
      await transaction.run("MERGE (m:Meta {key: 'format'}) SET m.value = $format", { format: FORMAT });
    });
  }

  /** Makes the constraints and indexes that are missing, in one transaction: one by one they take a second each. */
  private async define(wanted: readonly string[]): Promise<void> {
    const known = new Set(
      (await this.run('SHOW INDEXES YIELD name RETURN name', {})).map((row) => row['name']),
    );
    const missing = wanted.filter((text) => !known.has(/(?:CONSTRAINT|INDEX) (\w+)/.exec(text)![1]));
    if (!missing.length) return;
    await this.bolt.define(missing);
    // Over a million statements it takes minutes; asked once and waited for, that would be a database that is silent.
    for (let pause = 20; await this.isPopulating(); pause = Math.min(2 * pause, 1000)) await wait(pause);
  }

  private async isPopulating(): Promise<boolean> {
    const text = "SHOW INDEXES YIELD name, state WHERE state = 'POPULATING' RETURN name LIMIT 1";
    return (await this.run(text, {})).length > 0;
  }

  get load() {
    return { running: this.bolt.flights, waiting: 0 };
  }

  /** Any number of servers may share a database. */
  hold(): Promise<void> {
    return Promise.resolve();
  }

  purge(): Promise<string> {
    return Promise.resolve(
      'Neo4j writes over what was deleted only as it needs the room, and its transaction logs still have it: back the store up, restore it into a new database, and remove the old one with its logs',
    );
  }

  async faults(): Promise<string[]> {
    const found = await this.run(
      "SHOW INDEXES YIELD name, state, populationPercent WHERE state <> 'ONLINE' RETURN name, state, populationPercent",
      {},
    );
    return found.map((row) => `the index ${row['name']} is ${row['state']} (${row['populationPercent']} %)`);
  }

  statement(plan: Plan): string {
    return this.printed.of(plan);
  }

  async read(plan: Plan, signal?: AbortSignal): Promise<unknown> {
    const how = { timeout: this.options.timeLimit, signal };
    const [row] = await this.run(this.statement(plan), valuesOf(plan), how);
    return row?.['answer'] ?? null;
  }

  explain(plan: Plan): Promise<Explained> {
    return explained(this, plan, async () => {
      const text = profiling(this.statement(plan));
      const { summary } = await this.bolt.read(text, valuesOf(plan), { timeout: this.options.timeLimit });
      return stepOf(summary);
    });
  }

  /** An EXPLAIN leaves the plan where the statement itself then finds it. */
  async ready(plan: Plan): Promise<void> {
    await this.run(explaining(this.statement(plan)), valuesOf(plan));
  }

  private async run(...sent: Parameters<Bolt['read']>): Promise<RecordShape[]> {
    return (await this.bolt.read(...sent)).records.map((r) => r.toObject());
  }

  write<T>(work: (ledger: Ledger) => Promise<T>, { once = false }: Writing = {}): Promise<T> {
    return this.bolt.write((transaction) => {
      const read = async (plan: Plan) => {
        const [row] = await found(transaction, this.statement(plan), valuesOf(plan));
        return row?.['answer'] ?? null;
      };
      return work(new Neo4jLedger(this.catalogue, transaction, read));
    }, once);
  }

  /** Statements that were planned for an empty database are kept for minutes, with scans where an index now serves. */
  async settle(): Promise<void> {
    if (this.options.half) await this.define(constraints(this.catalogue));
    await this.run('CALL db.prepareForReplanning()', {});
  }

  async isEmpty(): Promise<boolean> {
    return !(await this.run('MATCH (n) WHERE NOT n:Meta RETURN 1 AS one LIMIT 1', {}, { once: true })).length;
  }

  stats(): Promise<Stats> {
    return statsOf(this);
  }

  async close(): Promise<void> {
    await this.bolt.close();
  }
}

const valuesOf = ({ params }: Plan) => Object.fromEntries(params.map((value, i) => [`p${i}`, bound(value)]));

// A plain JavaScript number would arrive as a float, and LIMIT takes none.
function bound(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bound);
  if (value instanceof FullText) return lucene(value);
  return typeof value === 'number' && Number.isInteger(value) ? neo4j.int(value) : value;
}
