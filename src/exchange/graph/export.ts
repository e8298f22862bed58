import type { Catalogue } from '../../model/catalogue.js';
import { decode, type Written } from '../../store/apply/encode.js';
import { inPages, shelfInPages } from '../../store/in-pages.js';
import type { Ledger } from '../../store/port.js';
import { creditsOf } from '../credits.js';
import { header } from './header.js';
import { lineOf } from './line.js';
import { inOrder } from './order.js';

const PAGE = 500;

/**
 * A graph as JSON Lines, a page of records at a time: a header, then every record that was written, the rejected ones
 * too, one a line; concepts in a fixed order and their records by id. What is derived is no part of it, nor is the log.
 * Within `store.write` nobody writes in between.
 */
export async function* graphText(ledger: Ledger, catalogue: Catalogue): AsyncGenerator<string> {
  // Asked for first: it has the others wait who would write.
  await ledger.head();
  yield `${JSON.stringify(header(creditsOf(await ledger.meta())))}\n`;
  for (const { name } of inOrder(catalogue))
    for await (const records of merged(inGraph(ledger, catalogue, name), onShelf(ledger, name)))
      yield records.map((record) => `${lineOf(catalogue, record)}\n`).join('');
}

async function* inGraph(ledger: Ledger, catalogue: Catalogue, concept: string): AsyncGenerator<Written[]> {
  for await (const rows of inPages(ledger, concept, PAGE)) yield rows.map((row) => decode(catalogue, row));
}

async function* onShelf(ledger: Ledger, concept: string): AsyncGenerator<Written[]> {
  for await (const shelved of shelfInPages(ledger, concept, PAGE))
    yield shelved.map(({ record }) => JSON.parse(record) as Written);
}

/** Two sorted lists as one. */
async function* merged(
  one: AsyncGenerator<Written[]>,
  other: AsyncGenerator<Written[]>,
): AsyncGenerator<Written[]> {
  let [a, b] = [await next(one), await next(other)];
  while (a.length && b.length) {
    const out: Written[] = [];
    let [i, j] = [0, 0];
    while (i < a.length && j < b.length) out.push(a[i]!.id < b[j]!.id ? a[i++]! : b[j++]!);
    yield out;
    a = i < a.length ? a.slice(i) : await next(one);
    b = j < b.length ? b.slice(j) : await next(other);
  }
  if (a.length) yield a;
  if (b.length) yield b;
  yield* one;
  yield* other;
}

const next = async (pages: AsyncGenerator<Written[]>): Promise<Written[]> => {
  const { value, done } = await pages.next();
  return done ? [] : value;
};
