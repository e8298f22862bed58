import { Concept, Flag, Inverse, Many, Text, When } from '../declare.js';
import { Fact } from './fact.js';

@Concept({
  single: 'claim',
  plural: 'claims',
  chronology: 'said',
  description: 'A proposition that statements affirm or deny.',
  groups: { ABOUT: 'about' },
})
export class Claim extends Fact {
  @Text({ required: true, filter: true, search: true }) text!: string;
  @Flag({
    derived: true,
    required: true,
    filter: true,
    description:
      "Affirmed by one party and denied by another, or affirmed while another party affirms a claim that contradicts it. Nobody's position replaces another's.",
  })
  contested!: boolean;
  @Flag({
    derived: true,
    required: true,
    filter: true,
    description: 'One party has affirmed and denied it, or affirmed what contradicts it, at different times.',
  })
  shifted!: boolean;
  @Many('Entity', { label: 'CLAIM_ABOUT' }) about!: string[];
  @Inverse('Position', 'claim', { sort: 'count' }) positions!: string[];
  @Many('Claim', { label: 'CONTRADICTS', symmetric: true }) contradicts!: string[];
  /** The latest day that somebody took a position on it. */
  @When({ derived: true, hidden: true, sort: true }) said?: string;
}
