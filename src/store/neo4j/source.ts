import type { Catalogue } from '../../model/catalogue.js';
import type { Hop } from '../../plan/plan.js';

const reserved = new Set([
  'end',
  'when',
  'of',
  'to',
  'from',
  'start',
  'order',
  'exists',
  'in',
  'is',
  'or',
  'and',
  'not',
]);

/** A property's name as Cypher takes it. */
export const quoted = (name: string) => (reserved.has(name) ? `\`${name}\`` : name);

/** The pattern of a step from the row `n` to its far end `m`; `r` names the relation where it is needed. */
export function pattern(catalogue: Catalogue, hop: Hop, n: string, m: string, r = ''): string {
  const labels = [...new Set(hop.stored.map((s) => s.label))].join('|');
  const relation = `[${r}:${labels}${hop.deep ? '*1..' : ''}]`;
  if (hop.direction === 'out') return `(${n})-${relation}->(${m})`;
  if (hop.direction === 'both') return `(${n})-${relation}-(${m})`;
  return `(${n})<-${relation}-(${m}${owners(catalogue, hop)})`;
}

// A label that other concepts' relations have too says too little of where it comes from.
function owners(catalogue: Catalogue, hop: Hop): string {
  const labels = new Set(hop.stored.map((s) => s.label));
  const names = [...new Set(hop.stored.map((s) => s.owner))];
  const all = new Set(catalogue.stored.filter((s) => labels.has(s.label)).map((s) => s.owner));
  return all.size === names.length ? '' : `:${names.join('|')}`;
}

/** Names for a statement's variables and its parameters. */
export class Names {
  private count = 0;
  next = (): string => `n${++this.count}`;
}

export const parameter = (param: number) => `$p${param}`;
