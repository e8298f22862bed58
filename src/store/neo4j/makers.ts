import type { Catalogue } from '../../model/catalogue.js';
import { isFact, ties, type Tie } from '../../model/ties.js';
import type { Period } from '../../plan/ties.js';
import { overlap } from '../overlap.js';
import { parameter } from './source.js';

const text = (value: string) => `'${value}'`;
const list = (values: readonly string[]) => `[${[...new Set(values)].join(', ')}]`;

/** One way in which a kind of fact makes a tie: the labels of its relations to the near and to the far end. */
interface Way {
  readonly tie: Tie;
  readonly near: string;
  readonly far: string;
}

/** What facts and relations make ties, as Cypher: one pattern for them all, told apart by the types of its relations. */
export class Makers {
  private readonly ways: readonly Way[];
  /** Types of relations from facts, as a pattern names them. */
  readonly near: string;
  readonly far: string;

  constructor(private readonly catalogue: Catalogue) {
    this.ways = ties(catalogue)
      .filter(isFact)
      .flatMap((tie) =>
        tie.near
          .filter((field) => field !== tie.far)
          .map((field) => ({ tie, near: this.label(tie, field), far: this.label(tie, tie.far) })),
      );
    this.near = [...new Set(this.ways.map((way) => way.near))].join('|');
    this.far = [...new Set(this.ways.map((way) => way.far))].join('|');
  }

  private label({ owner }: Tie, field: string): string {
    return this.catalogue.stored.find((s) => s.owner === owner && s.field === field)!.label;
  }

  /** Every name a fact's tie has, from either end. */
  get factNames(): string {
    return list(this.ways.flatMap(({ tie }) => [text(tie.relation), text(tie.inverse)]));
  }

  /** The names of all ties as they read from the far end. */
  get inverses(): string {
    return list(ties(this.catalogue).map((tie) => text(tie.inverse)));
  }

  /** Which types of relations make a tie of which name: as texts, since a list of texts is looked up and one of lists is not. */
  get names(): string {
    return list(
      this.ways.flatMap(({ tie, near, far }) =>
        [tie.relation, tie.inverse].map((name) => text(`${name} ${near} ${far}`)),
      ),
    );
  }

  /** The name of the tie that relations of the types `near` and `far` make. */
  named(name: 'relation' | 'inverse', near: string, far: string): string {
    const cases = this.ways.map(
      (way) => `WHEN ${text(`${way.near} ${way.far}`)} THEN ${text(way.tie[name])}`,
    );
    return `CASE ${near} + ' ' + ${far} ${cases.join(' ')} END`;
  }

  /** That the fact `f` makes a tie by its relation `near` to the near end. */
  counts(f: string, near: string): string {
    const found = ties(this.catalogue)
      .filter(isFact)
      .flatMap((tie) => {
        const instead = tie.near.map((field, i) => {
          const before = tie.near.slice(0, i).map((other) => this.label(tie, other));
          return i
            ? `(${near} <> ${text(this.label(tie, field))} OR NOT EXISTS { (${f})-[:${before.join('|')}]->() })`
            : '';
        });
        const { except } = tie;
        return [
          ...instead,
          except ? `NOT (${f}:${tie.owner} AND ${f}.${except.column} = ${text(except.value)})` : '',
        ];
      });
    return [...new Set(found)].filter(Boolean).join(' AND ');
  }

  /** The first day a fact can mean. */
  day(f: string): string {
    return this.byConcept(f, (owner) => `${f}.${this.catalogue.concept(owner).chronology}_from`);
  }

  within(f: string, period: Period): string {
    const days = { from: parameter(period.from), to: parameter(period.to) };
    return this.byConcept(f, (owner) => overlap(this.catalogue, owner, f, days)!);
  }

  private byConcept(f: string, value: (owner: string) => string): string {
    const owners = [...new Set(this.ways.map(({ tie }) => tie.owner))];
    return `CASE ${f}.concept ${owners.map((owner) => `WHEN ${text(owner)} THEN ${value(owner)}`).join(' ')} END`;
  }

  /** The relations of entities that have a date, of an owner `n` in a period: their types, the condition and the name. */
  own(
    n: string,
    name: 'relation' | 'inverse',
    period: Period,
  ): { types: string; where: string; name: string } {
    const days = { from: parameter(period.from), to: parameter(period.to) };
    const dated = ties(this.catalogue).flatMap((tie) => {
      const when = isFact(tie) ? undefined : overlap(this.catalogue, tie.owner, n, days);
      return when ? [{ tie, when, label: this.label(tie, tie.far) }] : [];
    });
    const owners = new Map(dated.map(({ tie, when }) => [tie.owner, when]));
    const names = dated.map(
      ({ tie, label }) => `WHEN ${text(`${tie.owner} ${label}`)} THEN ${text(tie[name])}`,
    );
    return {
      types: [...new Set(dated.map(({ label }) => label))].join('|'),
      where: `CASE ${n}.concept ${[...owners].map(([owner, when]) => `WHEN ${text(owner)} THEN ${when}`).join(' ')} END`,
      name: `CASE ${n}.concept + ' ' + type(r) ${names.join(' ')} END`,
    };
  }
}
