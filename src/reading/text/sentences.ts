import type { Stretch } from './paragraphs.js';
import type { Quote } from './quotes.js';

export interface Sentence extends Stretch {
  readonly paragraph: number;
}

const END = /[.!?…。！？]+/g;
const AFTER = /^[”"’»)\]]*/;

/**
 * The sentences of each paragraph. A quotation is never split: what stands in it and around it is one sentence, as long
 * as the words around it go on.
 */
export function sentencesOf(
  text: string,
  paragraphs: readonly Stretch[],
  quotes: readonly Quote[],
  abbreviations: ReadonlySet<string>,
): Sentence[] {
  const found: Sentence[] = [];
  let q = 0;
  paragraphs.forEach(({ start, end }, paragraph) => {
    let from = start;
    const cut = (at: number) => {
      const rest = text.slice(from, at);
      const begin = from + (rest.length - rest.trimStart().length);
      const last = from + rest.trimEnd().length;
      if (last > begin) found.push({ start: begin, end: last, paragraph });
      from = at;
    };
    while (quotes[q] && quotes[q]!.end <= start) q++;
    let last = q;
    while (quotes[last] && quotes[last]!.start < end) last++;
    const inside = quotes.slice(q, last);
    END.lastIndex = start;
    for (let match = END.exec(text); match && match.index < end; match = END.exec(text)) {
      const at = match.index;
      const quote = inside.find((o) => at >= o.start && at < o.end);
      let stop = at + match[0].length;
      if (quote) {
        // Only the end of a quotation may end a sentence.
        if (stop < quote.inner.end) continue;
        stop = quote.end;
        END.lastIndex = stop;
      }
      stop += AFTER.exec(text.slice(stop, end))![0].length;
      const next = text.slice(stop, Math.min(end, stop + 80));
      if (next && !/^\s/.test(next)) continue;
      if (!quote && match[0] === '.' && isAbbreviation(text, at, next, abbreviations)) continue;
      // After a quotation a small letter goes on; so does a name with its verb, which the stages after this look for.
      if (/^\s+[\p{Ll},;—–]/u.test(next)) continue;
      cut(stop);
    }
    cut(end);
  });
  return found;
}

function isAbbreviation(text: string, at: number, next: string, abbreviations: ReadonlySet<string>): boolean {
  const word = /[\p{L}\p{N}.]+$/u.exec(text.slice(Math.max(0, at - 20), at))?.[0] ?? '';
  const folded = word.toLowerCase();
  if (/^\p{Lu}$/u.test(word)) return true;
  if (abbreviations.has(folded))
    return /^\s+[\p{Lu}\p{N}]/u.test(next) && !/^(?:inc|co|corp|ltd|jr|sr|etc|am|pm)$/.test(folded);
  // U.S. goes on before a name; before the usual first words of a sentence it ends one.
  return (
    /^(?:\p{Lu}\.)+\p{Lu}$/u.test(word) &&
    !/^\s+(?:The|A|An|In|On|He|She|It|They|But|And|This|That|These|Those|We|I)\s/.test(next)
  );
}
