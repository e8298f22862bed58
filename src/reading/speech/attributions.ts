import type { Stretch } from '../text/paragraphs.js';
import type { Attribution, Name, Parts } from '../work.js';
import { contentOf } from './content.js';
import { announcing } from './announcing.js';
import { headsOf, type Head } from './heads.js';
import { nested } from './nested.js';
import { speechNouns } from './speech-nouns.js';
import { Phrases } from './phrases.js';

/** Everything that the text attributes to somebody: direct, mixed and indirect speech, in the order of the text. */
export function attributionsOf(parts: Parts, names: readonly Name[]): Attribution[] {
  const { sentences, tokens, quotes, view } = parts;
  const phrases = new Phrases(parts, names);
  const found: Attribution[] = [];
  const taken = new Set<number>();
  let first = 0;
  let q = 0;
  sentences.forEach((sentence, number) => {
    while (first < tokens.length && tokens[first]!.start < sentence.start) first++;
    let last = first;
    while (last < tokens.length && tokens[last]!.start < sentence.end) last++;
    while (q < quotes.length && quotes[q]!.end <= sentence.start) q++;
    const inside: number[] = [];
    for (let i = q; i < quotes.length && quotes[i]!.start < sentence.end; i++) inside.push(i);
    const heads = last > first ? headsOf(parts, phrases, first, last - 1) : [];
    const own = heads.flatMap((head, i) => read(head, i, heads, number, inside, last));
    const made =
      last > first ? [...own, ...speechNouns(parts, phrases, first, last - 1, heads, number)] : own;
    found.push(...nested(made));
    if (!own.some((a) => a.form !== 'INDIRECT')) {
      const announced = own.length ? undefined : announcing(parts, phrases, { first, last, number, inside });
      if (!announced) carryOn(number, inside);
      else {
        for (const n of inside) taken.add(n);
        found.push(announced);
      }
    }
  });
  return found.sort((a, b) => a.content[0]!.start - b.content[0]!.start);

  function read(
    head: Head,
    i: number,
    heads: readonly Head[],
    number: number,
    inside: readonly number[],
    last: number,
  ): Attribution[] {
    const content = contentOf(parts, phrases, head, { heads, at: i, sentence: number, inside, last, taken });
    if (!content) return [];
    // Also one that ends right before the sentence: "…?" Trump asked.
    const near = [...inside, (inside[0] ?? q) - 1].filter((n) => n >= 0 && n < quotes.length);
    const within = near.filter((n) =>
      content.pieces.some((p) => quotes[n]!.start >= p.start && quotes[n]!.end <= p.end),
    );
    for (const n of within) taken.add(n);
    const form = formOf(content.pieces, within);
    return [
      {
        sentence: number,
        source: head.cites ?? head.source,
        via: head.cites ? head.source : head.via,
        cue: { start: tokens[head.first]!.start, end: tokens[head.last]!.end },
        content: content.pieces,
        form,
        act: head.cue.act,
        ...((content.channel ?? head.cue.channel) ? { channel: content.channel ?? head.cue.channel } : {}),
        ...(content.audience ? { audience: content.audience } : {}),
      },
    ];
  }

  /** Whether what is said stands in quotation marks: all of it, some of it, nothing. */
  function formOf(pieces: readonly Stretch[], within: readonly number[]): Attribution['form'] {
    if (!within.length) return 'INDIRECT';
    const covered = within.reduce((sum, n) => sum + (quotes[n]!.end - quotes[n]!.start), 0);
    const rest = pieces.reduce((sum, p) => sum + (p.end - p.start), 0) - covered;
    const words = pieces.map((p) => view.text.slice(p.start, p.end)).join(' ');
    // A bracket or a dash between two quotations is no word of the reporter's.
    return rest > 3 && /\p{L}/u.test(outside(words)) ? 'MIXED' : 'DIRECT';
  }

  /** A quotation without a verb of its own goes on the one before it: in the same paragraph, or over paragraphs. */
  function carryOn(number: number, inside: readonly number[]): void {
    const sentence = sentences[number]!;
    const loose = inside.filter((n) => !taken.has(n));
    const last = found.at(-1);
    if (!loose.length || !last || (last.form === 'INDIRECT' && !/[:,]$/.test(ending(last)))) return;
    const quote = quotes[loose[0]!]!;
    const alone =
      outside(view.text.slice(sentence.start, sentence.end)).replace(/[^\p{L}]/gu, '').length === 0;
    const near = sentences[last.sentence]!.paragraph >= sentence.paragraph - 1;
    if (!alone || !near || !(last.form !== 'INDIRECT')) return;
    const isNext =
      quote.continues ||
      sentences[last.sentence]!.paragraph === sentence.paragraph ||
      isLoneParagraph(number);
    if (!isNext) return;
    for (const n of loose) taken.add(n);
    const more = loose.map((n) => ({ start: quotes[n]!.start, end: quotes[n]!.end }));
    (last as { content: readonly Stretch[] }).content = [...last.content, ...more];
    (last as { sentence: number }).sentence = number;
  }

  /** The whole paragraph is one quotation. */
  function isLoneParagraph(number: number): boolean {
    const paragraph = parts.paragraphs[sentences[number]!.paragraph]!;
    return outside(view.text.slice(paragraph.start, paragraph.end)).replace(/[^\p{L}]/gu, '').length === 0;
  }

  function ending(attribution: Attribution): string {
    const { start, end } = sentences[attribution.sentence]!;
    return view.text.slice(start, end).trimEnd();
  }
}

/** What is left of a text without what stands in quotation marks. */
const outside = (text: string) =>
  text.replace(/“[^”]*(?:”|$)|"[^"]*(?:"|$)|«[^»]*(?:»|$)|‘.*?(?:’(?!\p{L})|$)/gu, ' ');
