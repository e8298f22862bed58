import type { Catalogue } from '../../model/catalogue.js';
import { fold } from '../../model/fold.js';
import { askedKeys } from '../../model/names/keys.js';
import { phrasesOf, sayingWords, wordsOf } from '../../model/names/phrases.js';
import { titles } from '../../model/names/titles.js';
import type { Plan } from '../../plan/plan.js';
import { Params } from '../../planner/params.js';
import { shapeOfKnown } from './known.js';

/** A name as it was met, and what is known of where. */
export interface Asked {
  readonly name: string;
  /** Names of concepts; all entities where there is none. */
  readonly kinds?: readonly string[] | undefined;
  /** The day on which somebody was called so: 2019-10-05. */
  readonly on?: string | undefined;
  /** What stands around the name, or was said of it. */
  readonly context?: string | undefined;
}

/** How many words are read of a name, and of its context. */
const WORDS = 22;
const CONTEXT = 200;
/** How many candidates are scored, and how many offices of one state are looked at. */
const MOST = 100;
const OFFICES = 2_000;
/** Of how many of these it is asked who held them: that reads the other holders of each. */
const FITTING = 20;

export const wordsOfName = (name: string) => wordsOf(name, WORDS);
export const wordsOfContext = (context: string | undefined) => wordsOf(context ?? '', CONTEXT);

/** What the store is asked before candidates are scored. Pure: no I/O, no engine. */
export function planCandidates(
  catalogue: Catalogue,
  { name, kinds, on, context }: Asked,
): Extract<Plan, { root: 'candidates' }> {
  const params = new Params();
  const words = wordsOfName(name);
  const untitled = words.filter((w) => !titles.has(w));
  const folds = [fold(name.trim()), words.join(' '), untitled.join(' ')].filter(Boolean);
  const list = (texts: readonly string[], order = 100) => params.add(filled(texts, order));
  const candidates = {
    folds: list([...new Set(folds)], 10),
    keys: list(askedKeys(name)),
    phrases: list(phrasesOf(words)),
    words: list(sayingWords(words)),
    context: list(phrasesOf(wordsOfContext(context)), 1000),
    kinds: kinds && list(kinds.map((kind) => catalogue.concept(kind).prefix)),
    day: on === undefined ? undefined : params.add(on),
    most: params.add(MOST),
    offices: params.add(OFFICES),
    fitting: params.add(FITTING),
  };
  const shape = shapeOfKnown(catalogue, params, candidates.day);
  return Object.freeze({ root: 'candidates', candidates: { ...candidates, shape }, params: params.values });
}

/**
 * A list just above a tenth of an order of magnitude: Neo4j plans a statement anew, which takes a second, when a list it
 * is sent is of another. No name, key or word is the empty text.
 */
function filled(texts: readonly string[], order: number): string[] {
  return [...texts, ...Array<string>(Math.max(0, order / 10 + 1 - texts.length)).fill('')];
}
