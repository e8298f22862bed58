import { bounds } from '../model/edtf.js';
import type { Catalogue, Concept, Property, Relation } from '../model/catalogue.js';
import { fold } from '../model/fold.js';
import type { Condition, Operator } from '../plan/plan.js';
import { hop } from './hop.js';
import { matching } from './matches.js';
import type { Params } from './params.js';

type Input = Readonly<Record<string, unknown>>;
const given = (input: Input) =>
  Object.entries(input).filter(([, value]) => value !== null && value !== undefined);
const all = (of: readonly Condition[]): Condition => (of.length === 1 ? of[0]! : { is: 'and', of });
const not = (of: Condition): Condition => ({ is: 'not', of });
const operators: Record<string, Operator> = { eq: '=', in: 'in', gt: '>', gte: '>=', lt: '<', lte: '<=' };

/** Turns filter inputs into conditions. What is null counts as not given; {} holds always. */
export class Filters {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly params: Params,
  ) {}

  of(concept: Concept, input: Input): Condition {
    return all(given(input).map(([key, value]) => this.condition(concept, key, value as Input)));
  }

  private condition(concept: Concept, key: string, value: Input): Condition {
    if (key === 'AND')
      return { is: 'and', of: (value as unknown as Input[]).map((v) => this.of(concept, v)) };
    if (key === 'OR') return { is: 'or', of: (value as unknown as Input[]).map((v) => this.of(concept, v)) };
    if (key === 'NOT') return not(this.of(concept, value));
    const field = concept.fields.get(key);
    if (field?.is === 'property') return this.property(field, value);
    if (field?.is === 'relation') return field.many ? this.list(field, value) : this.related(field, value);
    if (key === 'anyName') return { is: 'named', where: this.text('text', 'fold', 'words', value) };
    if (key === 'kind') return this.kind(value);
    if (key === 'on' || key === 'maybeOn')
      return { is: 'held', surely: key === 'on', day: this.params.add(value) };
    const narrowed = this.catalogue.concept(key.slice('as'.length));
    return all([{ is: 'kind', concepts: [narrowed.name] }, this.of(narrowed, value)]);
  }

  private property({ name, type, sort }: Property, value: Input): Condition {
    if (type === 'edtf') return this.when(name, value);
    if (type === 'text') return this.text(name, `${name}_fold`, `${name}_words`, value, Boolean(sort));
    if (type === 'boolean') return this.compare(name, '=', value);
    if (type === 'instant') {
      return all(given(value).map(([key, v]) => this.compare(name, key === 'before' ? '<' : '>', v)));
    }
    return all(given(value).map(([key, v]) => this.compare(name, operators[key]!, v)));
  }

  private compare(column: string, op: Operator, value: unknown): Condition {
    return { is: 'compare', column, op, param: this.params.add(value) };
  }

  /** @param indexed whether an index has the folded text: what is equal is equal there too, and is found by it. */
  private text(column: string, folded: string, words: string, value: Input, indexed = false): Condition {
    return all(
      given(value).map(([key, v]) => {
        if (key === 'contains') return this.compare(folded, 'contains', fold(v as string));
        if (key === 'startsWith') return this.compare(folded, 'starts', fold(v as string));
        if (key === 'matches') return matching(v as string, words, this.params);
        if (key === 'eq' && indexed)
          return all([this.compare(folded, '=', fold(v as string)), this.compare(column, '=', v)]);
        return this.compare(column, operators[key]!, v);
      }),
    );
  }

  private when(name: string, value: Input): Condition {
    const known: Condition = { is: 'known', column: `${name}_from` };
    const from = (op: Operator, day: unknown) => this.compare(`${name}_from`, op, day);
    const to = (op: Operator, day: unknown) => this.compare(`${name}_to`, op, day);
    return all(
      given(value).map(([key, v]): Condition => {
        if (key === 'known') return (v as unknown) ? known : not(known);
        if (key === 'before') return all([known, to('<', v)]);
        if (key === 'after') return from('>', v);
        const range = bounds(v as string);
        return key === 'within'
          ? all([from('>=', range.from), to('<=', range.to)])
          : all([known, from('<=', range.to), to('>=', range.from)]);
      }),
    );
  }

  private kind(value: Input): Condition {
    return all(
      given(value).map(([, kinds]) => ({
        is: 'kind',
        concepts: [kinds].flat().map((k) => this.catalogue.concrete.find((c) => c.kind === k)!.name),
      })),
    );
  }

  private related(relation: Relation, value: Input): Condition {
    return { is: 'related', hop: hop(this.catalogue, relation, true), where: this.inner(relation, value) };
  }

  private inner(relation: Relation, value: Input): Condition | undefined {
    const where = this.of(this.catalogue.concept(relation.to), value);
    return where.is === 'and' && !where.of.length ? undefined : where;
  }

  private list(relation: Relation, value: Input): Condition {
    const step = hop(this.catalogue, relation);
    return all(
      given(value).flatMap(([key, v]): Condition[] => {
        if (key === 'count') {
          return given(v as Input).map(([op, n]) => ({
            is: 'count',
            hop: step,
            op: operators[op]!,
            param: this.params.add(n),
          }));
        }
        const where = this.inner(relation, v as Input);
        if (key === 'some') return [{ is: 'related', hop: step, where }];
        if (key === 'none') return [not({ is: 'related', hop: step, where })];
        return where ? [not({ is: 'related', hop: step, where: not(where) })] : [];
      }),
    );
  }
}
