/** p50 and p95 of measured times, in their unit. */
export function percentiles(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null;
  return { p50: at(0.5), p95: at(0.95) };
}

/** To a tenth; what was not measured stays null. */
export const round = (x) => (x === null ? null : Math.round(x * 10) / 10);
