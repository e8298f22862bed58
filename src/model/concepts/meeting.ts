import { Concept, Day, Enum, Int, Inverse, Many, One, When } from '../declare.js';
import { Entity } from './entity.js';

@Concept({
  single: 'meeting',
  plural: 'meetings',
  lookup: 'name',
  chronology: 'when',
  description: 'Talks, a summit, a call, a visit: held, proposed, refused or broken off.',
  groups: {
    KIND: 'kind',
    LEVEL: 'level',
    STATUS: 'status',
    COUNTRY: 'country',
    PLACE: 'place',
    SERIES: 'series',
    PARTY: 'parties',
    PARTICIPANT: 'attendees',
    YEAR: 'when',
    MONTH: 'when',
  },
})
export class Meeting extends Entity {
  @Enum('MeetingKind', { required: true, filter: true }) kind!: string;
  @Enum('MeetingLevel', { filter: true }) level?: string;
  @Enum('MeetingStatus', { required: true, filter: true }) status!: string;
  @When({ filter: true, sort: true, description: 'Null for talks that have no date yet.' }) when?: string;
  @Day() earliest?: string;
  @Day() latest?: string;
  @Int({ filter: true, sort: true }) round?: number;
  @One('Venue', { label: 'HELD_AT_VENUE', tie: ['HELD_AT_VENUE', 'VENUE_OF'] }) venue?: string;
  @One('Place', {
    label: 'HELD_AT',
    tie: ['HELD_AT', 'PLACE_OF'],
    description: 'Given, else where the venue is.',
  })
  place?: string;
  @One('Country', {
    sort: 'name',
    label: 'HELD_IN',
    tie: ['HELD_IN', 'COUNTRY_OF'],
    description: 'Given, else where the place is.',
  })
  country?: string;
  @One('Actor', {
    derived: true,
    label: 'HOSTED_BY',
    tie: ['HOSTED_BY', 'HOSTED'],
    description: 'Who takes part as HOST.',
  })
  host?: string;
  @One('MeetingSeries', { sort: 'name', label: 'ROUND_OF', tie: ['ROUND_OF', 'HAS_ROUND'] }) series?: string;
  @One('Meeting', {
    derived: true,
    filter: false,
    label: 'PREVIOUS',
    tie: ['PREVIOUS', 'NEXT'],
    description: 'The meeting before it in its series, by date.',
  })
  previous?: string;
  @One('Meeting', {
    derived: true,
    filter: false,
    label: 'NEXT',
    tie: false,
    description: 'The meeting after it in its series, by date.',
  })
  next?: string;
  @One('Meeting', { label: 'PART_OF_MEETING', tie: ['PART_OF_MEETING', 'HAS_PART'], acyclic: true })
  partOf?: string;
  @Inverse('Meeting', 'partOf') parts!: string[];
  @Inverse('Participation', 'meeting', { sort: 'count' }) participations!: string[];
  @Many('Actor', { derived: true, label: 'PARTY_OF', tie: false, description: 'Who takes part as PARTY.' })
  parties!: string[];
  @Many('Actor', { derived: true, hidden: true, label: 'ATTENDED_BY' }) attendees!: string[];
  @Inverse('Statement', 'saidAt', { sort: 'count', description: 'Said in it.' }) statements!: string[];
  @Inverse('Document', 'adoptedAt') documents!: string[];
}
