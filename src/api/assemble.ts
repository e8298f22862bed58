import type { Answer, Lookup, Page, PageField, Shape, Take } from '../plan/plan.js';
import { writeCursor } from '../planner/cursor.js';

/** Where an answered record keeps its type: a symbol, since every name may be somebody's alias. */
export const TYPE = Symbol('type');

type Row = readonly unknown[];
export type Answered = { [TYPE]?: string } & Record<string, unknown>;

/** A record's raw row, the concept first and then its slots, as the answer the selection asks for. */
export function record(shape: Shape, row: Row | null): Answered | null {
  if (!row) return null;
  const concept = row[0] as string;
  const out: Answered = { [TYPE]: concept };
  for (const answer of shape.cases.get(concept) ?? []) out[answer.key] = value(shape, answer, row, concept);
  return out;
}

function value(shape: Shape, answer: Answer, row: Row, concept: string): unknown {
  if (answer.is === 'typename') return concept;
  const raw = row[answer.slot + 1];
  const slot = shape.slots[answer.slot]!;
  if (answer.is === 'value') return answer.type === 'boolean' && raw !== null ? Boolean(raw) : raw;
  if (answer.is === 'structs') {
    const linked = new Map(
      [...answer.links.values()].map((place) => [place, linkedRecords(shape, place, row)]),
    );
    return (JSON.parse(raw as string) as Record<string, unknown>[]).map((struct) =>
      taken(answer.take, struct, linked),
    );
  }
  if (slot.is === 'one') return record(slot.shape, raw as Row | null);
  if (slot.is === 'list') return (raw as [string, Row][]).map(([, r]) => record(slot.shape, r));
  if (slot.is === 'page') return page(slot.page, raw as [Row[] | null, number | null]);
  throw new Error(`slot ${answer.slot} is a ${slot.is}, not a ${answer.is}`);
}

function linkedRecords(shape: Shape, place: number, row: Row): Map<string, Answered | null> {
  const slot = shape.slots[place]!;
  if (slot.is !== 'list') throw new Error(`slot ${place} holds no list`);
  return new Map((row[place + 1] as [string, Row][]).map(([id, r]) => [id, record(slot.shape, r)]));
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

/** A page's raw rows and count as the connection the selection asks for. */
export function page(plan: Page, [raw, total]: readonly [Row[] | null, number | null]): Answered {
  const { size, signature, typename } = plan.answer;
  const more = (raw?.length ?? 0) > size;
  const rows = (raw ?? []).slice(0, size);
  if (plan.backward) rows.reverse();
  const cursor = (row: Row | undefined) => (row ? writeCursor(signature, row[0] as unknown[]) : null);
  const shown = (row: Row, place: number) => record(plan.rows[place]!, row[place + 1] as Row);
  const info: Record<string, unknown> = {
    __typename: 'PageInfo',
    startCursor: cursor(rows[0]),
    endCursor: cursor(rows.at(-1)),
    hasNextPage: plan.backward ? Boolean(plan.before) : more,
    hasPreviousPage: plan.backward ? more : Boolean(plan.after),
  };
  const edge = typename.replace(/Connection$/, 'Edge');
  const answer = (field: PageField): unknown => {
    if (field.is === 'typename') return typename;
    if (field.is === 'totalCount') return total;
    if (field.is === 'edges') {
      return rows.map((row) =>
        Object.fromEntries(
          field.fields.map(({ key, is, rows: place }) => [
            key,
            is === 'typename' ? edge : is === 'cursor' ? cursor(row) : shown(row, place),
          ]),
        ),
      );
    }
    if (field.is === 'nodes') return rows.map((row) => shown(row, field.rows));
    return Object.fromEntries(field.fields.map(({ key, name }) => [key, info[name]]));
  };
  return Object.fromEntries(plan.answer.fields.map((field) => [field.key, answer(field)]));
}

export type Candidate = { readonly id: string; readonly name: string; readonly description: string | null };

/** What a look-up found; several records of the best rank are told apart by the caller. */
export function lookup(plan: Lookup, raw: unknown): { answer: unknown } | { ambiguous: Candidate[] } {
  if (plan.by === 'ids')
    return { answer: ((raw ?? []) as (Row | null)[]).map((row) => record(plan.shape, row)) };
  if (plan.by !== 'name') return { answer: record(plan.shape, raw as Row | null) };
  const rows = (raw ?? []) as [number, string, string, string | null, Row][];
  const best = rows.filter(([rank]) => rank === rows[0]![0]);
  if (best.length > 1)
    return { ambiguous: best.map(([, id, name, description]) => ({ id, name, description })) };
  return { answer: best[0] ? record(plan.shape, best[0][4]) : null };
}
