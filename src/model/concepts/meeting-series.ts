import { Concept, Inverse } from '../declare.js';
import { Entity } from './entity.js';

@Concept({ single: 'series', plural: 'allSeries', lookup: 'name', description: 'Rounds of the same talks.' })
export class MeetingSeries extends Entity {
  @Inverse('Meeting', 'series', { sort: 'count' }) meetings!: string[];
}
