import { Concept, Float, Inverse, One } from '../declare.js';
import { Entity } from './entity.js';

@Concept({
  single: 'venue',
  plural: 'venues',
  lookup: 'name',
  description: 'A building or site where talks are held.',
  groups: { COUNTRY: 'country' },
})
export class Venue extends Entity {
  @Float() latitude?: number;
  @Float() longitude?: number;
  @One('Place', { label: 'VENUE_AT', tie: ['VENUE_AT', 'PLACE_OF'] }) place?: string;
  @One('Country', { sort: 'name', label: 'VENUE_IN', tie: ['VENUE_IN', 'COUNTRY_OF'] }) country?: string;
  @Inverse('Meeting', 'venue', { sort: 'count' }) meetings!: string[];
}
