import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Names of operations are the clients' own: the first so many are told apart, the others together. */
const NAMES = 200;
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What Prometheus is told: how long operations and statements took, what they cost, and how the process fares. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly names = new Set<string>();
  private readonly operations = new Histogram({
    name: 'rapporteur_operation_seconds',
    help: 'How long an operation took, by its name, its kind and its error code (none where it was answered).',
    labelNames: ['operation', 'kind', 'code'],
    buckets: SECONDS,
    registers: [this.registry],
  });
  private readonly cost = new Counter({
    name: 'rapporteur_cost_total',
    help: 'Records that were asked for, and that answers held.',
    labelNames: ['of'],
    registers: [this.registry],
  });
  private readonly documents = new Counter({
    name: 'rapporteur_documents_total',
    help: 'Documents by whether they were known, with the plans and statements that were made of them.',
    labelNames: ['known'],
    registers: [this.registry],
  });
  private readonly statements = new Histogram({
    name: 'rapporteur_statement_seconds',
    help: 'How long a statement took from when it was sent or had to wait, by the root field it is for.',
    labelNames: ['root', 'failed'],
    buckets: SECONDS,
    registers: [this.registry],
  });

  /** @param load how many statements run, and how many wait for a connection */
  constructor(load?: () => { readonly running: number; readonly waiting: number }) {
    collectDefaultMetrics({ register: this.registry });
    if (load)
      new Gauge({
        name: 'rapporteur_statements',
        help: 'Statements that read: how many the engine works on, and how many wait for a connection.',
        labelNames: ['state'],
        registers: [this.registry],
        collect() {
          const { running, waiting } = load();
          this.set({ state: 'running' }, running);
          this.set({ state: 'waiting' }, waiting);
        },
      });
  }

  /** @param open how many subscriptions are open */
  subscriptions(open: () => number): void {
    new Gauge({
      name: 'rapporteur_subscriptions',
      help: 'Subscriptions that are open.',
      registers: [this.registry],
      collect() {
        this.set(open());
      },
    });
  }

  operation(name: string | undefined, kind: string, code: string, ms: number): void {
    this.operations.observe({ operation: this.named(name ?? ''), kind, code }, ms / 1000);
  }

  document(known: boolean): void {
    this.documents.inc({ known: String(known) });
  }

  asked(asked: number, actual: number): void {
    this.cost.inc({ of: 'asked' }, asked);
    this.cost.inc({ of: 'actual' }, actual);
  }

  statement(root: string, ms: number, failed: boolean): void {
    this.statements.observe({ root, failed: String(failed) }, ms / 1000);
  }

  /** In Prometheus' text format. */
  text(): Promise<string> {
    return this.registry.metrics();
  }

  readonly contentType = this.registry.contentType;

  private named(name: string): string {
    if (this.names.size < NAMES) this.names.add(name);
    return this.names.has(name) ? name : 'other';
  }
}
