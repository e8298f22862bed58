import { Concept, Inverse, One } from '../declare.js';
import { Entity } from './entity.js';

@Concept({
  abstract: true,
  plural: 'actors',
  description: 'Who can speak, take part and be spoken for.',
  groups: { KIND: 'concept' },
})
export abstract class Actor extends Entity {
  @One('Country', {
    derived: true,
    sort: 'name',
    label: 'STATE_OF',
    tie: ['OF_STATE', 'STATE_OF'],
    description: 'Of a person: the state of the latest attested role. Of a country: itself.',
  })
  country?: string;
  @Inverse('Statement', 'speaker', { sort: 'count' }) statements!: string[];
  @Inverse('Statement', 'onBehalfOf', { sort: 'count' }) spokenFor!: string[];
  @Inverse('Participation', 'participant') participations!: string[];
  @Inverse('Meeting', 'attendees', { sort: 'count' }) meetings!: string[];
}
