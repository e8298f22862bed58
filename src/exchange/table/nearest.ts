import { jaroWinkler } from '@skyra/jaro-winkler';

const ALIKE = 0.8;

/** `; did you mean 'country'?`, where a name is like the one typed. */
export function didYouMean(typed: string, names: readonly string[]): string {
  const scored = names.map((name) => [jaroWinkler(typed.toLowerCase(), name.toLowerCase()), name] as const);
  const [score, best] = scored.reduce((a, b) => (b[0] > a[0] ? b : a), [0, ''] as const);
  return score >= ALIKE ? `; did you mean '${best}'?` : '';
}
