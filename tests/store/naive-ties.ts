import type { Expected } from './all-ties.js';

/** Paths and neighbours the plain way: every path is walked, all are sorted. */
export class NaiveTies {
  private readonly of = new Map<string, Expected[]>();

  constructor(ties: Iterable<Expected>) {
    for (const tie of ties) this.of.set(tie.near, [...(this.of.get(tie.near) ?? []), tie]);
  }

  private ties = (id: string) => this.of.get(id) ?? [];
  private degree = (id: string) => this.ties(id).length;

  /** Far ends and relations, strongest first. */
  neighbours(of: string, kinds: readonly string[] | undefined, first: number): string[] {
    return this.ties(of)
      .filter(({ far }) => !kinds || kinds.includes(kindOf(far)))
      .sort(strongest)
      .slice(0, first)
      .map(({ relation, far }) => `${relation} ${far}`);
  }

  /** Each path as the relations and ends it walks, in order. */
  paths(from: string, to: string, longest: number, first: number): string[] {
    const found: string[][] = [];
    const walk = (path: string[]) => {
      const at = path.at(-1)!;
      if (at === to && path.length > 1) return void found.push(path);
      if (path.length > longest) return;
      const next = new Set(this.ties(at).flatMap(({ far, fact }) => (fact ? [far] : [])));
      for (const far of next) if (!path.includes(far)) walk([...path, far]);
    };
    if (from !== to) walk([from]);
    const rank = (path: readonly string[]) => path.slice(1, -1).reduce((sum, id) => sum + this.degree(id), 0);
    const order = (a: string[], b: string[]) =>
      a.length - b.length || rank(a) - rank(b) || (a.join(' ') < b.join(' ') ? -1 : 1);
    return found
      .sort(order)
      .slice(0, first)
      .map((path) =>
        path
          .slice(1)
          .map((far, i) => `${this.relation(path[i]!, far)} ${far}`)
          .join(', '),
      );
  }

  private relation(near: string, far: string): string {
    const between = this.ties(near).filter((tie) => tie.fact && tie.far === far);
    return between.sort(strongest)[0]!.relation;
  }
}

const kindOf = (id: string) => id.slice(0, id.indexOf(':')).toUpperCase().replaceAll('-', '_');

const strongest = (a: Expected, b: Expected) =>
  b.records.length - a.records.length || (`${a.relation} ${a.far}` < `${b.relation} ${b.far}` ? -1 : 1);
