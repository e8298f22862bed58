import { buildCatalogue } from './build.js';
import { concepts } from './concepts.js';

/** What there is: declared in concepts/, derived once. */
export const catalogue = buildCatalogue(concepts);
