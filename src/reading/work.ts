import type { ArticleText } from './article.js';
import type { Entity, Named } from './knowledge/knowledge.js';
import type { Stretch } from './text/paragraphs.js';
import type { Quote } from './text/quotes.js';
import type { Sentence } from './text/sentences.js';
import type { Token } from './text/tokens.js';
import type { View } from './text/view.js';

/** The parts of an article's text. Offsets are those of the view. */
export interface Parts {
  readonly article: ArticleText;
  readonly view: View;
  readonly paragraphs: readonly Stretch[];
  readonly quotes: readonly Quote[];
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
  /** Of each token its sentence, and the quotation it stands in, by their numbers; -1 for none. */
  readonly sentenceOf: readonly number[];
  readonly quoteOf: readonly number[];
}

/** Tokens from the first to the last, both included, with their stretch of the view. */
export interface Span extends Stretch {
  readonly first: number;
  readonly last: number;
}

/** A name where it stands. */
export interface Name extends Span {
  readonly kind: 'PERSON' | 'BODY' | 'KNOWN' | 'OTHER';
  /** Of names that the graph has: who or what has it. */
  readonly known: readonly Named[];
  /** What stands before a person's name and says who that is, with whose office it is. */
  readonly title?: Title | undefined;
  /** Of a body's name: the state or body it begins with. */
  readonly owner?: Entity | undefined;
}

export interface Title extends Span {
  /** The words of the office without whose it is: "special envoy". */
  readonly office: string;
  readonly owner?: Entity | undefined;
}

/** Somebody of the article: one person under all the names it has for them. */
export interface Figure {
  /** The fullest name. */
  name: string;
  readonly words: readonly string[];
  readonly names: Name[];
  readonly titles: Title[];
  sex?: 'F' | 'M' | undefined;
  /** Who it is, by linking. */
  link?: Link | undefined;
}

/** Who a name was joined with, and why. */
export interface Link {
  readonly entity?: Entity | undefined;
  readonly score: number;
  readonly reason: string;
  readonly candidates: readonly {
    readonly entity: Entity;
    readonly score: number;
    readonly reason: string;
  }[];
}

/** Who speaks. */
export type Who =
  | { readonly is: 'figure'; readonly figure: Figure }
  | {
      readonly is: 'entity';
      readonly entity: Entity;
      readonly name?: Name | undefined;
      readonly literal?: Entity | undefined;
    }
  | { readonly is: 'body'; readonly text: string; readonly owner?: Entity | undefined }
  | { readonly is: 'unnamed'; readonly text: string; readonly of?: Entity | undefined }
  | { readonly is: 'several'; readonly each: readonly Who[] };

/** An attribution: who is said to have said what, as one passage words it. */
export interface Attribution {
  readonly sentence: number;
  /** The words for the speaker, and the verb; neither where a quotation goes on one that has them. */
  readonly source: Phrase;
  readonly cue?: Stretch | undefined;
  readonly content: readonly Stretch[];
  readonly form: 'DIRECT' | 'MIXED' | 'INDIRECT';
  readonly act: string;
  readonly channel?: string | undefined;
  readonly audience?: string | undefined;
  /** By whom it came: "Yonhap, citing KCNA". */
  readonly via?: Phrase | undefined;
  viaWho?: Who | undefined;
  /** A noun names the act: "invitation". */
  readonly noun?: boolean;
  /** The day it was said, EDTF, where the passage says so. */
  said?: string | undefined;
  who?: Who | undefined;
}

/** A phrase that names who speaks. */
export interface Phrase extends Span {
  /** Its noun, pronoun or name by its last word. */
  readonly head: number;
  readonly name?: Name | undefined;
  /** Of "Russia and China" both. */
  readonly each?: readonly Phrase[] | undefined;
}
