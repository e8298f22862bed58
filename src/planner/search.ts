import { createHash } from 'node:crypto';
import type { SelectionSetNode } from 'graphql';
import type { Catalogue } from '../model/catalogue.js';
import { searchFamilies } from '../model/search-families.js';
import { searchTerms, written } from '../model/search-terms.js';
import { kindWord } from '../model/search-text.js';
import { FullText } from '../plan/full-text.js';
import type { OrderKey, Page, Search, SearchedFamily } from '../plan/plan.js';
import type { AskedPage, PageArguments } from './page.js';
import type { Params } from './params.js';
import { collect, selectionsOf } from './selection.js';
import type { ShapePlanner } from './shape.js';

interface SearchArguments extends PageArguments {
  readonly text: string;
  readonly kinds?: readonly string[] | null;
}

const ORDER: readonly OrderKey[] = [
  { by: 'column', column: 'tier', type: 'int', nullable: false, direction: 'ASC' },
  { by: 'column', column: 'key', type: 'text', nullable: false, direction: 'ASC' },
  { by: 'id', direction: 'ASC' },
];

/** Plans a full-text search as a page. A cursor holds for the same text and kinds. @throws BAD_USER_INPUT, BAD_CURSOR */
export function planSearch(
  shapes: ShapePlanner,
  asked: AskedPage,
  selections: readonly SelectionSetNode[],
): Page {
  const texts = showsHighlight(shapes, selections);
  const search = shapes.args.say(asked.field, asked.node, (args: SearchArguments, params) => ({
    ...searchOf(shapes.catalogue, args, params),
    texts,
  }));
  return shapes.pages.plan({ search }, 'Node', asked, selections, ({ text, kinds }: SearchArguments) => {
    const digest = createHash('sha256')
      .update(JSON.stringify([text, kinds ?? null]))
      .digest('hex');
    return { order: ORDER, list: `search ${digest.slice(0, 12)}` };
  });
}

function searchOf(
  catalogue: Catalogue,
  { text, kinds }: SearchArguments,
  params: Params,
): Omit<Search, 'texts'> {
  const all = searchFamilies(catalogue);
  const some = all.flatMap(({ concepts, ...family }) => {
    const wanted = concepts.filter((c) => !kinds || kinds.includes(c.kind));
    return wanted.length ? [{ ...family, concepts: wanted }] : [];
  });
  // Of kinds that are not searched nothing is found, as of no words.
  const { exact, begins, terms, without } = searchTerms(some.length ? text : '');
  const wanted = some.length ? some : all;
  const among = wanted.map(({ family, label, concepts: of }): SearchedFamily => {
    const whole = catalogue.concept(label).concretes.length === of.length;
    const words = whole ? [] : of.map((c) => kindWord(c.kind));
    const ask = (asks: 'all' | 'any') => params.add(new FullText(asks, terms, without, words));
    const concepts = params.add(of.map((c) => c.name));
    return { family, label, concepts, whole, all: ask('all'), any: ask('any') };
  });
  return {
    among,
    concepts: wanted.flatMap((family) => family.concepts.map((c) => c.name)),
    exact: params.add(exact),
    begins: params.add(begins),
    until: params.add(exact && `${begins}\uffff`),
    terms: { param: params.add(terms.map(written)), count: terms.length },
    without: { param: params.add(without.map(written)), count: without.length },
  };
}

function showsHighlight({ operation }: ShapePlanner, selections: readonly SelectionSetNode[]): boolean {
  const below = (of: readonly SelectionSetNode[], type: string) => [
    ...collect(operation, of, new Set([type])).values(),
  ];
  return below(selections, 'SearchConnection')
    .filter((nodes) => nodes[0]!.name.value === 'edges')
    .flatMap((nodes) => below(selectionsOf(nodes), 'SearchEdge'))
    .some((nodes) => nodes[0]!.name.value === 'highlight');
}
