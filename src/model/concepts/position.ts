import { Concept, Enum, Float, One, When } from '../declare.js';
import { Fact } from './fact.js';

@Concept({
  single: 'position',
  plural: 'positions',
  chronology: 'said',
  description: 'A statement affirms or denies a claim, according to whoever coded it.',
  groups: { CLAIM: 'claim', HOLDER: 'holder', STANCE: 'stance', YEAR: 'said', MONTH: 'said' },
})
export class Position extends Fact {
  @Enum('Stance', { required: true, filter: true }) stance!: string;
  @Float({ required: true, filter: true }) confidence!: number;
  @One('Claim', { required: true, label: 'TAKEN_ON' }) claim!: string;
  @One('Statement', { required: true, label: 'TAKEN_IN' }) statement!: string;
  @One('Actor', {
    derived: true,
    required: true,
    sort: 'name',
    label: 'HELD_BY',
    description: 'Whom the statement speaks for, else its speaker.',
  })
  holder!: string;
  @When({ derived: true, hidden: true, sort: true }) said?: string;
}
