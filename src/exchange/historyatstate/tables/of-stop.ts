import type { Rests, StopEntry } from '../entries.js';

/** A stop in which only what another record says names that record: most rest on the stop's own. */
export function bare(stop: StopEntry): StopEntry {
  const own = JSON.stringify(stop.rests);
  return resting(stop, (rests) => (JSON.stringify(rests) === own ? undefined : rests));
}

/** The stop again as it was. */
export const whole = (stop: StopEntry): StopEntry => resting(stop, (rests) => rests ?? stop.rests);

function resting(stop: StopEntry, of: (rests: Rests) => Rests | undefined): StopEntry {
  const each = <T extends { readonly rests: Rests }>(all: readonly T[]): readonly T[] =>
    all.map((one) => ({ ...one, rests: of(one.rests) }) as T);
  return { ...stop, visitors: each(stop.visitors), remarked: each(stop.remarked) };
}
