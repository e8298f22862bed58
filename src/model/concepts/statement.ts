import { Code, Concept, Day, Enum, Inverse, Many, One, Text, When } from '../declare.js';
import { Fact } from './fact.js';

@Concept({
  single: 'statement',
  plural: 'statements',
  chronology: 'said',
  description: 'One act of speech: who said what, about what, when, where, to whom, for whom.',
  groups: {
    SPEAKER: 'speaker',
    ON_BEHALF_OF: 'onBehalfOf',
    ABOUT: 'about',
    TOPIC: 'about:Topic',
    MEETING: 'about:Meeting',
    ACT: 'act',
    CHANNEL: 'channel',
    YEAR: 'said',
    MONTH: 'said',
    DAY: 'said',
    ARTICLE: 'articles',
    PUBLISHER: 'articles.publisher',
  },
})
export class Statement extends Fact {
  @Text({ required: true, filter: true, search: true, description: 'The fullest wording known, as printed.' })
  text!: string;
  @Code({ required: true, filter: true, description: 'The language of text.' }) language!: string;
  @Enum('SpeechAct', { required: true, filter: true }) act!: string;
  @Enum('Channel', { filter: true }) channel?: string;
  @Text({ description: 'To whom: "reporters in Stockholm".' }) audience?: string;
  @When({ filter: true, sort: true }) said?: string;
  @Day() earliest?: string;
  @Day() latest?: string;
  @Code({ description: 'The language it was spoken in, where text is a rendering.' }) spokenIn?: string;
  @One('Actor', { sort: 'name', label: 'SPOKEN_BY', description: 'Null where nobody is named as speaking.' })
  speaker?: string;
  @One('Actor', {
    sort: 'name',
    label: 'ON_BEHALF_OF',
    description:
      'The state or international body spoken for, by the role held on that day; never its ministry. One that speaks itself speaks for itself.',
  })
  onBehalfOf?: string;
  @One('Role', { label: 'SPOKEN_AS', description: 'The office the speaker held on that day.' }) role?: string;
  @One('Place', { label: 'SAID_IN' }) place?: string;
  @One('Venue', { label: 'SAID_AT_VENUE' }) venue?: string;
  @One('Meeting', {
    label: 'SAID_AT',
    description: 'The meeting in which it was said; about is what it was said of.',
  })
  saidAt?: string;
  @One('Document', { label: 'WORDED_IN' }) document?: string;
  @One('Statement', { label: 'REPLIES_TO' }) repliesTo?: string;
  @Many('Actor', { label: 'ADDRESSED_TO' }) addressees!: string[];
  @Many('Entity', { label: 'ABOUT' }) about!: string[];
  @Many('Article', { derived: true, hidden: true, filter: false, label: 'TOLD_IN' }) articles!: string[];
  @Inverse('Report', 'statement', { sort: 'count' }) reports!: string[];
  @Inverse('Position', 'statement', { sort: 'count' }) positions!: string[];
  @Inverse('Statement', 'repliesTo') replies!: string[];
}
