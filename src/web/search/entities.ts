import type { Kind } from './search.js';

/** What has a name and ties: what a network is drawn of, and what is merged and split. */
export const entities: readonly Kind[] = [
  'PERSON',
  'COUNTRY',
  'ORGANIZATION',
  'UNNAMED_ACTOR',
  'PLACE',
  'VENUE',
  'MEETING',
  'MEETING_SERIES',
  'EVENT',
  'DOCUMENT',
  'TOPIC',
];
