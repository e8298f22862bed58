import type { Catalogue, Relation } from '../../model/catalogue.js';
import { begins, layout } from '../../plan/layout.js';
import type { Condition, Hop, Page, Param, Shape, Slot } from '../../plan/plan.js';
import { hop, joined } from '../../planner/hop.js';
import type { Params } from '../../planner/params.js';

/** What scoring knows of an entity. */
export interface Known {
  readonly id: string;
  readonly concept: string;
  readonly name: string;
  readonly description: string;
  readonly aliases: readonly { readonly text: string; readonly kind: string }[];
  /** The state it belongs to. */
  readonly country?: Named | undefined;
  /** Offices held on the day, perhaps; without a day those begun last. */
  readonly offices: readonly Office[];
  /** How often it is mentioned and speaks: what parts those that nothing else does. */
  readonly prominence: number;
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Office {
  readonly title: string;
  readonly of: Named;
  readonly state?: Named | undefined;
  /** Where it is accredited. */
  readonly to?: Named | undefined;
  readonly surely: boolean;
}

type Row = readonly unknown[];
const OFFICES = 5;

/** What is taken of each candidate, slot by slot; `known` reads the same order. */
export function shapeOfKnown(catalogue: Catalogue, params: Params, day: Param | undefined): Shape {
  const all = catalogue.concept('Entity').concretes;
  const relation = (concept: string, field: string) =>
    catalogue.concept(concept).fields.get(field) as Relation;
  const step = (concept: string, field: string) => hop(catalogue, relation(concept, field));
  const placed = all.filter((c) => {
    const field = catalogue.concept(c).fields.get('country');
    return field?.is === 'relation' && field.direction === 'out' && !field.many;
  });
  const country: Slot = {
    is: 'one',
    concepts: placed,
    hop: joined(
      catalogue,
      placed.map((c) => relation(c, 'country')),
    ),
    shape: shape(['Country'], columns(['Country'], 'id', 'name')),
  };
  const actors = catalogue.concept('Actor').concretes;
  const state = (concepts: readonly string[]): Slot => ({
    is: 'one',
    concepts,
    hop: step('Actor', 'country'),
    shape: shape(['Country'], columns(['Country'], 'id', 'name')),
  });
  const owner = shape(actors, [...columns(actors, 'id', 'name'), state(actors)]);
  const office = shape(
    ['Role'],
    [
      ...columns(['Role'], 'id', 'title'),
      { is: 'one', concepts: ['Role'], hop: step('Role', 'of'), shape: owner },
      {
        is: 'one',
        concepts: ['Role'],
        hop: step('Role', 'to'),
        shape: shape(actors, columns(actors, 'id', 'name')),
      },
    ],
  );
  const limit = params.add(OFFICES);
  const roles = (rows: Shape, surely: boolean): Slot => ({
    is: 'page',
    concepts: ['Person'],
    page: page(step('Person', 'roles'), {
      where: day === undefined ? undefined : { is: 'held', surely, day },
      limit,
      rows: [rows],
    }),
  });
  const count = (concepts: readonly string[], field: string): Slot => ({
    is: 'page',
    concepts,
    page: page(step(concepts[0]!, field), { rows: [], total: true }),
  });
  return shape(all, [
    ...columns(all, 'name', 'description', 'aliases'),
    country,
    roles(office, false),
    ...(day === undefined ? [] : [roles(shape(['Role'], columns(['Role'], 'id')), true)]),
    count(all, 'mentions'),
    count(actors, 'statements'),
  ]);
}

const shape = (concepts: readonly string[], slots: readonly Slot[]): Shape => ({
  concepts,
  slots,
  cases: new Map(),
});

const columns = (concepts: readonly string[], ...names: readonly string[]): Slot[] =>
  names.map((column) => ({ is: 'column', concepts, column }));

function page(
  from: Hop,
  rest: { where?: Condition | undefined; limit?: Param; rows: readonly Shape[]; total?: boolean },
): Page {
  return {
    total: false,
    groupings: [],
    ...rest,
    from: { hop: from },
    order: [
      { by: 'column', column: 'began_from', type: 'day', nullable: false, direction: 'DESC' },
      { by: 'id', direction: 'DESC' },
    ],
    backward: false,
    answer: { typename: '', signature: 0, size: OFFICES, fields: [] },
  };
}

/** What a raw row says of a candidate; its id stands first. */
export function known(of: Shape, row: Row): Known {
  const values = read(of, row, 1);
  const [name, description, aliases, country, offices] = values;
  const [mentions, statements] = values.slice(-2) as (number | null)[];
  const roles = of.slots.flatMap((slot) =>
    slot.is === 'page' && slot.page.limit !== undefined ? [slot.page] : [],
  );
  const surely = roles[1] && new Set(rows(roles[1], values[5]).map(([id]) => id));
  return {
    id: row[0] as string,
    concept: row[1] as string,
    name: name as string,
    description: (description as string | null) ?? '',
    aliases: JSON.parse(aliases as string) as Known['aliases'],
    country: named(country as Row | null),
    offices: rows(roles[0]!, offices).flatMap(([id, title, owner, post]) => {
      const of = named(owner as Row | null);
      const state = named((owner as Row | null)?.[2] as Row | null);
      const to = named(post as Row | null);
      return of ? [{ title: title as string, of, state, to, surely: surely?.has(id) ?? false }] : [];
    }),
    prominence: (mentions ?? 0) + (statements ?? 0),
  };
}

const rows = (page: Page, raw: unknown): Row[] =>
  ((raw ?? []) as Row[]).map((row) => read(page.rows[0]!, row, begins(page)[0]!));

const named = (values: Row | null): Named | undefined =>
  values ? { id: values[0] as string, name: values[1] as string } : undefined;

/** The values of a shape's slots, of a page its rows or else its count, of a to-one its values or null. */
function read(of: Shape, row: Row, at: number): Row {
  const { places } = layout(of);
  return of.slots.map((slot, i) => {
    const place = at + places[i]!;
    if (slot.is === 'one') return row[place] ? read(slot.shape, row, place) : null;
    return slot.is === 'page' && slot.page.total ? row[place + 1] : row[place];
  });
}
