import { Concept, Day, Many, One, When } from '../declare.js';
import { Entity } from './entity.js';

@Concept({
  single: 'event',
  plural: 'events',
  lookup: 'name',
  chronology: 'when',
  description:
    'What happened and is talked about, and is no meeting: a missile test, a sanction, an election.',
  groups: { COUNTRY: 'country', YEAR: 'when', MONTH: 'when' },
})
export class Event extends Entity {
  @When({ filter: true, sort: true }) when?: string;
  @Day() earliest?: string;
  @Day() latest?: string;
  @One('Place', { label: 'HAPPENED_AT', tie: ['HAPPENED_AT', 'PLACE_OF'] }) place?: string;
  @One('Country', { sort: 'name', label: 'HAPPENED_IN', tie: ['HAPPENED_IN', 'COUNTRY_OF'] })
  country?: string;
  @Many('Actor', { label: 'ACTED_IN', tie: ['HAS_ACTOR', 'ACTED_IN'] }) actors!: string[];
}
