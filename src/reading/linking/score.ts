import { fold } from '../../model/fold.js';
import { compareNames, MAY_BE_ONE, wordsThatCount } from '../../model/names/compare.js';
import { sayingWords, wordsOf } from '../../model/names/phrases.js';
import type { Named as Phrase } from '../../plan/candidates.js';
import { wordsOfContext, wordsOfName, type Asked } from './asked.js';
import type { Known, Office } from './known.js';
import { fitOf, holds } from './office.js';

/** What the text and its context name, as the graph knows it. */
export interface Scene {
  readonly asked: Asked;
  readonly named: readonly Phrase[];
  readonly context: readonly Phrase[];
  /** The words of the name, folded, and those of its context that say something. */
  readonly words: readonly string[];
  readonly said: ReadonlySet<string>;
}

/** What is the same for all candidates, made once. */
export function sceneOf(asked: Asked, named: readonly Phrase[], context: readonly Phrase[]): Scene {
  const said = new Set(sayingWords(wordsOfContext(asked.context)));
  return { asked, named, context, words: wordsOfName(asked.name), said };
}

export interface Scored {
  readonly score: number;
  /** For a reader: what speaks for it, in the order of its weight. */
  readonly reason: string;
}

interface Sign {
  /** How much of what is left to certainty it takes away, 0 to 1. */
  readonly lift: number;
  readonly reason: string;
}

/** An alias that is one word of a person's name, or that stands for a state, is shared more easily than a full name. */
const LOOSE = new Set(['ABBREVIATION', 'METONYM', 'DEMONYM', 'DESCRIPTION', 'TITLE']);

/**
 * How well an entity fits a name, from 0 to 1 in hundredths. Spelling comes first; office, day and context lift what
 * spelling allows and never join what it keeps apart. An office that is named together with whose it is needs no name.
 */
export function score(known: Known, scene: Scene): Scored {
  const { words } = scene;
  const owners = scene.named.filter(([phrase, id]) => isOf(known, id) && phrase !== words.join(' '));
  const rest = without(words, owners);
  const spelt = spelling(known, scene, owners.length ? rest.join(' ') : '');
  const held = known.offices.map((office) => fitOf(office, rest, owners));
  const best = held.sort((a, b) => b.fit - a.fit)[0];
  if (best && best.alone && owners.length && spelt.score < best.alone)
    return rounded(best.alone, [`it names the office of ${known.name}`, holds(best.office, scene.asked.on)]);
  if (spelt.score < MAY_BE_ONE) return rounded(0, [spelt.reason]);
  const signs = [
    ...(best?.fit
      ? [{ lift: lift(best.office, scene.asked.on), reason: holds(best.office, scene.asked.on) }]
      : []),
    ...owners.slice(0, 1).map(([, , name]) => ({ lift: 0.3, reason: `named with ${name}` })),
    ...(best && !best.fit && scene.asked.on && best.office.surely
      ? [{ lift: 0.1, reason: holds(best.office, scene.asked.on) }]
      : []),
    ...surroundings(known, scene),
  ];
  const doubt = signs.reduce((left, sign) => left * (1 - sign.lift), 1);
  return rounded(1 - (1 - spelt.score) * doubt, [spelt.reason, ...signs.map((s) => s.reason)]);
}

const rounded = (of: number, reasons: readonly string[]): Scored => ({
  score: Math.round(of * 100) / 100,
  reason: reasons.join('; '),
});

const lift = ({ surely }: Office, on: string | undefined) => (surely ? 0.5 : on ? 0.35 : 0.3);

/** The entity belongs to it, or holds an office of it. */
const isOf = ({ id, country, offices }: Known, other: string) =>
  id !== other &&
  (country?.id === other || offices.some((o) => [o.of.id, o.state?.id, o.to?.id].includes(other)));

function without(words: readonly string[], owners: readonly Phrase[]): string[] {
  const named = new Set(owners.flatMap(([phrase]) => phrase.split(' ')));
  return words.filter((w) => !named.has(w));
}

function spelling({ name, aliases }: Known, { asked, words }: Scene, rest: string): Scored {
  const text = asked.name;
  const typed = new Set([fold(text.trim()), words.join(' ')]);
  if (typed.has(fold(name))) return { score: 1, reason: `'${name}' is its name` };
  const alias = aliases.find((a) => typed.has(fold(a.text)));
  if (alias) {
    const kind = alias.kind.toLowerCase();
    return {
      score: LOOSE.has(alias.kind) ? 0.9 : 0.97,
      reason: `'${alias.text}' is another name of ${name} (${kind})`,
    };
  }
  const all = [name, ...aliases.filter((a) => a.kind !== 'DEMONYM').map((a) => a.text)];
  const compared = [text, ...(rest ? [rest] : [])].flatMap((t) =>
    comparable(t, all).map((n) => compareNames(t, n)),
  );
  const best = compared.reduce((a, b) => (b.score > a.score ? b : a));
  return { score: Math.min(best.score, 0.95), reason: `spelling: ${best.reason}` };
}

// Kim is a name of Kim Jong Un, but Kim Myong Gil is not: who has a longer name is compared by that.
function comparable(text: string, names: readonly string[]): readonly string[] {
  const least = Math.min(wordsThatCount(text), Math.max(...names.map(wordsThatCount)));
  return names.filter((n) => wordsThatCount(n) >= least);
}

/** What the context says for it: that it is named there in full, what it belongs to, words of its offices and description. */
function surroundings(known: Known, { context, words, said }: Scene): Sign[] {
  if (!said.size) return [];
  const signs: Sign[] = [];
  if (context.some(([phrase, id]) => id === known.id && phrase.includes(' ')))
    signs.push({ lift: 0.4, reason: 'named in full in the context' });
  const around = context.find(([, id]) => isOf(known, id));
  if (around) signs.push({ lift: 0.25, reason: `named in the context: ${around[2]}` });
  const own = [...known.offices.map((o) => o.title), known.description, known.name].join(' ');
  const shared = sayingWords(wordsOf(own, 60)).filter((w) => said.has(w) && !words.includes(w));
  if (shared.length)
    signs.push({ lift: 0.15, reason: `words of the context: ${shared.slice(0, 5).join(', ')}` });
  return signs;
}
