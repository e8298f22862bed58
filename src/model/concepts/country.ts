import { Code, Concept, Inverse, Many, One, When } from '../declare.js';
import { Actor } from './actor.js';

@Concept({
  single: 'country',
  plural: 'countries',
  lookup: 'name',
  description: 'A state. What stands for it (capital, adjective, abbreviation) is an alias.',
})
export class Country extends Actor {
  @Code({ filter: true }) iso2?: string;
  @Code({ filter: true }) iso3?: string;
  @When({ filter: true, sort: true }) began?: string;
  @When({ filter: true }) ended?: string;
  @One('Place', { label: 'CAPITAL', tie: ['CAPITAL', 'CAPITAL_OF'] }) capital?: string;
  @Many('Country', { label: 'SUCCEEDED', tie: ['SUCCEEDED', 'SUCCEEDED_BY'] }) predecessors!: string[];
  @Inverse('Country', 'predecessors') successors!: string[];
  @Inverse('Organization', 'country') organizations!: string[];
  @Inverse('Venue', 'country') venues!: string[];
  @Inverse('Meeting', 'country') meetingsHeld!: string[];
  @Inverse('Role', 'of') roles!: string[];
}
