import { Concept, One } from '../declare.js';
import { Actor } from './actor.js';

@Concept({
  single: 'unnamedActor',
  plural: 'unnamedActors',
  lookup: 'name',
  description:
    'Somebody a source does not name: "a diplomatic source in Seoul", "the Foreign Minister", "a third country". It stays itself and is never merged by its words; later it may be resolved.',
})
export class UnnamedActor extends Actor {
  @One('Country', {
    sort: 'name',
    label: 'SPEAKS_FROM',
    tie: ['SPEAKS_FROM', 'SPOKEN_FROM_BY'],
    description: 'Of a person: the state of the latest attested role. Of a country: itself.',
  })
  override country?: string;
  @One('Actor', { label: 'AFFILIATED_WITH', tie: ['AFFILIATED_WITH', 'HAS_AFFILIATE'] }) affiliation?: string;
  @One('Actor', { label: 'RESOLVED_AS', tie: ['RESOLVED_AS', 'RESOLVES'] }) resolvedAs?: string;
}
