import { getMetadataStorage, type ValidationArguments } from 'class-validator';
import type { Concept } from '../../model/catalogue.js';

type Passes = (fields: Readonly<Record<string, unknown>>) => boolean;

interface Rule {
  readonly conditions: readonly ((object: object, value: unknown) => boolean)[];
  readonly checks: readonly ((value: unknown) => unknown)[];
}

const made = new WeakMap<Concept, Passes>();

/**
 * Whether class-validator has nothing to say of a record's fields: its own checks, looked up once for a concept and
 * not for each record. What is no plain check (nested, asynchronous) passes here never, and is left to class-validator.
 */
export function passes(concept: Concept, fields: Readonly<Record<string, unknown>>): boolean {
  let known = made.get(concept);
  if (!known) made.set(concept, (known = compiled(concept)));
  return known(fields);
}

function compiled(concept: Concept): Passes {
  const storage = getMetadataStorage();
  const all = storage.getTargetValidationMetadatas(concept.type, '', false, false);
  const rules = Object.entries(storage.groupByPropertyName(all)).map(([name, metadata]): [string, Rule] => [
    name,
    {
      conditions: metadata
        .filter((m) => m.type === 'conditionalValidation')
        .map((m) => m.constraints[0] as Rule['conditions'][number]),
      checks: metadata
        .filter((m) => m.type !== 'conditionalValidation')
        .flatMap((m) => {
          if (m.type !== 'customValidation' || m.validateIf) return [() => false];
          const args = { constraints: m.constraints, property: m.propertyName } as ValidationArguments;
          return storage.getTargetValidatorConstraints(m.constraintCls).map(({ instance, async }) => {
            const check = (value: unknown) => !async && instance.validate(value, args) === true;
            return m.each
              ? (value: unknown) => (Array.isArray(value) ? value.every(check) : check(value))
              : check;
          });
        }),
    },
  ]);
  return (fields) =>
    rules.length > 0 &&
    rules.every(([name, { conditions, checks }]) => {
      const value = fields[name];
      return !conditions.every((c) => c(fields, value)) || checks.every((check) => check(value));
    });
}
