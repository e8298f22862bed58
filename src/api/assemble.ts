import type { Answer, EdgeField, Lookup, Page, PageField, Shape, Take } from '../plan/plan.js';
import { begins, layout } from '../plan/layout.js';
import { Groups, type RawGroups } from './groups.js';
import { writeCursor } from '../planner/cursor.js';

/** Where an answered record keeps its type: a symbol, since every name may be somebody's alias. */
export const TYPE = Symbol('type');

type Row = readonly unknown[];
export type Answered = { [TYPE]?: string } & Record<string, unknown>;

/** The record whose values begin at a place of a raw row, as the answer the selection asks for. */
export function record(shape: Shape, row: Row | null, at = 0): Answered | null {
  const concept = row?.[at] as string | null | undefined;
  if (!row || !concept) return null;
  const out: Answered = { [TYPE]: concept };
  for (const answer of shape.cases.get(concept) ?? [])
    out[answer.key] = value(shape, answer, row, at, concept);
  return out;
}

function value(shape: Shape, answer: Answer, row: Row, at: number, concept: string): unknown {
  if (answer.is === 'typename') return concept;
  const place = at + layout(shape).places[answer.slot]!;
  const raw = row[place];
  const slot = shape.slots[answer.slot]!;
  if (answer.is === 'value') return answer.type === 'boolean' && raw !== null ? Boolean(raw) : raw;
  if (answer.is === 'structs') {
    const linked = new Map(
      [...answer.links.values()].map((place) => [place, linkedRecords(shape, place, row, at)]),
    );
    return (JSON.parse(raw as string) as Record<string, unknown>[]).map((struct) =>
      taken(answer.take, struct, linked),
    );
  }
  if (slot.is === 'one') return record(slot.shape, row, place);
  if (slot.is === 'list') return (raw as Row[]).map((r) => record(slot.shape, r, 1));
  if (slot.is === 'page')
    return page(slot.page, row.slice(place, place + 2 + slot.page.groupings.length) as unknown as RawPage);
  throw new Error(`slot ${answer.slot} is a ${slot.is}, not a ${answer.is}`);
}

function linkedRecords(shape: Shape, place: number, row: Row, at: number): Map<string, Answered | null> {
  const slot = shape.slots[place]!;
  if (slot.is !== 'list') throw new Error(`slot ${place} holds no list`);
  const rows = row[at + layout(shape).places[place]!] as Row[];
  return new Map(rows.map((r) => [r[0] as string, record(slot.shape, r, 1)]));
}

function taken(
  take: readonly Take[],
  struct: Record<string, unknown>,
  linked: ReadonlyMap<number, ReadonlyMap<string, unknown>>,
): Answered {
  const out: Answered = {};
  for (const { key, name, typename, of, link } of take) {
    const inner = struct[name] ?? null;
    if (typename) out[key] = typename;
    else if (link !== undefined)
      out[key] = inner === null ? null : (linked.get(link)?.get(inner as string) ?? null);
    else out[key] = of && inner ? taken(of, inner as Record<string, unknown>, linked) : inner;
  }
  return out;
}

/** What a search says of a row: how well it fits, and its text with marks. */
export interface Found {
  score(row: Row): number;
  highlight(row: Row): string;
}

type RawPage = readonly [rows: Row[] | null, total: number | null, ...groupings: RawGroups[]];

/** A page's raw rows, count and groups as the connection the selection asks for. */
export function page(plan: Page, [raw, total, ...groupings]: RawPage, found?: Found): Answered {
  const { size, signature, typename } = plan.answer;
  const more = (raw?.length ?? 0) > size;
  const rows = (raw ?? []).slice(0, size);
  if (plan.backward) rows.reverse();
  const places = begins(plan);
  const cursor = (row: Row | undefined) => (row ? writeCursor(signature, row[0] as unknown[]) : null);
  const shown = (row: Row, place: number) => record(plan.rows[place]!, row, places[place]);
  const info: Readonly<Record<string, () => unknown>> = {
    __typename: () => 'PageInfo',
    startCursor: () => cursor(rows[0]),
    endCursor: () => cursor(rows.at(-1)),
    hasNextPage: () => (plan.backward ? Boolean(plan.before) : more),
    hasPreviousPage: () => (plan.backward ? more : Boolean(plan.after)),
  };
  const edge = typename.replace(/Connection$/, 'Edge');
  const answer = (field: PageField): unknown => {
    if (field.is === 'typename') return typename;
    if (field.is === 'totalCount') return total;
    if (field.is === 'edges') {
      const value = (row: Row, { is, rows: place }: EdgeField) =>
        is === 'typename'
          ? edge
          : is === 'cursor'
            ? cursor(row)
            : is === 'node'
              ? shown(row, place)
              : found![is](row);
      return rows.map((row) => Object.fromEntries(field.fields.map((f) => [f.key, value(row, f)])));
    }
    if (field.is === 'nodes') return rows.map((row) => shown(row, field.rows));
    if (field.is === 'groups') {
      const { levels } = plan.groupings[field.grouping]!;
      return new Groups(levels, groupings[field.grouping]!, record).of(field.fields);
    }
    return Object.fromEntries(field.fields.map(({ key, name }) => [key, info[name]!()]));
  };
  return Object.fromEntries(plan.answer.fields.map((field) => [field.key, answer(field)]));
}

export type Candidate = { readonly id: string; readonly name: string; readonly description: string | null };

/** What a look-up found; several records of the best rank are told apart by the caller. */
export function lookup(plan: Lookup, raw: unknown): { answer: unknown } | { ambiguous: Candidate[] } {
  if (plan.by === 'ids')
    return { answer: ((raw ?? []) as (Row | null)[]).map((row) => record(plan.shape, row)) };
  if (plan.by !== 'name') return { answer: record(plan.shape, raw as Row | null) };
  const rows = (raw ?? []) as Row[];
  const best = rows.filter(([rank]) => rank === rows[0]![0]);
  if (best.length < 2) return { answer: record(plan.shape, best[0] ?? null, 4) };
  return { ambiguous: best.map(([, id, name, description]) => ({ id, name, description }) as Candidate) };
}
