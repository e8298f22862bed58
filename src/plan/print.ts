import { indent } from './lines.js';
import type { Candidates } from './candidates.js';
import { neighbours, paths } from './print-ties.js';
import type { Condition, Hop, Level, OrderKey, Page, Plan, Search, Shape, Slot } from './plan.js';

/** A Plan as a tree for people: what is read, what is kept, in which order, how many, and what is taken. */
export function printPlan(plan: Plan): string {
  return `${printed(plan).join('\n')}\n`;
}

function printed(plan: Plan): string[] {
  switch (plan.root) {
    case 'survey':
      return ['survey', ...indent(plan.survey.lastChange ? page(plan.survey.lastChange, 'all') : [])];
    case 'page':
      return page(plan.page, 'all');
    case 'neighbours':
      return neighbours(plan.neighbours, shape);
    case 'paths':
      return paths(plan.paths, shape);
    case 'shelf':
      return ['shelf', ...indent(page(plan.page, ''))];
    case 'candidates':
      return ['candidates', ...indent(candidates(plan.candidates))];
    case 'lookup':
      return [`lookup by ${plan.lookup.by} $${plan.lookup.param}`, ...indent(shape(plan.lookup.shape))];
  }
}

function candidates(of: Candidates): string[] {
  const day = of.day === undefined ? '' : `, maybe held on $${of.day}`;
  return [
    `named in the text $${of.phrases}, in the context $${of.context}`,
    `union${of.kinds === undefined ? '' : ` of kinds $${of.kinds}`}, each limit $${of.most}`,
    ...indent([
      `name is one of $${of.folds}`,
      `name sounds as one of $${of.keys}`,
      `holds an office of what $${of.phrases} name, title has a word of $${of.words}${day}, limit $${of.fitting} of the last $${of.offices}`,
    ]),
    `order fits DESC, size ASC, id ASC`,
    `limit $${of.most}`,
    'project',
    ...indent(shape(of.shape)),
  ];
}

function page(plan: Page, name: string): string[] {
  const from =
    'hop' in plan.from
      ? `expand ${step(plan.from.hop)}`
      : 'search' in plan.from
        ? searched(plan.from.search)
        : 'proposed' in plan.from
          ? `proposed ${plan.from.proposed.join('|')}`
          : `${name} ${plan.from.concept}`;
  const inner: string[] = [];
  if (plan.where) inner.push('filter', ...indent(condition(plan.where)));
  if (plan.limit !== undefined) {
    inner.push(`order ${plan.order.map(key).join(', ')}${plan.backward ? ', backward' : ''}`);
    if (plan.after) inner.push(`after ${plan.after.map((p) => `$${p}`).join(', ')}`);
    if (plan.before) inner.push(`before ${plan.before.map((p) => `$${p}`).join(', ')}`);
    inner.push(`limit $${plan.limit}`);
    for (const rows of plan.rows) inner.push('project', ...indent(shape(rows)));
  }
  if (plan.total) inner.push('count');
  for (const { levels, limit } of plan.groupings) {
    inner.push(`group, first $${limit}`);
    for (const level of levels)
      inner.push(...indent([groupKey(level), ...indent(level.rows.flatMap(shape))]));
  }
  return [from, ...indent(inner)];
}

function groupKey({ key, pairs }: Level): string {
  const others = pairs.length ? ', the others' : '';
  if (key.is === 'concept') return 'by concept';
  if (key.is === 'value') return `by ${key.column}${others}`;
  if (key.is === 'time') return `by ${key.column}, ${key.length} letters`;
  return `by ${key.hops.map(step).join(', then ')}${key.only ? ` that is ${key.only}` : ''}${others}`;
}

function searched({ among, exact, begins, terms, without, texts }: Search): string {
  const families = among.map(
    ({ family, all, any }) => `${family} $${all}${terms.count > 1 ? `, $${any}` : ''}`,
  );
  return `search ${families.join('; ')}; name $${exact}, begins $${begins}; terms $${terms.param} without $${without.param}${texts ? '; with texts' : ''}`;
}

function step(hop: Hop): string {
  const arrow = { out: '->', in: '<-', both: '--' }[hop.direction];
  const labels = [...new Set(hop.stored.map((s) => s.label))].join('|');
  return `${hop.name} ${arrow}[${labels}${hop.deep ? '*' : ''}] ${hop.to.join('|')}`;
}

function shape({ concepts, slots }: Shape): string[] {
  return slots.flatMap((slot) => {
    const lines = taken(slot);
    const some = slot.concepts.length < concepts.length ? ` of ${slot.concepts.join('|')}` : '';
    return [`${lines[0]}${some}`, ...lines.slice(1)];
  });
}

function taken(slot: Slot): string[] {
  if (slot.is === 'column') return [slot.column];
  if (slot.is === 'page') return page(slot.page, '');
  return [`${slot.is} ${step(slot.hop)}`, ...indent(shape(slot.shape))];
}

function key(of: OrderKey): string {
  const what = of.by === 'column' ? of.column : of.by === 'id' ? 'id' : `${of.hop.name}.${of.by}`;
  return `${what} ${of.direction}`;
}

function condition(of: Condition): string[] {
  switch (of.is) {
    case 'and':
    case 'or':
      return [of.is, ...indent(of.of.flatMap(condition))];
    case 'not':
      return ['not', ...indent(condition(of.of))];
    case 'compare':
      return [`${of.column} ${of.op} $${of.param}`];
    case 'known':
      return [`${of.column} known`];
    case 'kind':
      return [`is ${of.concepts.join('|')}`];
    case 'related':
      return [`some ${step(of.hop)}`, ...(of.where ? indent(condition(of.where)) : [])];
    case 'count':
      return [
        `count ${step(of.hop)} ${of.op} $${of.param}`,
        ...(of.where ? indent(condition(of.where)) : []),
      ];
    case 'named':
      return ['a name', ...indent(condition(of.where))];
    case 'held':
      return [`${of.surely ? 'surely' : 'maybe'} held on $${of.day}`];
  }
}
