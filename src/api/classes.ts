import { Field } from 'type-graphql';

export type Class = new () => object;

/** A class of that name, for type-graphql to know a derived type by. */
export const named = (name: string): Class => ({ [name]: class {} })[name]!;

/** Adds a field to a class as its decorator would, with the type always said. */
export function addField(type: Class, name: string, returns: () => unknown, options: object = {}): void {
  Field(returns as never, options)(type.prototype as object, name, undefined as never);
}
