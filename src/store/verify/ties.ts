import type { Catalogue } from '../../model/catalogue.js';
import { tiesOf } from '../apply/ties.js';
import { idsInPages } from '../in-pages.js';
import type { Ledger, TieChange } from '../port.js';
import type { Row } from '../row.js';
import type { Fault } from './fault.js';

/**
 * What the records make of ties against what the ties weigh. Of each entity one number is kept, the sum of its ties' hashes
 * times their weights, so that a store of any size is looked at in one go: a sum that is not taken away again by the ties as they are
 * stored is a fault, and all but one fault in four thousand million is seen.
 */
export class TieSums {
  private readonly sums = new Map<string, number>();

  constructor(private readonly catalogue: Catalogue) {}

  /** Records as they are. */
  seen(rows: readonly Row[]): void {
    for (const row of rows) for (const tie of tiesOf(this.catalogue, row)) this.add(tie, 1);
  }

  /** After all records were seen: entities whose ties are others than those made. */
  async *verify(ledger: Ledger, page: number): AsyncGenerator<Fault> {
    for (const { name } of this.catalogue.concrete.filter((concept) => concept.family === 'entity'))
      for await (const ids of idsInPages(ledger, name, page)) {
        for (const tie of await ledger.tiesFrom(ids)) this.add(tie, -1);
        for (const id of ids)
          if (this.sums.get(id))
            yield { record: id, field: 'ties', problem: 'are not those that the records make' };
      }
  }

  private add({ near, far, relation, fact, by }: TieChange, sign: 1 | -1): void {
    const sum = (this.sums.get(near) ?? 0) + Math.imul(hash(`${far} ${relation} ${fact}`), sign * by);
    this.sums.set(near, sum | 0);
  }
}

/** FNV-1a of 32 bits over UTF-16 (Fowler, Noll, Vo; draft-eastlake-fnv). */
function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return sum;
}
