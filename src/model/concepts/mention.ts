import { Concept, Enum, Float, Int, Many, One, Structs, Text, When } from '../declare.js';
import { Fact } from './fact.js';

@Concept({
  single: 'mention',
  plural: 'mentions',
  chronology: 'published',
  description: 'A span of an article that names an entity.',
  groups: { ENTITY: 'entity', ARTICLE: 'article', READING: 'reading', EXACT: 'exact' },
})
export class Mention extends Fact {
  @Int({ required: true, sort: true }) start!: number;
  @Int({ required: true }) end!: number;
  @Text({ required: true, filter: true }) exact!: string;
  @Enum('Reading', { required: true, filter: true }) reading!: string;
  @Float({ required: true, filter: true }) score!: number;
  @Text({ required: true }) reason!: string;
  @One('Article', { required: true, label: 'MENTIONED_IN' }) article!: string;
  @One('Entity', { label: 'NAMES', description: 'Null where nobody known fits, or several do.' })
  entity?: string;
  @One('Entity', {
    label: 'LITERALLY',
    description: 'What the words name where they stand for another: the city Pyongyang behind North Korea.',
  })
  literal?: string;
  @Structs('Candidate', { description: 'Who it could be, where that is open.' }) candidates!: object[];
  @Many('Entity', { derived: true, hidden: true, filter: false, label: 'COULD_NAME' })
  candidateEntities!: string[];
  @When({ derived: true, hidden: true, sort: true }) published?: string;
}
