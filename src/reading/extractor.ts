import type { ArticleText } from './article.js';
import type { Knowledge } from './knowledge/knowledge.js';

/**
 * The port of whatever finds out what an article says: the rules here, or a model in their place. Offsets are UTF-16 into
 * the text as it was handed in, [start, end); a span that is not in the text is refused, whoever gave it.
 */
export interface Extractor {
  /** Stands in the evidence as the method. */
  readonly name: string;
  extract(article: ArticleText, knowledge: Knowledge): Extraction | Promise<Extraction>;
}

export interface Extraction {
  /** The day of the article, ISO 8601, by which its dates were counted. */
  readonly day?: string | undefined;
  readonly dateline?: string | undefined;
  readonly byline?: string | undefined;
  readonly agency?: string | undefined;
  readonly actors: readonly ActorFound[];
  readonly mentions: readonly MentionFound[];
  readonly talks: readonly TalksFound[];
  readonly statements: readonly StatementFound[];
  readonly warnings: readonly string[];
}

export interface SpanFound {
  readonly start: number;
  readonly end: number;
  readonly exact: string;
}

export interface CandidateFound {
  readonly entity: string;
  readonly score: number;
  readonly reason: string;
}

/** Somebody or some body that the article names; `key` is what the rest of the extraction calls it by. */
export interface ActorFound {
  readonly key: string;
  /** UnnamedActor for whom nobody names; a name of the catalogue. */
  readonly concept: 'Person' | 'Organization' | 'UnnamedActor';
  readonly name: string;
  /** Whom the graph knows it as. */
  readonly entity?: string | undefined;
  readonly score: number;
  readonly reason: string;
  readonly candidates: readonly CandidateFound[];
  /** Offices that the article gives it, with whose they are: ids of the graph. */
  readonly offices: readonly {
    readonly title: string;
    readonly of?: string | undefined;
    readonly span: SpanFound;
  }[];
  /** The state, or the body, it belongs to: an id of the graph. */
  readonly of?: string | undefined;
  /** The office of the graph it held that day. */
  readonly role?: string | undefined;
  readonly span: SpanFound;
}

/** By an id of the graph, or by the key of an actor or of talks in this extraction. */
export type Reference = { readonly id: string } | { readonly key: string };

export interface MentionFound extends SpanFound {
  readonly of?: Reference | undefined;
  readonly literal?: string | undefined;
  readonly reading: 'LITERAL' | 'METONYM';
  readonly score: number;
  readonly reason: string;
  readonly candidates: readonly CandidateFound[];
}

/** Talks that the graph does not know yet. */
export interface TalksFound {
  readonly key: string;
  readonly name: string;
  readonly kind: string;
  readonly status: string;
  readonly when?: string | undefined;
  readonly place?: string | undefined;
  readonly parties: readonly string[];
  readonly span: SpanFound;
}

export interface StatementFound {
  readonly speaker?: Reference | undefined;
  /** The state spoken for: an id of the graph. */
  readonly onBehalfOf?: string | undefined;
  readonly act: string;
  readonly channel?: string | undefined;
  readonly audience?: string | undefined;
  /** EDTF. */
  readonly said?: string | undefined;
  readonly about: readonly Reference[];
  readonly reports: readonly ReportFound[];
}

export interface ReportFound {
  readonly form: string;
  readonly speakerAs?: string | undefined;
  readonly attributedTo?: Reference | undefined;
  readonly via: readonly Reference[];
  readonly source?: SpanFound | undefined;
  readonly cue?: SpanFound | undefined;
  readonly content: readonly SpanFound[];
}

/** The spans of an extraction that are not in the text. */
export function strays(extraction: Extraction, text: string): SpanFound[] {
  const wrong: SpanFound[] = [];
  const see = (span: SpanFound | undefined) => {
    if (span && (span.start < 0 || span.end <= span.start || text.slice(span.start, span.end) !== span.exact))
      wrong.push(span);
  };
  for (const actor of extraction.actors) {
    see(actor.span);
    for (const office of actor.offices) see(office.span);
  }
  extraction.mentions.forEach(see);
  for (const talks of extraction.talks) see(talks.span);
  for (const { reports } of extraction.statements)
    for (const { source, cue, content } of reports) [source, cue, ...content].forEach(see);
  return wrong;
}
