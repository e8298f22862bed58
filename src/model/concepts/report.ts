import { Concept, Enum, Int, Many, One, Structs, Text, When } from '../declare.js';
import { Fact } from './fact.js';

@Concept({
  single: 'report',
  plural: 'reports',
  chronology: 'published',
  description: 'How one passage of an article words one statement. One statement, many reports.',
  groups: { FORM: 'form', ARTICLE: 'article', PUBLISHER: 'article.publisher', ORIGIN: 'origin' },
})
export class Report extends Fact {
  @Enum('ReportForm', { required: true, filter: true }) form!: string;
  @Text({ required: true, filter: true }) text!: string;
  @Int({ required: true, sort: true, description: 'Where the passage begins.' }) start!: number;
  @Text({ description: 'How this passage names the speaker: "North Korea\'s top nuclear envoy".' })
  speakerAs?: string;
  @One('Statement', { required: true, label: 'REPORTS' }) statement!: string;
  @One('Article', { required: true, label: 'REPORTED_IN' }) article!: string;
  @One('Actor', {
    label: 'ATTRIBUTED_TO',
    description:
      'Whom this passage names as speaking, where that is coarser than the speaker: Washington for a spokeswoman.',
  })
  attributedTo?: string;
  @One('Actor', {
    derived: true,
    label: 'ORIGIN',
    description:
      'Who had it first hand: the last of via, else what it copies, else the publisher. Corroboration counts origins.',
  })
  origin?: string;
  @Structs('Span', {
    description: 'The exact characters of source, cue and content, each possibly in pieces.',
  })
  spans!: object[];
  @Many('Actor', {
    label: 'VIA',
    plain: true,
    description: "The chain it came through, nearest first, the article's own publisher left out.",
  })
  via!: string[];
  @When({ derived: true, hidden: true, sort: true }) published?: string;
}
