import type { FullText } from '../../plan/full-text.js';
import type { Page } from '../../plan/plan.js';
import { highlight } from './highlight.js';

type Row = readonly unknown[];

/** What a search says of a row: how well it fits, and its text with marks. */
interface Found {
  score(row: Row): number;
  highlight(row: Row): string;
}

const scores = [1, 0.8, 0.6, 0.3];

/** What a search says of the rows it found: the keys of their order stand first, then their texts. */
export function found({ from }: Page, params: readonly unknown[]): Found {
  if (!('search' in from)) throw new Error('only what is searched is found');
  const { terms } = params[from.search.among[0]!.all] as FullText;
  return {
    score: ([keys]) => scores[(keys as [number])[0]]!,
    highlight: ([, texts]) => highlight(texts as (string | null)[], terms),
  };
}
