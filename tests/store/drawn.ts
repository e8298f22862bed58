import {
  getNamedType, isAbstractType, isInputObjectType, isObjectType, isScalarType, isEnumType,
  type GraphQLNamedType, type GraphQLSchema,
} from 'graphql';
import type { Draw } from './draw.js';

/** How often everything that a query can say was drawn; what was not comes first. */
export class Drawn {
  private readonly counts = new Map<string, number>();

  /** Every output field, argument, filter operator and order under Query, but for those left out. */
  constructor(schema: GraphQLSchema, without: readonly string[] = []) {
    const seen = new Set<GraphQLNamedType>();
    const walk = (type: GraphQLNamedType) => {
      if (seen.has(type) || isScalarType(type) || isEnumType(type)) return;
      seen.add(type);
      if (isAbstractType(type)) schema.getPossibleTypes(type).forEach(walk);
      if (isInputObjectType(type)) {
        for (const field of Object.values(type.getFields())) {
          this.expect(`${type.name}.${field.name}`, without);
          walk(getNamedType(field.type));
        }
      } else if (isObjectType(type) || isAbstractType(type)) {
        for (const field of 'getFields' in type ? Object.values(type.getFields()) : []) {
          this.expect(`${type.name}.${field.name}`, without);
          walk(getNamedType(field.type));
          for (const arg of field.args) {
            this.expect(`${type.name}.${field.name}(${arg.name})`, without);
            walk(getNamedType(arg.type));
          }
        }
      }
    };
    walk(schema.getQueryType()!);
  }

  private expect(item: string, without: readonly string[]): void {
    if (!without.includes(item)) this.counts.set(item, 0);
  }

  add(item: string): void {
    this.counts.set(item, (this.counts.get(item) ?? 0) + 1);
  }

  count = (item: string): number => this.counts.get(item) ?? Infinity;

  /** One of several, mostly one that was drawn least. */
  pick<T>(draw: Draw, list: readonly T[], item: (of: T) => string): T {
    if (draw.chance(35)) return draw.pick(list);
    const least = Math.min(...list.map((of) => this.count(item(of))));
    return draw.pick(list.filter((of) => this.count(item(of)) === least));
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
