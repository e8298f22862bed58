import type { GraphQLSchema } from 'graphql';
import type { Draw } from './draw.js';
import { typesUnderQuery } from './types-under-query.js';

/** How often everything that a query can say was drawn; what was not comes first. */
export class Drawn {
  private readonly counts = new Map<string, number>();

  /** Every output field, argument, filter operator and order under Query, but for those left out. */
  constructor(schema: GraphQLSchema, without: readonly string[] = []) {
    for (const type of typesUnderQuery(schema))
      for (const field of Object.values(type.getFields())) {
        const item = `${type.name}.${field.name}`;
        if (without.includes(item)) continue;
        this.counts.set(item, 0);
        for (const arg of 'args' in field ? field.args : []) this.counts.set(`${item}(${arg.name})`, 0);
      }
  }

  add(item: string): void {
    this.counts.set(item, (this.counts.get(item) ?? 0) + 1);
  }

  count = (item: string): number => this.counts.get(item) ?? Infinity;

  /** One of several, mostly one that was drawn least; of one with several items the rarest counts. */
  pick<T>(draw: Draw, list: readonly T[], items: (of: T) => readonly string[]): T {
    if (draw.chance(25)) return draw.pick(list);
    const counts = list.map((of) => Math.min(...items(of).map(this.count)));
    const least = Math.min(...counts);
    return draw.pick(list.filter((_, i) => counts[i] === least));
  }

  never(): string[] {
    return [...this.counts].filter(([, count]) => !count).map(([item]) => item);
  }

  /** A line for each type: its fields, arguments in brackets, with how often each was drawn. */
  toString(): string {
    const lines = new Map<string, string[]>();
    for (const [item, count] of this.counts) {
      const [, type, rest] = /^(\w+)\.(.*)$/.exec(item)!;
      lines.set(type!, [...(lines.get(type!) ?? []), `${rest} ${count}`]);
    }
    return [...lines].map(([type, items]) => `${type}: ${items.join(', ')}`).join('\n');
  }
}
