import { likeness } from '../../../model/names/compare.js';
import { absenceOf, type Bearer } from './bearer.js';
import { gap, judge, maybe, type Rule, type Verdict } from './judge.js';

/** All the bearers who are one person, and how they were found to be. */
export interface Cluster {
  readonly bearers: readonly Bearer[];
  readonly rules: readonly Rule[];
}

/** Two clusters that may be one. */
export interface Likely {
  readonly a: Bearer;
  readonly b: Bearer;
  readonly score: number;
  readonly reason: string;
}

export interface Clustered {
  readonly clusters: readonly Cluster[];
  readonly likely: readonly Likely[];
}

/** The surest first, so that what is weak meets people, and not spellings. */
const order: readonly Rule[] = [
  'same name',
  'nickname',
  'sovereign',
  'spelt alike',
  'words left out',
  'surname alone',
];

/** Below this a likeness is not worth a curator's time. */
const WORTH_ASKING = 0.4;

/** From here on a word is the same surname, for whoever would bear it alone. */
const MUCH_ALIKE = 0.9;

interface Pair {
  readonly a: Bearer;
  readonly b: Bearer;
  readonly verdict: Verdict;
}

/** The people among the bearers of names: what is certain is joined, what is likely is told. Deterministic. */
export function cluster(all: readonly Bearer[], sameLine: (a: string, b: string) => boolean): Clustered {
  const bearers = [...all].sort((a, b) => (a.key < b.key ? -1 : 1));
  const pairs = pairsOf(bearers, sameLine);
  const groups = new Groups(bearers, pairs);
  for (const rule of order) {
    const sure = pairs
      .filter(({ verdict }) => verdict.is === 'ONE' && verdict.rule === rule)
      .sort((p, q) => gap(p.a, p.b) - gap(q.a, q.b));
    const open = sure.filter((pair) => !groups.isAmbiguous(pair, sure));
    for (const { a, b } of open) groups.join(a, b, rule);
  }
  groups.reunite();
  return { clusters: groups.clusters(), likely: groups.likely() };
}

function pairsOf(bearers: readonly Bearer[], sameLine: (a: string, b: string) => boolean): Pair[] {
  const countries = [...new Set(bearers.map((b) => b.country))];
  const lines = new Map(
    countries.map((c) => [c, new Set(countries.filter((d) => c === d || sameLine(c, d) || sameLine(d, c)))]),
  );
  return bearers.flatMap((a, i) =>
    bearers
      .filter((b, j) => j > i && lines.get(a.country)!.has(b.country))
      .map((b) => ({ a, b, verdict: withPrior(a, b, judge(a, b)) })),
  );
}

/** What an earlier import held to be one or two stays so. */
function withPrior(a: Bearer, b: Bearer, verdict: Verdict): Verdict {
  if (!a.priorId || !b.priorId) return verdict;
  if (a.priorId === b.priorId) return { is: 'ONE', rule: 'same name', score: 1, reason: 'one before' };
  if (verdict.is !== 'ONE') return verdict;
  return { ...maybe(a, b, verdict.rule!), isAgainst: true };
}

class Groups {
  private readonly of = new Map<Bearer, Bearer[]>();
  private readonly rules = new Map<Bearer[], Rule[]>();
  private readonly verdicts = new Map<Bearer, Map<Bearer, Verdict>>();

  constructor(
    private readonly bearers: readonly Bearer[],
    private readonly pairs: readonly Pair[],
  ) {
    for (const one of bearers) {
      this.of.set(one, [one]);
      this.rules.set(this.of.get(one)!, []);
      this.verdicts.set(one, new Map());
    }
    for (const { a, b, verdict } of pairs) {
      this.verdicts.get(a)!.set(b, verdict);
      this.verdicts.get(b)!.set(a, verdict);
    }
  }

  join(a: Bearer, b: Bearer, rule: Rule): void {
    const [one, other] = [this.of.get(a)!, this.of.get(b)!];
    if (one === other || this.isKeptApart(one, other)) return;
    const all = [...one, ...other];
    this.rules.set(all, [...this.rules.get(one)!, ...this.rules.get(other)!, rule]);
    for (const bearer of all) this.of.set(bearer, all);
  }

  /** A short name that fits two people is nobody's for certain. */
  isAmbiguous({ a, b, verdict }: Pair, sure: readonly Pair[]): boolean {
    if (verdict.rule !== 'words left out' && verdict.rule !== 'surname alone' && verdict.rule !== 'sovereign')
      return false;
    const short = a.spelling.words.length < b.spelling.words.length ? a : b;
    const fits = sure.filter((p) => p.a === short || p.b === short).map((p) => (p.a === short ? p.b : p.a));
    const others = verdict.rule === 'surname alone' ? [...fits, ...this.namesakes(short)] : fits;
    const people = [...new Set([...others, a, b].filter((o) => o !== short).map((o) => this.of.get(o)!))];
    return people.some((p, i) =>
      people.slice(i + 1).some((q) => verdict.rule === 'surname alone' || this.isKeptApart(p, q)),
    );
  }

  /** Whoever else has that surname, whenever it may be in one life. */
  private namesakes(short: Bearer): Bearer[] {
    const word = short.spelling.words.at(-1)!;
    return this.bearers.filter(
      (o) =>
        (this.verdicts.get(short)!.get(o)?.is ?? 'TWO') !== 'TWO' &&
        o.spelling.words.length > 1 &&
        o.spelling.words.some((w) => likeness(w, word) > MUCH_ALIKE),
    );
  }

  private isKeptApart(one: readonly Bearer[], other: readonly Bearer[]): boolean {
    return one.some((a) =>
      other.some((b) => {
        const verdict = this.verdicts.get(a)!.get(b);
        return !verdict || verdict.is === 'TWO' || verdict.isAgainst;
      }),
    );
  }

  /** Who was long out of sight under one spelling may have been seen under another meanwhile. */
  reunite(): void {
    for (const { a, b } of this.pairs) {
      const absence = gap(during(this.of.get(a)!), during(this.of.get(b)!));
      if (a.spelling.key === b.spelling.key && absence <= absenceOf(a.spelling)) this.join(a, b, 'same name');
    }
  }

  clusters(): Cluster[] {
    return [...new Set(this.of.values())].map((bearers) => ({ bearers, rules: this.rules.get(bearers)! }));
  }

  /** The likeliest pair of any two clusters that nothing keeps apart for certain. */
  likely(): Likely[] {
    const best = new Map<string, Likely>();
    for (const { a, b, verdict } of this.pairs) {
      const [one, other] = [this.of.get(a)!, this.of.get(b)!];
      if (one === other || (verdict.is !== 'MAYBE' && verdict.is !== 'ONE') || this.areTwo(one, other))
        continue;
      const found = verdict.is === 'ONE' ? maybe(a, b, verdict.rule!) : verdict;
      const key = [one[0]!.key, other[0]!.key].sort().join(' ');
      if (found.score >= WORTH_ASKING && found.score > (best.get(key)?.score ?? 0))
        best.set(key, { a, b, score: found.score, reason: found.reason });
    }
    return [...best.values()];
  }

  private areTwo(one: readonly Bearer[], other: readonly Bearer[]): boolean {
    return one.some((a) => other.some((b) => this.verdicts.get(a)!.get(b)?.is === 'TWO'));
  }
}

const during = (bearers: readonly Bearer[]) => ({
  first: Math.min(...bearers.map((b) => b.first)),
  last: Math.max(...bearers.map((b) => b.last)),
});
