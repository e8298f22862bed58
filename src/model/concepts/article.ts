import { Code, Concept, Instant, Int, Inverse, One, Text, When } from '../declare.js';
import { Node } from './node.js';

@Concept({
  single: 'article',
  plural: 'articles',
  lookup: 'url',
  chronology: 'published',
  description: 'A text as it was published. It never changes; a correction is a new version.',
  groups: {
    PUBLISHER: 'publisher',
    AGENCY: 'agency',
    LANGUAGE: 'language',
    YEAR: 'published',
    MONTH: 'published',
  },
})
export class Article extends Node {
  @Code({ filter: true }) url?: string;
  @Text({ required: true, filter: true, search: true }) title!: string;
  @Code({ required: true, filter: true }) language!: string;
  @When({ filter: true, sort: true }) published?: string;
  @Text() dateline?: string;
  @Text() byline?: string;
  @Text({
    search: true,
    licensedBy: 'licence',
    description:
      'Null where the text may not be kept; its spans stand all the same, and attaching a text with the same hash brings it back.',
  })
  body?: string;
  @Code({ required: true, filter: true, description: 'SHA-256 of the text in UTF-8.' }) textHash!: string;
  @Int({ required: true }) textLength!: number;
  @Code() licence?: string;
  @Instant({ required: true, filter: true, sort: true }) recordedAt!: string;
  @One('Organization', { sort: 'name', label: 'PUBLISHED_BY' }) publisher?: string;
  @One('Organization', { label: 'FROM_AGENCY' }) agency?: string;
  @One('Article', { label: 'VERSION_OF', acyclic: true }) versionOf?: string;
  @One('Article', { label: 'COPY_OF', acyclic: true }) copyOf?: string;
  @Inverse('Report', 'article', { sort: 'count' }) reports!: string[];
  @Inverse('Mention', 'article', { sort: 'count' }) mentions!: string[];
  @Inverse('Statement', 'articles', { sort: 'count' }) statements!: string[];
}
