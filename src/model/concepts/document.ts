import { Concept, Day, Inverse, Many, One, When } from '../declare.js';
import { Entity } from './entity.js';

@Concept({
  single: 'document',
  plural: 'documents',
  lookup: 'name',
  chronology: 'when',
  description: 'A joint statement, treaty or resolution.',
})
export class Document extends Entity {
  @When({ filter: true, sort: true }) when?: string;
  @Day() earliest?: string;
  @Day() latest?: string;
  @One('Meeting', { label: 'ADOPTED_AT', tie: ['ADOPTED_AT', 'ADOPTED'] }) adoptedAt?: string;
  @Many('Actor', { label: 'PARTY_TO', tie: ['HAS_PARTY', 'PARTY_TO'] }) parties!: string[];
  @Inverse('Statement', 'document', { sort: 'count' }) statements!: string[];
}
