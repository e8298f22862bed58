import { readFileSync } from 'node:fs';

/** @returns what says how many per cent of the processors other virtual machines on the host have taken since, as Linux counts it; null where the system does not. */
export function stealing() {
  const before = processor();
  return () => {
    const now = processor();
    return before && now
      ? Math.round((1000 * (now.stolen - before.stolen)) / (now.all - before.all)) / 10
      : null;
  };
}

function processor() {
  try {
    const ticks = readFileSync('/proc/stat', 'utf8').split('\n', 1)[0].split(/\s+/).slice(1, 9).map(Number);
    return { all: ticks.reduce((sum, of) => sum + of, 0), stolen: ticks[7] };
  } catch {
    return undefined;
  }
}
