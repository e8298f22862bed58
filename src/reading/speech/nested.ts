import type { Attribution } from '../work.js';

const ANSWERS = new Set(['ACCEPTS', 'REFUSES', 'AGREES', 'CONFIRMS', 'DENIES']);

/**
 * What one says within another's words. "The United States accepted the invitation, Ortagus said" is one statement, of
 * Ortagus, and it accepts; where the inner one says something of its own, it came via the outer.
 */
export function nested(attributions: readonly Attribution[]): Attribution[] {
  const acts = new Map<Attribution, string>();
  const outer = new Map<Attribution, Attribution>();
  for (const inner of attributions)
    for (const other of attributions)
      if (
        other !== inner &&
        inner.cue &&
        isWithin(inner.cue.start, other) &&
        isWithin(inner.source.start, other)
      )
        outer.set(inner, other);
  const kept = attributions.filter((inner) => {
    const other = outer.get(inner);
    if (!other || inner.form !== 'INDIRECT' || inner.noun || !ANSWERS.has(inner.act)) return true;
    if (other.act === 'SAYS') acts.set(other, inner.act);
    return false;
  });
  return kept.map((a) => {
    const other = outer.get(a);
    return {
      ...a,
      ...(acts.has(a) ? { act: acts.get(a)! } : {}),
      ...(other && kept.includes(other) ? { via: other.source } : {}),
    };
  });
}

const isWithin = (at: number, { content }: Attribution) => content.some((c) => c.start <= at && at < c.end);
