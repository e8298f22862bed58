import type { Catalogue, Concept } from '../../model/catalogue.js';

// A record cannot be without what it must lead to: such a relation weighs more than all others together.
const REQUIRED = 1000;

/**
 * The concepts in the order of a graph's file, such that most relations lead back: next is always the one that leads to
 * the fewest of those that are still to come.
 */
export function inOrder(catalogue: Catalogue): Concept[] {
  const coming = catalogue.concrete.filter(({ name }) => name !== 'Change');
  const order: Concept[] = [];
  while (coming.length) {
    const ahead = (concept: Concept) => forward(catalogue, concept, new Set(coming.map(({ name }) => name)));
    const fewest = Math.min(...coming.map(ahead));
    const [next] = coming.splice(
      coming.findIndex((concept) => ahead(concept) === fewest),
      1,
    );
    order.push(next!);
  }
  return order;
}

function forward(catalogue: Catalogue, { name }: Concept, coming: ReadonlySet<string>): number {
  let sum = 0;
  for (const stored of catalogue.stored.filter((s) => s.owner === name)) {
    const far = catalogue.concept(stored.to).concretes.filter((to) => to !== name && coming.has(to));
    // Evidence leads to articles; what else is derived is not written.
    if (stored.written || stored.field === 'evidenceIn') sum += far.length * (stored.nullable ? 1 : REQUIRED);
  }
  return sum;
}
