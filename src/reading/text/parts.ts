import type { ArticleText } from '../article.js';
import { abbreviations } from '../words/abbreviations.js';
import type { Parts } from '../work.js';
import { paragraphsOf } from './paragraphs.js';
import { quotesOf } from './quotes.js';
import { sentencesOf } from './sentences.js';
import { tokensOf } from './tokens.js';
import type { View } from './view.js';

/** The parts of a text: paragraphs, sentences, quotations, words; and how many quotations nothing closes. */
export function partsOf(article: ArticleText, view: View): Parts & { readonly unbalanced: number } {
  const paragraphs = paragraphsOf(view.text);
  const { quotes, unbalanced } = quotesOf(view.text, paragraphs);
  const sentences = sentencesOf(view.text, paragraphs, quotes, abbreviations);
  const tokens = tokensOf(view.text, abbreviations);
  const sentenceOf: number[] = [];
  const quoteOf: number[] = [];
  let [s, q] = [0, 0];
  for (const token of tokens) {
    while (s < sentences.length - 1 && sentences[s]!.end <= token.start) s++;
    while (q < quotes.length && quotes[q]!.end <= token.start) q++;
    sentenceOf.push(s);
    quoteOf.push(q < quotes.length && quotes[q]!.start <= token.start ? q : -1);
  }
  return { article, view, paragraphs, quotes, sentences, tokens, sentenceOf, quoteOf, unbalanced };
}
