import { Concept, Inverse, One } from '../declare.js';
import { Entity } from './entity.js';

@Concept({
  single: 'topic',
  plural: 'topics',
  lookup: 'name',
  description: 'A subject of talks: denuclearisation, sanctions.',
})
export class Topic extends Entity {
  @One('Topic', {
    label: 'BROADER',
    tie: ['BROADER', 'NARROWER'],
    acyclic: true,
    deep: true,
    description: 'In a filter it reaches any depth.',
  })
  broader?: string;
  @Inverse('Topic', 'broader') narrower!: string[];
}
