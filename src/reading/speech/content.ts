import type { Stretch } from '../text/paragraphs.js';
import type { Parts } from '../work.js';
import type { Head } from './heads.js';
import type { Phrases } from './phrases.js';
import { beginOf } from './begin.js';
import { isLight, LIGHT, settingOf, trimmedIn, withoutCredit } from './setting.js';

export interface Around {
  readonly heads: readonly Head[];
  readonly at: number;
  readonly sentence: number;
  /** The numbers of the quotations in the sentence. */
  readonly inside: readonly number[];
  /** The token after the sentence. */
  readonly last: number;
  readonly taken: ReadonlySet<number>;
}

export interface Content {
  readonly pieces: readonly Stretch[];
  readonly audience?: string | undefined;
  readonly channel?: string | undefined;
}

/** Where what a head attributes stands; undefined where it attributes nothing. */
export function contentOf(parts: Parts, phrases: Phrases, head: Head, around: Around): Content | undefined {
  const { tokens, view, sentences, quotes } = parts;
  const text = view.text;
  const trimmed = (start: number, end: number) => trimmedIn(text, start, end);
  const wordsIn = ({ start, end }: Stretch) => text.slice(start, end).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  const said = (start: number, end: number) => settingOf(text.slice(start, Math.max(start, end)));
  const sentence = withoutCredit(text, sentences[around.sentence]!);
  const previous = around.heads[around.at - 1];
  const next = around.heads[around.at + 1];
  const begin = Math.min(head.source.start, tokens[head.first]!.start);
  const comma = /,\s*$/.test(text.slice(sentence.start, begin));
  // "The US accepted the invitation, Ortagus said": what stands before belongs to the last of them.
  const isLast =
    comma &&
    !around.inside.length &&
    isLight(text.slice(Math.max(tokens[head.last]!.end, head.source.end), sentence.end));
  const from = previous && !previous.isAccording && !isLast ? boundaryAfter(previous) : sentence.start;
  const to = boundary(next);
  const after = Math.max(tokens[head.last]!.end, head.isInverted ? head.source.end : 0);
  const ahead = text.slice(from, begin);
  const before = trimmed(from, begin);
  const closesBefore =
    /[”"»’?!]['’]?,?\s*$/.test(ahead) &&
    around.inside.some((n) => quotes[n]!.end <= head.source.start && quotes[n]!.end > from);
  const commaBefore = /,\s*$/.test(ahead);
  const rest = restOf(after, to);

  if (head.isAccording) return according();
  if (head.isTrailing) return normal();
  const isFollowed = around.inside.some((n) => quotes[n]!.start >= after && quotes[n]!.start < to);
  const isParenthesis = commaBefore && /^\s*,/.test(text.slice(after, after + 3));
  if (head.isInverted || closesBefore || isParenthesis || (commaBefore && !isFollowed && isLight(rest.first)))
    return inverted();
  // "…?" Trump asked.
  const lastQuote = quotes[around.inside[0] ?? -1];
  if (!lastQuote && isLight(rest.first) && head.source.start === sentence.start) {
    const asked = parts.quotes.findIndex(
      (o) => o.end <= sentence.start && !/\S/.test(text.slice(o.end, sentence.start)),
    );
    if (asked >= 0 && !around.taken.has(asked)) {
      (around.taken as Set<number>).add(asked);
      return { pieces: [quotes[asked]!], ...said(after, to) };
    }
  }
  return normal();

  function inverted(): Content | undefined {
    if (!before || wordsIn(before) < 1) return undefined;
    const quoted = around.inside.some(
      (n) => quotes[n]!.end > from && quotes[n]!.end <= head.source.start + 1,
    );
    if (!quoted && !isParenthesis && (!head.cue.clause || wordsIn(before) < 3)) return undefined;
    const pieces = quoted && closesBefore ? lastQuotes(from, begin) : [before];
    const resumed = around.inside.filter((n) => quotes[n]!.start >= after && quotes[n]!.end <= to + 1);
    if (isParenthesis || resumed.length) {
      const start = isParenthesis && !resumed.length ? after : (quotes[resumed[0]!]?.start ?? after);
      const more =
        isParenthesis && !resumed.length
          ? trimmed(after, to)
          : trimmed(isParenthesis && !closesBefore ? after : start, to);
      const isSpeech =
        resumed.length > 0 ||
        (isParenthesis && !closesBefore && more && wordsIn(more) > 2 && !startsLight(more));
      if (more && isSpeech)
        return {
          pieces: [...pieces, closesBefore && resumed.length ? quotesWithin(resumed) : more].flat(),
          ...said(after, start),
        };
    }
    return { pieces, ...said(after, to) };
  }

  /** What is quoted right before the head, with the words of the clause it belongs to. */
  function lastQuotes(start: number, end: number): Stretch[] {
    const own = around.inside.filter((n) => quotes[n]!.start >= start && quotes[n]!.end <= end);
    if (!own.length) return [trimmed(start, end)!];
    const first = quotes[own[0]!]!;
    const words = text.slice(start, first.start).replace(/[^\p{L}\p{N}]/gu, '');
    const whole = trimmed(start, end)!;
    if (words && !/[:]\s*$/.test(text.slice(start, first.start))) return [whole];
    const between = own
      .slice(1)
      .some((n, i) => /\p{L}/u.test(text.slice(quotes[own[i]!]!.end, quotes[n]!.start)));
    return between ? [whole] : own.map((n) => ({ start: quotes[n]!.start, end: quotes[n]!.end }));
  }

  function quotesWithin(numbers: readonly number[]): Stretch[] {
    const between = numbers
      .slice(1)
      .some((n, i) => /\p{L}/u.test(text.slice(quotes[numbers[i]!]!.end, quotes[n]!.start)));
    if (between) return [trimmed(quotes[numbers[0]!]!.start, to)!];
    const tail = text.slice(quotes[numbers.at(-1)!]!.end, to).replace(/[^\p{L}]/gu, '');
    if (tail && !/^(?:and|but|adding|while|as)/.test(tail) && !next) {
      const last = trimmed(quotes[numbers.at(-1)!]!.start, to)!;
      return [...numbers.slice(0, -1).map((n) => ({ start: quotes[n]!.start, end: quotes[n]!.end })), last];
    }
    return numbers.map((n) => ({ start: quotes[n]!.start, end: quotes[n]!.end }));
  }

  function according(): Content | undefined {
    const opens = !text.slice(sentence.start, tokens[head.first]!.start).trim();
    if (opens) {
      const { end } = head.cites ?? head.source;
      const comma = /^[^“"”]*?,\s*/.exec(text.slice(end, to));
      const start = comma ? end + comma[0].length : undefined;
      const piece = start === undefined ? undefined : trimmed(start, to);
      return piece && wordsIn(piece) > 2 ? { pieces: [piece], ...said(after, after) } : undefined;
    }
    const piece = trimmed(from, tokens[head.first]!.start);
    return piece && wordsIn(piece) > 2 ? { pieces: [piece] } : undefined;
  }

  function normal(): Content | undefined {
    const { start, isThat } = beginOf(parts, phrases, head, around, after, to);
    let piece = trimmed(start, to);
    const near = around.inside.find((n) => quotes[n]!.start >= after && quotes[n]!.end <= to + 1);
    const isQuoted = near !== undefined && piece !== undefined;
    const { cue } = head;
    if (!piece || wordsIn(piece) < 1) {
      // "But the United States has refused": the clause is what was said.
      if (!/^(?:REFUSES|AGREES|ACCEPTS|DENIES)$/.test(cue.act) || !cue.object || commaBefore)
        return undefined;
      return { pieces: [{ start: head.source.start, end: tokens[head.last]!.end }] };
    }
    if (isQuoted) {
      const gap = text.slice(after, quotes[near]!.start).split(/\s+/).filter(Boolean).length;
      if (isTitle(quotes[near]!.start)) return undefined;
      if (cue.quoted && !cue.clause) {
        if (gap > 9) return undefined;
        return { pieces: listed(near), ...said(after, quotes[near]!.start) };
      }
      if (/^["“«‘]/.test(text.slice(piece.start, piece.start + 1))) piece = wholeQuotes(piece);
      return { pieces: [piece], ...said(after, piece.start) };
    }
    if (cue.quoted) return undefined;
    const isRelative = /,? which\s+$/.test(
      text.slice(Math.max(sentence.start, head.source.start - 8), head.source.start),
    );
    if (isRelative && cue.bare) return { pieces: [piece], ...said(after, piece.start) };
    const few = wordsIn(piece) < 3;
    if (isThat && cue.clause && !few) return { pieces: [piece], ...said(after, piece.start) };
    if (/:\s*$/.test(text.slice(after, piece.start)) && cue.clause)
      return { pieces: [piece], ...said(after, piece.start) };
    const opensWithSubject = /^(?:he|she|they|it|we|there)['’ ]/.test(text.slice(piece.start, piece.end));
    if (!few && ((cue.bare && isClause(piece)) || (cue.clause && opensWithSubject)))
      return { pieces: [piece], ...said(after, piece.start) };
    // Whom one asks is no speech; what for is.
    if (cue.act === 'ASKS' && !/\b(?:to|for|that|whether|if)\b/.test(text.slice(piece.start, piece.end)))
      return undefined;
    if (cue.object && wordsIn(piece) >= 1)
      return {
        pieces: [
          /^(?:REFUSES|ACCEPTS|AGREES)$/.test(cue.act) ? { start: head.source.start, end: piece.end } : piece,
        ],
        ...said(after, piece.start),
      };
    return undefined;
  }

  /** A quotation and those that are named with it: “a game” and a “stunt”. */
  function listed(first: number): Stretch[] {
    const pieces = [first];
    for (const n of around.inside.filter((n) => n > first))
      if (/^,? (?:and |or )?(?:an? |the )?$/.test(text.slice(quotes[pieces.at(-1)!]!.end, quotes[n]!.start)))
        pieces.push(n);
      else break;
    return pieces.map((n) => ({ start: quotes[n]!.start, end: quotes[n]!.end }));
  }

  /** A piece that begins with a quotation and is nothing else ends with the last of them. */
  function wholeQuotes(piece: Stretch): Stretch {
    const last = around.inside
      .filter((n) => quotes[n]!.start >= piece.start && quotes[n]!.end <= piece.end + 1)
      .at(-1);
    const end = quotes[last!]!.end;
    const tail = text.slice(end, piece.end);
    return isLight(tail) || /^\s*[,;—–]/.test(tail) ? { start: piece.start, end } : piece;
  }

  /** "a program called “Learning Together”": a title, which nobody calls it just now. */
  function isTitle(at: number): boolean {
    const { norm, end } = tokens[head.last]!;
    return (
      /^(?:called|named|titled|dubbed|termed)$/.test(norm) &&
      at <= end + 2 &&
      /^.\p{Lu}\p{L}+ \p{Lu}/u.test(text.slice(at))
    );
  }

  /** A clause has a verb of its own, and does not begin with what only follows other verbs. */
  function isClause(piece: Stretch): boolean {
    const said = text.slice(piece.start, piece.end);
    return (
      !/^(?:to|of|about|on|in|for|with|as|at|by|from|so|goodbye|nothing|more|anything)\b/i.test(said) ||
      /^(?:in|on|at|as|for|with|by|from)\b[^,]*,/i.test(said)
    );
  }

  function restOf(start: number, end: number): { first: string } {
    const quote = around.inside.find((n) => quotes[n]!.start >= start);
    return { first: text.slice(start, quote === undefined ? end : Math.min(end, quotes[quote]!.start)) };
  }

  function startsLight(piece: Stretch): boolean {
    const word = /^[\p{L}]+/u.exec(text.slice(piece.start, piece.end))?.[0].toLowerCase();
    return word === undefined || LIGHT.has(word) || /ing$/.test(word) || word === 'who' || word === 'which';
  }

  /** Where the clause of the next head begins; the end of the sentence where there is none. */
  function boundary(next: Head | undefined): number {
    if (!next || next.isAccording) return next ? sentence.end : sentence.end;
    const until = next.isTrailing
      ? tokens[next.first]!.start
      : Math.min(next.source.start, tokens[next.first]!.start);
    if (next.isInverted || until <= tokens[head.last]!.end) return next.isInverted ? sentence.end : until;
    const clause = text.slice(tokens[head.last]!.end, until);
    const joint =
      /(?:[,;:]|\s)\s*(?:and|but|while|whereas|although|though|as|after|before|when|which|who)?\s*$/.exec(
        clause,
      );
    const isApart =
      /[,;]\s*(?:and |but |while |whereas |although |though |which |who )?$|\b(?:and|but|while|whereas|although)\s+$/.test(
        clause,
      );
    return isApart || next.isTrailing ? until - (joint?.[0].length ?? 0) : sentence.end;
  }

  function boundaryAfter(previous: Head): number {
    const end = Math.max(tokens[previous.last]!.end, previous.isInverted ? previous.source.end : 0);
    const upTo = Math.min(head.source.start, tokens[head.first]!.start);
    const joint = [
      ...text.slice(end, Math.max(end, upTo)).matchAll(/[,;]\s*(?:and|but|while)?\s|\b(?:and|but|while)\s/g),
    ].at(-1);
    return joint && head.isInverted === false ? end + joint.index : end;
  }
}
