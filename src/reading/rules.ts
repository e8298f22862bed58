import { assemble } from './assemble.js';
import type { Extractor } from './extractor.js';
import { runStages } from './stages.js';

/** The reading by rules: no model, no network, the same every time. */
export const rules: Extractor = {
  name: 'rapporteur-rules-1',
  extract: (article, knowledge) => assemble(runStages(article, knowledge)),
};
