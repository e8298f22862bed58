import { dateIn } from '../dates/date.js';
import type { Entity, Knowledge, Talks } from '../knowledge/knowledge.js';
import { ownerOf } from '../names/find.js';
import type { Figure, Name, Parts, Span } from '../work.js';

/** Talks that a passage speaks of, and which they are. */
export interface TalksNamed extends Span {
  readonly talks?: Talks | undefined;
  /** The number of those that the graph has not, among the proposals. */
  readonly proposed?: number | undefined;
  readonly reason: string;
}

export interface TalksProposed extends Span {
  readonly name: string;
  readonly kind: string;
  readonly status: string;
  readonly when?: string | undefined;
  readonly place?: Entity | undefined;
  readonly parties: readonly Entity[];
}

const KINDS: Readonly<Record<string, string>> = {
  talks: 'TALKS',
  negotiations: 'TALKS',
  discussions: 'TALKS',
  discussion: 'TALKS',
  summit: 'SUMMIT',
  meeting: 'TALKS',
  meetings: 'TALKS',
  call: 'CALL',
  visit: 'VISIT',
  conference: 'CONFERENCE',
  dialogue: 'TALKS',
  trip: 'VISIT',
  dinner: 'TALKS',
};
const OPEN = new Set('talks negotiations discussions summit meeting discussion'.split(' '));
const LEFT = 6;
const RIGHT = 16;
/** The talks of the article are those of these days: 14 of them, in ms. */
const LATELY = 14 * 86_400_000;

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
/** Words before the noun, and after it, that tell which talks; and those that only join them. */
const TELLING = new Set([
  ...MONTHS,
  ...'nuclear peace trade denuclearization denuclearisation bilateral trilateral historic level working inaugural'.split(
    ' ',
  ),
]);
const DATING = new Set([
  ...MONTHS,
  ...'year weeks time monday tuesday wednesday thursday friday saturday sunday month week'.split(' '),
]);
const JOINING = new Set(
  'in at on between and with of last late early this next the two president leader prime minister us held north souths norths his counterpart'.split(
    ' ',
  ),
);

/** The talks of a text: by place, date and parties, and those that its talks without more words are. */
export function talksOf(
  parts: Parts,
  names: readonly Name[],
  figureOf: ReadonlyMap<Name, Figure>,
  knowledge: Knowledge,
  day: string,
): { named: TalksNamed[]; proposed: TalksProposed[] } {
  const { tokens, view, sentences, sentenceOf } = parts;
  const named: TalksNamed[] = [];
  const proposed: TalksProposed[] = [];
  let main: Pick<TalksNamed, 'talks' | 'proposed'> | undefined;
  const nameAt = new Map<number, Name>();
  for (const name of names) for (let i = name.first; i <= name.last; i++) nameAt.set(i, name);
  tokens.forEach((token, i) => {
    const kind = Object.hasOwn(KINDS, token.norm) ? KINDS[token.norm]! : undefined;
    if (!kind || nameAt.get(i)?.known.some((n) => n.entity.concept !== 'Topic')) return;
    const { first, last, plain } = phraseAt(i);
    const span = { first, last, start: tokens[first]!.start, end: tokens[last]!.end };
    const text = view.text.slice(span.start, span.end);
    const inside = namesWithin(first, last);
    const places = inside.flatMap((n) => placesOf(n));
    const parties = new Set(inside.flatMap((n) => partiesOf(n)));
    const own = dateIn(text, day, 'any');
    // "walked away on Saturday from talks in Sweden": the sentence says when, and who.
    const sentence = sentences[sentenceOf[i]!]!;
    const isPlaced = places.length > 0 && own === undefined && parties.size === 0;
    const around = isPlaced ? dateIn(view.text.slice(sentence.start, span.start), day) : undefined;
    const when = own ?? (around?.length === 10 ? around : undefined);
    if (isPlaced && when)
      for (const n of names)
        if (sentenceOf[n.first] === sentenceOf[i] && n.first < first)
          for (const p of partiesOf(n)) if (p.startsWith('country:')) parties.add(p);
    const clues = Number(places.length > 0) + Number(parties.size > 1) + Number(when !== undefined);
    if (clues === 0) {
      if (main && plain && OPEN.has(token.norm))
        named.push({ ...span, ...main, reason: 'the talks of this article' });
      return;
    }
    const known = bestOf(knowledge, { kind, places, parties, when, day });
    if (known) {
      named.push({ ...span, talks: known.talks, reason: known.reason });
      if (isLately(known.talks.from)) main ??= { talks: known.talks };
      return;
    }
    const states = [...parties]
      .flatMap((id) => knowledge.entities.get(id) ?? [])
      .filter((e) => e.concept === 'Country');
    if (clues < 2 || kind === 'VISIT' || kind === 'CALL') return;
    const same = proposed.findIndex(
      (p) =>
        (!when || !p.when || p.when === when) &&
        (!places.length || !p.place || places.includes(p.place.id)) &&
        states.every((s) => p.parties.includes(s)),
    );
    const number =
      same >= 0
        ? same
        : proposed.push({
            ...span,
            name: text.replace(/^(?:the|a|an|these|those)\s+/i, ''),
            kind,
            status: 'HELD',
            when,
            place: places[0] === undefined ? undefined : knowledge.entities.get(places[0]),
            parties: states,
          }) - 1;
    named.push({ ...span, proposed: number, reason: 'by place, date and who met, in the article’s words' });
    if (when !== undefined && isLately(when)) main ??= { proposed: number };
  });
  return { named, proposed };

  function isLately(when: string): boolean {
    return when.length >= 10 && Math.abs(Date.parse(when.slice(0, 10)) - Date.parse(day)) <= LATELY;
  }

  function namesWithin(first: number, last: number): Name[] {
    const found = new Set<Name>();
    for (let i = first; i <= last; i++) {
      const name = nameAt.get(i);
      if (name && name.first >= first && name.last <= last) found.add(name);
    }
    return [...found];
  }

  /** The noun with what tells which: from its article to the last of place, date and parties. */
  function phraseAt(i: number): { first: number; last: number; plain: boolean } {
    const sentence = sentences[sentenceOf[i]!]!;
    let first = i;
    for (let at = i - 1; at >= Math.max(0, i - LEFT) && tokens[at]!.start >= sentence.start; at--) {
      if (!/^(?:['’]s?)?[ -]$/.test(view.text.slice(tokens[at]!.end, tokens[at + 1]!.start))) break;
      const { norm } = tokens[at]!;
      if (/^(?:the|a|an|these|those|this|that|first|second|third)$/.test(norm)) {
        first = at;
        if (!/^(?:first|second|third)$/.test(norm)) break;
      } else if (nameAt.has(at) || TELLING.has(norm)) first = at;
      else break;
    }
    let last = i;
    for (let at = i + 1; at < Math.min(tokens.length, i + RIGHT) && tokens[at]!.start < sentence.end; at++) {
      const gap = view.text.slice(tokens[at - 1]!.end, tokens[at]!.start);
      if (!/^(?:['’]s?)? $|^-$/.test(gap)) break;
      const { norm } = tokens[at]!;
      if (nameAt.has(at) || /^\d{1,4}$/.test(norm) || DATING.has(norm)) last = at;
      else if (!JOINING.has(norm)) break;
    }
    return { first, last, plain: last === i };
  }

  function placesOf(name: Name): string[] {
    const before = tokens[name.first - 1]?.norm ?? '';
    const isPlaced = /^(?:in|at|near|outside|a|an|the)$/.test(before);
    return name.known.flatMap(({ entity }) =>
      isPlaced && (entity.concept === 'Place' || entity.concept === 'Country') ? [entity.id] : [],
    );
  }

  function partiesOf(name: Name): string[] {
    const before = tokens[name.first - 1]?.norm ?? '';
    if (/^(?:in|at|near|outside)$/.test(before)) return [];
    const figure = figureOf.get(name);
    const state = ownerOf(name.known);
    const own = figure?.link?.entity;
    const of = own?.country ?? figure?.titles.find((t) => t.owner)?.owner?.country;
    return [state?.concept === 'Country' ? state.id : undefined, own?.id, of].filter((id): id is string =>
      Boolean(id),
    );
  }
}

interface Clues {
  readonly kind: string;
  readonly places: readonly string[];
  readonly parties: ReadonlySet<string>;
  readonly when: string | undefined;
  readonly day: string;
}

/** The known talks that two of place, date and parties agree with, and none contradicts. */
function bestOf(
  knowledge: Knowledge,
  { kind, places, parties, when, day }: Clues,
): { talks: Talks; reason: string } | undefined {
  const found: { talks: Talks; reason: string; score: number }[] = [];
  const years =
    when === undefined
      ? [day.slice(0, 4), String(Number(day.slice(0, 4)) - 1)]
      : when.split('/').map((d) => d.slice(0, 4));
  for (const talks of knowledge.talksIn(years)) {
    if (
      !talks.from ||
      (kind === 'CALL') !== (talks.kind === 'CALL') ||
      (kind === 'VISIT') !== (talks.kind === 'VISIT')
    )
      continue;
    const inTime = when !== undefined && overlaps(talks, when);
    if (when !== undefined && !inTime) continue;
    const isNear = Math.abs(Date.parse(talks.until.slice(0, 10)) - Date.parse(day)) < 20 * 86_400_000;
    const atPlace = talks.places.some((p) => places.includes(p));
    if (places.length && talks.places.length && !atPlace) continue;
    const met = [...parties].filter((p) => talks.parties.has(p)).length;
    if (parties.size > 1 && talks.parties.size && met < Math.min(2, parties.size)) continue;
    const score =
      Number(inTime) + Number(atPlace) + Number(met > 1) + (isNear && when === undefined ? 0.6 : 0);
    if (score < 1.6) continue;
    const reason = `by ${[atPlace ? 'place' : '', inTime || isNear ? 'date' : '', met > 1 ? 'who met' : ''].filter(Boolean).join(', ')}`;
    found.push({ talks, reason, score });
  }
  found.sort((a, b) => b.score - a.score || (a.talks.id < b.talks.id ? -1 : 1));
  return found[0] && found[1]?.score !== found[0].score ? found[0] : undefined;
}

function overlaps({ from, until }: Talks, when: string): boolean {
  const [a, b] = when.includes('/') ? when.split('/') : [when, when];
  return from.slice(0, b!.length) <= b! && until.slice(0, a!.length) >= a!;
}
