import { Code, Concept } from '../declare.js';

@Concept({ abstract: true, description: 'Anything with an id.' })
export abstract class Node {
  @Code({ required: true }) id!: string;
}
