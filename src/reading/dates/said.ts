import type { Attribution, Parts } from '../work.js';
import { dateIn } from './date.js';

/** The day on which something was said: as the words around its verb have it, outside of what was said; else unknown here. */
export function saidOf(
  attribution: Attribution,
  { view, sentences }: Parts,
  day: string,
): string | undefined {
  const sentence = sentences[attribution.sentence]!;
  const { cue, content } = attribution;
  if (!cue) return undefined;
  const begin = Math.max(sentence.start, Math.min(attribution.source.start, cue.start) - 60);
  const end = Math.min(sentence.end, Math.max(attribution.source.end, cue.end) + 60);
  if (begin >= end) return undefined;
  let around = view.text.slice(begin, end);
  // What was said has dates of its own.
  for (const { start, end: until } of content) {
    const [a, b] = [Math.max(0, start - begin), Math.max(0, until - begin)];
    if (b > a)
      around =
        around.slice(0, a) +
        ' '.repeat(Math.min(b, around.length) - Math.min(a, around.length)) +
        around.slice(b);
  }
  const found = dateIn(around, day);
  return found && found.length >= 10 && found <= day ? found : undefined;
}
