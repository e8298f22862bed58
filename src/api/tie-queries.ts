import { Arg, ID, Int, ObjectType, Query } from 'type-graphql';
import { addField, named, type Class } from './classes.js';
import type { Outputs } from './outputs.js';
import { EdtfScalar } from './scalars.js';

const STEP =
  'One tie, read in the direction walked: SPOKE_ABOUT one way is DISCUSSED_BY the other. Where several relations tie the two, a path shows the strongest: most facts, then by name.';
const EVIDENCE =
  "That of the facts that make the tie, the three newest; of a relation such as a meeting's venue, that of the entity that has it.";
const PATHS = `The shortest ties between two entities, each step with its evidence.

Paths go over what facts tie: what was said, attended, held, represented. They are ordered by length, then by how few ties the entities between have (hubs last), then by their ids. longest is 1 to 4 steps, first 1 to 20. Up to two steps nothing is left out; longer ones go through the 100 entities around each end that have the fewest ties, as far as those have 10,000 ties together. Empty where an end is not known or both are one. Errors: BAD_USER_INPUT.`;
const NEIGHBOURS = `Everything one step away, strongest ties first: for drawing a network.

A tie's strength is the number of facts that make it; then they go by relation and id. Besides what facts tie, an entity's own relations are shown, such as a meeting's venue. kinds are those of the far end. With during, only facts count that may lie in that period: statements by said, participations by their meeting, roles by began, ended and attested; relations of meetings, events and documents by their date, others are left out. first is 1 to 500. Empty where the entity is not known. Errors: BAD_USER_INPUT.`;

/** The fields of Query that walk the ties of entities. */
export function tieQueries(resolver: Class, outputs: Outputs): void {
  const path = named('Path');
  const step = named('PathStep');
  ObjectType('Path')(path);
  ObjectType('PathStep', { description: STEP })(step);
  addField(path, 'length', () => Int);
  addField(path, 'steps', () => [step]);
  addField(step, 'from', () => outputs.type('Node'));
  addField(step, 'relation', () => String);
  addField(step, 'to', () => outputs.type('Node'));
  const evidence = outputs.struct('Evidence');
  addField(step, 'evidence', () => [evidence], { description: EVIDENCE });
  const kind = outputs.enums.type('Kind');

  const add = (name: string, returns: Class, description: string, args: readonly Argument[]) => {
    const target = resolver.prototype as object;
    Object.defineProperty(target, name, { value: () => undefined, configurable: true, writable: true });
    Query((() => [returns]) as never, { description })(
      target,
      name,
      Object.getOwnPropertyDescriptor(target, name)!,
    );
    args.forEach(([arg, of, options], i) => Arg(arg, of as never, options)(target, name, i));
  };
  add('paths', path, PATHS, [
    ['from', () => ID, {}],
    ['to', () => ID, {}],
    ['longest', () => Int, { nullable: true, defaultValue: 4 }],
    ['first', () => Int, { nullable: true, defaultValue: 3 }],
  ]);
  add('neighbours', step, NEIGHBOURS, [
    ['of', () => ID, {}],
    ['kinds', () => [kind], { nullable: true }],
    ['during', () => EdtfScalar, { nullable: true }],
    ['first', () => Int, { nullable: true, defaultValue: 50 }],
  ]);
}

type Argument = readonly [name: string, type: () => unknown, options: object];
