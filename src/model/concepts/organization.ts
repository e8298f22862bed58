import { Concept, Enum, Inverse, One } from '../declare.js';
import { Actor } from './actor.js';

@Concept({
  single: 'organization',
  plural: 'organizations',
  lookup: 'name',
  description: 'A ministry, an international body, a news agency, a delegation.',
  groups: { KIND: 'kind', COUNTRY: 'country' },
})
export class Organization extends Actor {
  @One('Country', {
    sort: 'name',
    label: 'BASED_IN',
    tie: ['BASED_IN', 'BASE_OF'],
    description: 'Of a person: the state of the latest attested role. Of a country: itself.',
  })
  override country?: string;
  @Enum('OrganizationKind', { required: true, filter: true }) kind!: string;
  @One('Organization', {
    label: 'PART_OF_ORGANIZATION',
    tie: ['PART_OF_ORGANIZATION', 'HAS_PART'],
    acyclic: true,
  })
  partOf?: string;
  @Inverse('Organization', 'partOf') parts!: string[];
  @Inverse('Role', 'of') roles!: string[];
  @Inverse('Article', 'publisher', { sort: 'count' }) articles!: string[];
}
