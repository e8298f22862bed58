import type { Concept, Field } from '../../../model/catalogue.js';
import { isWritable } from '../../../store/apply/check.js';

/** Apply and the mapping as a whole give these. */
const ELSEWHERE = new Set(['review', 'evidence', 'recordedAt', 'recordedBy']);
/** Structures that a table can give; spans and the candidates of a mention lie in articles. */
const STRUCTURES = new Set(['aliases', 'externalIds']);

/** Whether a table gives it. */
export const isGiven = (field: Field): boolean =>
  isWritable(field) &&
  !ELSEWHERE.has(field.name) &&
  (field.is === 'relation' || field.type !== 'json' || STRUCTURES.has(field.name));

export const givenFields = (concept: Concept): Field[] => [...concept.fields.values()].filter(isGiven);
