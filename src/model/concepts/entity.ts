import { Concept, Inverse, Structs, Text } from '../declare.js';
import { Fact } from './fact.js';

@Concept({
  abstract: true,
  plural: 'entities',
  description: 'Anything with a name that an article can mention.',
  groups: { KIND: 'concept' },
})
export abstract class Entity extends Fact {
  @Text({ required: true, filter: true, sort: true, search: true }) name!: string;
  @Text() description?: string;
  @Structs('Alias') aliases!: object[];
  @Structs('ExternalId') externalIds!: object[];
  @Inverse('Mention', 'entity', { sort: 'count' }) mentions!: string[];
  @Inverse('Statement', 'about', { sort: 'count', description: 'Statements about it, whoever spoke.' })
  discussedIn!: string[];
  @Inverse('Claim', 'about', { sort: 'count' }) claims!: string[];
}
