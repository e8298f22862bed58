import { isOpen } from '../../model/licence.js';
import { layout } from '../../plan/layout.js';
import type { Answer, Shape, Take } from '../../plan/plan.js';
import type { Making } from './making.js';
import { Pages, type RawPage } from './page.js';
import { FEW, type Told } from './told.js';

export type Row = readonly unknown[];

/** Makes the record whose values begin at a place of a raw row. */
export type Make<T> = (row: Row, at: number, told: Told) => T;

/** The makers of records and pages: for each shape one, made when it is first met. */
export class Records<T> {
  readonly pages: Pages<T>;
  private readonly known = new WeakMap<Shape, Make<T>>();
  private readonly nothing: T;

  constructor(readonly make: Making<T>) {
    this.pages = new Pages(this);
    this.nothing = make.value(null);
  }

  of(shape: Shape): Make<T> {
    const before = this.known.get(shape);
    if (before) return before;
    const cases = new Map(
      [...shape.cases].map(([concept, answers]) => [concept, this.one(shape, concept, answers)]),
    );
    const made: Make<T> = (row, at, told) => {
      const concept = row[at] as string | null;
      if (!concept) return this.nothing;
      told.records++;
      return cases.get(concept)!(row, at, told);
    };
    this.known.set(shape, made);
    return made;
  }

  private one(shape: Shape, concept: string, answers: readonly Answer[]): Make<T> {
    const object = this.make.object(
      answers.map((answer) => answer.key),
      concept,
    );
    const values = answers.map((answer) => this.value(shape, concept, answer));
    return (row, at, told) => object(values.map((value) => value(row, at, told)));
  }

  private value(shape: Shape, concept: string, answer: Answer): Make<T> {
    const { make } = this;
    if (answer.is === 'typename') {
      const typename = make.value(concept);
      return () => typename;
    }
    const place = layout(shape).places[answer.slot]!;
    const slot = shape.slots[answer.slot]!;
    if (answer.is === 'value') {
      const { type, required, licence } = answer;
      const under = licence === undefined ? undefined : layout(shape).places[licence]!;
      return (row, at, told) => {
        const isShown = under === undefined || told.mayReadIn || isOpen(row[at + under] as string | null);
        const raw = isShown ? row[at + place] : null;
        if (raw === null && required)
          throw new Error(`a ${concept} has no ${answer.key}, which it must have`);
        return make.value(type === 'boolean' && raw !== null ? Boolean(raw) : raw);
      };
    }
    if (answer.is === 'structs') {
      const structs = this.structs(shape, answer);
      return (row, at, told) => make.list(structs(row, at, told));
    }
    if (slot.is === 'one') {
      const one = this.of(slot.shape);
      return (row, at, told) => one(row, at + place, told);
    }
    if (slot.is === 'list') {
      const one = this.of(slot.shape);
      return (row, at, told) => make.list(few(row[at + place] as Row[], told, (r) => one(r, 1, told)));
    }
    if (slot.is !== 'page') throw new Error(`slot ${answer.slot} is a ${slot.is}, not a ${answer.is}`);
    const page = this.pages.of(slot.page);
    const width = 2 + slot.page.groupings.length;
    return (row, at, told) => page(row.slice(at + place, at + place + width) as unknown as RawPage, told);
  }

  /** Makes the structures in the one field that is taken of a record, as they are, for a list of several records'. */
  structsOf(shape: Shape): (row: Row, at: number, told: Told) => readonly T[] {
    const cases = new Map(
      [...shape.cases].map(([concept, [answer]]) => {
        if (answer?.is !== 'structs') throw new Error('one field of structures is taken');
        return [concept, this.structs(shape, answer)];
      }),
    );
    return (row, at, told) => cases.get(row[at] as string)!(row, at, told);
  }

  private structs(shape: Shape, { take, links, slot: own }: Extract<Answer, { is: 'structs' }>) {
    const place = layout(shape).places[own]!;
    const linked = [...new Set(links.values())].map((slot) => {
      const of = shape.slots[slot]!;
      if (of.is !== 'list') throw new Error(`slot ${slot} holds no list`);
      return { slot, place: layout(shape).places[slot]!, one: this.of(of.shape) };
    });
    const taken = this.taken(take);
    return (row: Row, at: number, told: Told): T[] => {
      const records = new Map(
        linked.map(({ slot, place: p, one }) => {
          const rows = new Map((row[at + p] as Row[]).map((r) => [r[0] as string, r]));
          const find: Find<T> = (id) => {
            const found = rows.get(id);
            return found ? one(found, 1, told) : this.nothing;
          };
          return [slot, find];
        }),
      );
      const all = JSON.parse(row[at + place] as string) as Record<string, unknown>[];
      return few(all, told, (struct) => taken(struct, records));
    };
  }

  private taken(
    take: readonly Take[],
  ): (struct: Record<string, unknown>, records: ReadonlyMap<number, Find<T>>) => T {
    const object = this.make.object(take.map(({ key }) => key));
    const values = take.map(({ name, typename, of, link }) => {
      const inner = of && this.taken(of);
      return (struct: Record<string, unknown>, records: ReadonlyMap<number, Find<T>>): T => {
        if (typename) return this.make.value(typename);
        const value = struct[name] ?? null;
        if (value === null) return this.nothing;
        if (link !== undefined) return records.get(link)!(value as string);
        return inner ? inner(value as Record<string, unknown>, records) : this.make.value(value);
      };
    });
    return (struct, records) => object(values.map((value) => value(struct, records)));
  }
}

type Find<T> = (id: string) => T;

/** A list without pages: more than a few of its records count on neither side of the limits. */
function few<R, T>(rows: readonly R[], told: Told, one: (row: R) => T): T[] {
  let counted = told.records;
  const made = rows.map((row, i) => {
    const value = one(row);
    if (i < FEW) counted = told.records;
    return value;
  });
  told.records = counted;
  return made;
}
