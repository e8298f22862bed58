/** A source that data rests on. */
export interface Credit {
  readonly name: string;
  readonly url?: string;
  readonly licence?: string;
  /** `YYYY-MM-DD` */
  readonly date?: string;
  readonly credit?: string;
}

const KEYS = ['name', 'url', 'licence', 'date', 'credit'] as const;

/** Where the store remembers what a seed or an import credits. */
export const creditsKey = (name: string): string => `sources:${name}`;

/** All sources that a store credits, each once, by name. */
export function creditsOf(meta: Iterable<readonly [key: string, value: string]>): Credit[] {
  const found = [...meta]
    .filter(([key]) => key.startsWith(creditsKey('')))
    .flatMap(([, value]) => JSON.parse(value) as Credit[])
    .map((given) => JSON.stringify(plain(given)));
  const names = new Map(found.map((text) => [text, JSON.parse(text) as Credit]));
  return [...names].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, credit]) => credit);
}

const plain = (given: Credit) =>
  Object.fromEntries(KEYS.flatMap((key) => (given[key] === undefined ? [] : [[key, given[key]]])));
