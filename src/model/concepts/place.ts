import { Concept, Enum, Float, Inverse, One } from '../declare.js';
import { Entity } from './entity.js';

@Concept({
  single: 'place',
  plural: 'places',
  lookup: 'name',
  description: 'A city, region, island or other geographic place.',
  groups: { KIND: 'kind', COUNTRY: 'country' },
})
export class Place extends Entity {
  @Enum('PlaceKind', { required: true, filter: true }) kind!: string;
  @Float() latitude?: number;
  @Float() longitude?: number;
  @One('Country', { sort: 'name', label: 'PLACE_IN', tie: ['PLACE_IN', 'COUNTRY_OF'] }) country?: string;
  @One('Place', {
    label: 'WITHIN',
    tie: ['WITHIN', 'CONTAINS'],
    acyclic: true,
    deep: true,
    description: 'In a filter it reaches any depth.',
  })
  within?: string;
  @Inverse('Place', 'within') places!: string[];
  @Inverse('Venue', 'place') venues!: string[];
  @Inverse('Meeting', 'place', { sort: 'count' }) meetings!: string[];
}
