import { Code, Concept, Enum, Instant, Many, Structs } from '../declare.js';
import { Node } from './node.js';

@Concept({ abstract: true, description: 'A record that says where it comes from.' })
export abstract class Fact extends Node {
  @Enum('Review', {
    required: true,
    filter: true,
    description:
      'PROPOSED records are in lists, counts and contested, and say so; where: {review: {eq: ACCEPTED}} leaves them out. REJECTED ones are in no list, count, group or path; proposals(review: REJECTED), node and changes show them.',
  })
  review!: string;
  @Structs('Evidence') evidence!: object[];
  @Instant({ required: true, filter: true, sort: true }) recordedAt!: string;
  @Code({ required: true }) recordedBy!: string;
  /** The articles its evidence lies in. */
  @Many('Article', { derived: true, hidden: true, filter: false, label: 'EVIDENCE' }) evidenceIn!: string[];
}
