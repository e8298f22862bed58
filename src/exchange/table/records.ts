import type { Catalogue } from '../../model/catalogue.js';
import type { Store } from '../../store/port.js';
import type { Incoming } from '../bring/bring.js';
import type { Refusal } from '../bring/outcome.js';
import { Linker } from './linking/linker.js';
import type { Link, Mapping } from './mapping/mapping.js';
import type { Row } from './reading/row.js';
import { Maker } from './rows/maker.js';

/** How many rows are read before what they ask is looked up together. */
const BLOCK = 500;

/** The records that the rows of a table make by a mapping, in their order; what cannot be made is refused by its line. */
export async function* recordsOf(
  store: Pick<Store, 'read'>,
  catalogue: Catalogue,
  mapping: Mapping,
  rows: AsyncIterable<Row | Refusal>,
  name: string,
): AsyncGenerator<Incoming> {
  const linker = new Linker(store, catalogue, mapping, linksOf(mapping));
  const maker = new Maker(mapping, linker, name);
  for await (const block of blocks(rows)) {
    await linker.prepare(block.flatMap((row) => ('problem' in row ? [] : maker.asks(row))));
    for (const row of block)
      if ('problem' in row) yield row;
      else yield* maker.make(row);
  }
}

function linksOf({ records }: Mapping): Link[] {
  return records.flatMap(({ id, set, fill }) =>
    [id, ...[...set, ...fill].flatMap((f) => f.values)].flatMap((v) =>
      'link' in v && v.link ? [v.link] : [],
    ),
  );
}

async function* blocks<T>(items: AsyncIterable<T>): AsyncGenerator<T[]> {
  let block: T[] = [];
  for await (const item of items) {
    block.push(item);
    if (block.length < BLOCK) continue;
    yield block;
    block = [];
  }
  if (block.length) yield block;
}
