import type { Catalogue } from '../../model/catalogue.js';
import type { RecordInput } from '../../model/change-set.js';
import { entriesOf, planLog } from '../../planner/log.js';
import type { Store } from '../../store/port.js';
import type { Alias, Knowledge } from './knowledge.js';
import { loadKnowledge } from './load.js';

/** Keeps what the graph knows at hand between articles, and reads it anew where others have written since. */
export class Library {
  private known: Knowledge | undefined;
  private as: number | undefined;
  private loading: Promise<Knowledge> | undefined;

  constructor(
    private readonly store: Pick<Store, 'read'>,
    private readonly catalogue: Catalogue,
  ) {}

  async get(): Promise<Knowledge> {
    const plan = planLog(this.catalogue, { most: 1 });
    const last = entriesOf(plan, await this.store.read(plan))[0]?.sequence ?? 0;
    if (this.known && this.as === last) return this.known;
    this.loading ??= loadKnowledge(this.store, this.catalogue).finally(() => (this.loading = undefined));
    this.known = await this.loading;
    this.as = last;
    return this.known;
  }

  /** Takes in what this process has just written itself, as the one change after what it knew. */
  learn(upserts: readonly RecordInput[]): void {
    if (!this.known || this.as === undefined) return;
    if (upserts.length) this.as++;
    for (const { type, id, set } of upserts) {
      if (type === 'Role')
        this.known.hold({
          id,
          person: set['person'] as string,
          title: set['title'] as string,
          of: set['of'] as string,
          from: '',
          until: '',
          attested: set['attested'] ? [[set['attested'] as string, set['attested'] as string]] : [],
          ending: 'UNKNOWN',
        });
      else if (type === 'Person' || type === 'Organization')
        this.known.add({
          id,
          concept: type,
          name: set['name'] as string,
          description: '',
          aliases: (set['aliases'] ?? []) as Alias[],
          country: set['country'] as string | undefined,
          since: '',
          until: '',
        });
      else if (type === 'Meeting') {
        const when = (set['when'] as string | undefined) ?? '';
        const parties = upserts
          .filter((u) => u.type === 'Participation' && u.set['meeting'] === id)
          .map((u) => u.set['participant'] as string);
        if (when.length === 10 || /^\d{4}-\d\d$/.test(when))
          this.known.meet({
            id,
            kind: set['kind'] as string,
            from: when,
            until: when,
            places: [set['place'], set['country']].filter(Boolean) as string[],
            parties: new Set(parties),
          });
      }
    }
  }
}
