import { createHash } from 'node:crypto';

const hashed = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Under this mark a tombstone lies on a record: its id may itself tell of whom it was. */
export const markOf = (id: string): string => hashed(id);

/** The mark of an article's text alone. */
export const textMarkOf = (article: string): string => hashed(`text of ${article}`);
