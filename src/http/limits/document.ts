import type { DocumentNode, ValidationRule } from 'graphql';
import type { Limits } from '../../config.js';
import { aliases } from './aliases.js';
import { depth } from './depth.js';
import { directives } from './directives.js';
import { fragmentsOf } from './fragments.js';
import { listLiterals } from './lists.js';
import { refusal, type Over } from './over.js';
import { repeats } from './repeats.js';

/** What in a document goes over the limits that hold whatever the variables are. */
function overIn(document: DocumentNode, limits: Limits): Over[] {
  const fragments = fragmentsOf(document);
  const operations = document.definitions.filter((d) => d.kind === 'OperationDefinition');
  return [
    ...operations.flatMap((operation) =>
      [depth, aliases, repeats].flatMap((limit) => limit(operation, fragments, limits)),
    ),
    ...directives(document, limits),
    ...listLiterals(document, limits),
  ];
}

/** The limits of documents as a rule of GraphQL's validation. */
export function documentLimits(limits: Limits): ValidationRule {
  return (context) => ({
    Document(document) {
      const over = overIn(document, limits);
      for (const one of over) context.reportError(refusal(one));
      // Too large a document is looked at no further: the other rules go on with an empty one.
      return over.length ? { ...document, definitions: [] } : undefined;
    },
  });
}
