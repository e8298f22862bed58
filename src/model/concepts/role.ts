import { Code, Concept, Enum, One, Text, When } from '../declare.js';
import { Fact } from './fact.js';

@Concept({
  single: 'role',
  plural: 'roles',
  chronology: 'began',
  description: 'An office held over a period. An end that is not known is UNKNOWN, not current.',
  groups: { PERSON: 'person', OF: 'of', TO: 'to', TITLE: 'title' },
})
export class Role extends Fact {
  @Text({ required: true, filter: true }) title!: string;
  @When({ filter: true }) appointed?: string;
  @When({ filter: true }) arrived?: string;
  @When({ filter: true, sort: true, description: 'Took up the office.' }) began?: string;
  @When({ filter: true, sort: true }) ended?: string;
  @Enum('Ending', {
    required: true,
    filter: true,
    description: 'ONGOING only where a source says so; NOT_TAKEN_UP for declined or never confirmed.',
  })
  ending!: string;
  @When({ filter: true, description: 'Days for which evidence shows it held.' }) attested?: string;
  @One('Person', { required: true, sort: 'name', label: 'HELD_BY_PERSON' }) person!: string;
  @One('Actor', { required: true, label: 'OFFICE_OF', description: 'Whose office it is.' }) of!: string;
  @One('Actor', { label: 'ACCREDITED_TO', description: 'Where it is accredited.' }) to?: string;
  /** The same for all holders of one office: whose it is, where accredited, its title. */
  @Code({ derived: true, hidden: true }) office!: string;
}
