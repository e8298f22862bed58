import { Concept, Float, One, Text } from '../declare.js';
import { Fact } from './fact.js';

@Concept({
  single: 'match',
  plural: 'matches',
  description: 'Two entities that may be one. Accepting merges b into a, rejecting keeps them apart.',
})
export class Match extends Fact {
  @Float({ required: true, filter: true, sort: true }) score!: number;
  @Text({ required: true }) reason!: string;
  @One('Entity', { required: true, label: 'MATCH_A' }) a!: string;
  @One('Entity', { required: true, label: 'MATCH_B' }) b!: string;
}
