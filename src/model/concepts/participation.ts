import { Concept, Enum, One, When } from '../declare.js';
import { Fact } from './fact.js';

@Concept({
  single: 'participation',
  plural: 'participations',
  chronology: 'when',
  description: 'Who took part in a meeting, as what, for whom.',
  groups: {
    MEETING: 'meeting',
    PARTICIPANT: 'participant',
    ON_BEHALF_OF: 'onBehalfOf',
    CAPACITY: 'capacity',
    COUNTRY: 'participant.country',
    YEAR: 'when',
  },
})
export class Participation extends Fact {
  @Enum('Capacity', { required: true, filter: true }) capacity!: string;
  @One('Meeting', { required: true, label: 'TOOK_PART_IN' }) meeting!: string;
  @One('Actor', { required: true, sort: 'name', label: 'PARTICIPANT' }) participant!: string;
  @One('Actor', { sort: 'name', label: 'TOOK_PART_FOR' }) onBehalfOf?: string;
  @One('Role', { label: 'TOOK_PART_AS' }) role?: string;
  @When({ derived: true, hidden: true, sort: true }) when?: string;
}
