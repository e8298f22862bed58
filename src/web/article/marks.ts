/** What an article says or names, with where: offsets in UTF-16, as the API has them. */
export interface Fact {
  readonly id: string;
  readonly is: 'statement' | 'mention';
  readonly text: string;
  /** The record it leads to; none for a mention that is open. */
  readonly leads?: string | undefined;
  readonly by?: { readonly id: string; readonly name: string } | null | undefined;
  readonly spans: readonly { readonly role: string; readonly start: number; readonly end: number }[];
}

export interface ReportRow {
  readonly id: string;
  readonly text: string;
  readonly spans: readonly { readonly role: string; readonly start: number; readonly end: number }[];
  readonly statement: {
    readonly id: string;
    readonly speaker: { readonly id: string; readonly name: string } | null;
  };
}

export interface MentionRow {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly entity: { readonly id: string; readonly name: string } | null;
}

/** Reports and mentions as facts with spans, in the order of the text. */
export function factsOf(reports: readonly ReportRow[], mentions: readonly MentionRow[]): Fact[] {
  const first = ({ spans }: Fact) => Math.min(...spans.map((s) => s.start));
  return [
    ...reports.map(({ id, text, spans, statement }): Fact => ({
      id,
      is: 'statement',
      text,
      leads: statement.id,
      by: statement.speaker,
      spans,
    })),
    ...mentions.map(({ id, start, end, exact, entity }): Fact => ({
      id,
      is: 'mention',
      text: exact,
      leads: entity?.id,
      spans: [{ role: 'MENTION', start, end }],
    })),
  ].sort((a, b) => first(a) - first(b));
}

/** A stretch of the text and the facts that it belongs to. */
export interface Piece {
  readonly text: string;
  readonly facts: readonly { readonly fact: Fact; readonly role: string }[];
}

/** Cuts a text where a span begins or ends, so that spans may cross. */
export function piecesOf(body: string, facts: readonly Fact[]): Piece[] {
  const spans = facts.flatMap((fact) =>
    fact.spans.map((s) => ({
      fact,
      role: s.role,
      start: Math.max(0, s.start),
      end: Math.min(body.length, s.end),
    })),
  );
  const cuts = [...new Set([0, body.length, ...spans.flatMap((s) => [s.start, s.end])])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(1).map((end, i) => {
    const start = cuts[i]!;
    return {
      text: body.slice(start, end),
      facts: spans.filter((s) => s.start <= start && s.end >= end).map(({ fact, role }) => ({ fact, role })),
    };
  });
}
