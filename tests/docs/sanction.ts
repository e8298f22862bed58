import { Concept, Many, One, When } from '../../src/model/declare.js';
import { Entity } from '../../src/model/concepts/entity.js';

@Concept({
  single: 'sanction',
  plural: 'sanctions',
  lookup: 'name',
  description: 'A measure that one actor imposes on others.',
})
export class Sanction extends Entity {
  @When({ filter: true, sort: true }) when?: string;
  @One('Actor', { required: true, sort: 'name', label: 'IMPOSED_BY' }) imposedBy!: string;
  @Many('Actor', { label: 'IMPOSED_ON' }) targets!: string[];
}
