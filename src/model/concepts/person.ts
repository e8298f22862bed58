import { Concept, Inverse, When } from '../declare.js';
import { Actor } from './actor.js';

@Concept({
  single: 'person',
  plural: 'people',
  lookup: 'name',
  description: 'A person with a name.',
  groups: { COUNTRY: 'country' },
})
export class Person extends Actor {
  @When() born?: string;
  @When() died?: string;
  @Inverse('Role', 'person') roles!: string[];
}
