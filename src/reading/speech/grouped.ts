import { splitWords } from '../../model/fold.js';
import type { Attribution, Figure, Who } from '../work.js';
import { isSame } from './same.js';

/** One statement: who made it, and the passages that tell it. */
export interface Told {
  readonly who: Who;
  readonly passages: readonly Attribution[];
}

/** With how many statements before it one is compared: more have no article, and a page of them would take hours. */
const RECENT = 300;

const STOP = new Set(
  'the a an in on at to for from by with of as and or but that this these those it its he she they we i you is are was were be been being has have had do does did will would can could may might must should not no his her their our your my us them there which who what when where if than then so after before also more'.split(
    ' ',
  ),
);

/**
 * Puts together the passages of an article that tell the same statement (rules 1 and 2 of how to model): of one person or
 * one party, and worded alike. Several who speak as one make one statement each (rule 6).
 */
export function grouped(attributions: readonly Attribution[], text: string): Told[] {
  const groups: { who: Who; passages: Attribution[]; words: Worded[] }[] = [];
  for (const attribution of attributions) {
    if (!attribution.who) continue;
    const each = attribution.who.is === 'several' ? attribution.who.each : [attribution.who];
    for (const who of each) {
      const worded = wordsOf(attribution, text);
      const same = groups
        .slice(-RECENT)
        .find((g) => isOneParty(g.who, who) && g.words.some((w) => isAlike(w, worded)));
      if (!same) groups.push({ who, passages: [attribution], words: [worded] });
      else {
        same.passages.push(attribution);
        same.words.push(worded);
        if (rank(who) > rank(same.who)) same.who = who;
      }
    }
  }
  return groups.map(({ who, passages }) => ({ who, passages }));
}

/** Who is named most closely: a person, then a body, then a state. */
const rank = (who: Who): number =>
  who.is === 'figure' ? 3 : who.is === 'entity' ? (who.entity.concept === 'Country' ? 1 : 2) : 0;

function isOneParty(a: Who, b: Who): boolean {
  if (a.is === b.is && (a.is === 'figure' || a.is === 'entity')) return isSame(a, b);
  if (a.is === 'unnamed' || b.is === 'unnamed')
    return a.is === b.is && (a as { text: string }).text === (b as { text: string }).text;
  if (a.is === 'body' && b.is === 'body') return a.text === b.text;
  const [figure, other] =
    a.is === 'figure' ? [a.figure, b] : b.is === 'figure' ? [b.figure, a] : [undefined, a];
  return Boolean(figure && other.is === 'entity' && stateOf(figure) === other.entity.id);
}

/** The state that a person of the article speaks for, by office; an id. */
export function stateOf({ link, titles }: Figure): string | undefined {
  const owner = titles.find((t) => t.owner)?.owner;
  return owner?.country ?? (owner?.concept === 'Country' ? owner.id : undefined) ?? link?.entity?.country;
}

interface Worded {
  readonly words: ReadonlySet<string>;
  readonly quoted: readonly string[];
  readonly whole: string;
}

function wordsOf({ content }: Attribution, text: string): Worded {
  const said = content.map((c) => text.slice(c.start, c.end)).join(' ');
  const quoted = [...said.matchAll(/[“"«]([^”"»]+)/g)]
    .map(([, inner]) => splitWords(inner!).join(' '))
    .filter(Boolean);
  const words = new Set(
    splitWords(said)
      .filter((w) => !STOP.has(w))
      .map((w) => w.slice(0, 5)),
  );
  return { words, quoted, whole: ` ${splitWords(said).join(' ')} ` };
}

/** One quotes words of the other, or has nearly all that the other says, in so many words. */
function isAlike(a: Worded, b: Worded): boolean {
  const quotes = (one: Worded, other: Worded) =>
    one.quoted.some((q) => q.split(' ').length > 1 && other.whole.includes(` ${q} `));
  if (quotes(a, b) || quotes(b, a)) return true;
  if (a.quoted.length && b.quoted.length) return false;
  const [small, large] = a.words.size <= b.words.size ? [a.words, b.words] : [b.words, a.words];
  if (small.size < 2) return false;
  let shared = 0;
  for (const word of small) if (large.has(word)) shared++;
  return shared / small.size >= (large.size > 3 * small.size ? 1 : 0.75);
}
