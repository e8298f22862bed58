import type { Ledger } from '../port.js';
import type { Row } from '../row.js';
import type { Fault } from './fault.js';

interface Span {
  readonly start: number;
  readonly end: number;
  readonly exact: string;
}

/** Where an article's text is kept, the words of its mentions and reports stand in it where they say. */
export async function verifySpans(ledger: Ledger, rows: readonly Row[]): Promise<Fault[]> {
  const articles = new Set(rows.flatMap((row) => row.relations['article'] ?? []));
  const texts = new Map(
    (await ledger.rows([...articles])).map((article) => [
      article.id,
      article.values['body'] as string | null,
    ]),
  );
  return rows.flatMap((row) => {
    const text = texts.get(row.relations['article']?.[0] ?? '');
    if (typeof text !== 'string') return [];
    return spansOf(row)
      .filter(({ start, end, exact }) => text.slice(start, end) !== exact)
      .map(({ start, end, exact }) => ({
        record: row.id,
        field: row.concept === 'Mention' ? 'exact' : 'spans',
        problem: `has “${exact}” at ${start} to ${end}, and the article’s text has “${text.slice(start, end)}” there`,
      }));
  });
}

const spansOf = ({ concept, values }: Row): readonly Span[] =>
  concept === 'Mention'
    ? [values as unknown as Span]
    : (JSON.parse(String(values['spans'] ?? '[]')) as Span[]);
