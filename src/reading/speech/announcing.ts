import type { Attribution, Parts } from '../work.js';
import type { Phrases } from './phrases.js';

const LEAST = 12;
/** So many words are no title and no nickname, whatever stands before them. */
const WORDS = 5;

/**
 * A sentence that ends in a colon and a quotation has its subject speak, whatever its verb: "Bolsonaro opposed the statement:
 * “…”". Without a colon only a person's does, and only where more is quoted than a title or a nickname. Of those that name
 * nobody, nothing is said.
 */
export function announcing(
  { tokens, view, quotes, quoteOf }: Parts,
  phrases: Phrases,
  {
    first,
    last,
    number,
    inside,
  }: {
    readonly first: number;
    readonly last: number;
    readonly number: number;
    readonly inside: readonly number[];
  },
): Attribution | undefined {
  const quote = inside[0] === undefined ? undefined : quotes[inside[0]];
  if (!quote || quote.end - quote.start < LEAST) return undefined;
  let cue = first;
  while (cue < last && quoteOf[cue]! < 0) cue++;
  cue--;
  if (cue < first) return undefined;
  const hasColon = /^ ?: ?$/.test(view.text.slice(tokens[cue]!.end, quote.start));
  const quoted = view.text.slice(quote.inner.start, quote.inner.end);
  if (!hasColon && ((quoted.match(/\p{L}+/gu)?.length ?? 0) < WORDS || isTitle(quoted))) return undefined;
  // "Daron Shaw: “…”"
  const own = hasColon ? phrases.endingAt(cue, first) : undefined;
  if (own?.first === first && own.name)
    return {
      sentence: number,
      source: own,
      content: inside.map((n) => ({ start: quotes[n]!.start, end: quotes[n]!.end })),
      form: 'DIRECT',
      act: 'SAYS',
    };
  for (let i = first; i < cue; i++) {
    const name = phrases.nameAt(i);
    const begins = i === first || /,/.test(phrases.gap(i - 1));
    const isSubject = name
      ? name.kind === 'PERSON' || (hasColon && name.kind === 'BODY')
      : begins && (hasColon || /^(?:he|she)$/.test(tokens[i]!.norm));
    const source = isSubject ? phrases.startingAt(i, cue) : undefined;
    if (source && !source.each && source.last < cue)
      return {
        sentence: number,
        source,
        cue: { start: tokens[cue]!.start, end: tokens[cue]!.end },
        content: inside.map((n) => ({ start: quotes[n]!.start, end: quotes[n]!.end })),
        form: hasColon ? 'DIRECT' : 'MIXED',
        act: 'SAYS',
      };
  }
  return undefined;
}

/** Most of its words have capitals. */
function isTitle(text: string): boolean {
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  return words.filter((w) => /^\p{Lu}/u.test(w)).length > words.length / 2;
}
