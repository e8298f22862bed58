import { Code, Concept, Flag, Instant, Int, Many, One, Text } from '../declare.js';
import { Node } from './node.js';

@Concept({ plural: 'changes', description: 'One applied change set.' })
export class Change extends Node {
  @Code({ required: true }) action!: string;
  @Code({ required: true }) by!: string;
  @Instant({ required: true }) at!: string;
  @Text() note?: string;
  /** Its place in the log: 1, 2, 3 … */
  @Int({ required: true, hidden: true, sort: true }) sequence!: number;
  @Int({ required: true }) created!: number;
  @Int({ required: true }) amended!: number;
  @Int({ required: true }) removed!: number;
  @Flag({ required: true }) dryRun!: boolean;
  @One('Change', { label: 'UNDONE_BY' }) undoneBy?: string;
  @Many('Node', { label: 'TOUCHED' }) touched!: string[];
}
