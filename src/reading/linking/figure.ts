import { ARE_ONE, compareNames, MAY_BE_ONE } from '../../model/names/compare.js';
import { splitWords } from '../../model/fold.js';
import { wordsOf } from '../../model/names/phrases.js';
import { wordsOfName, type Entity, type Knowledge, type Meant } from '../knowledge/knowledge.js';
import type { Figure, Link } from '../work.js';
import type { Known, Office } from './known.js';
import { onDay } from './on-day.js';
import { sceneOf, score } from './score.js';

/** A name, and whom curators decided that it means. */
type Decided = Meant & { readonly name: string };

/** How far the best must be from the next for nobody to doubt it. */
const MARGIN = 0.08;
/** How far its prior must be from the next's to tell two apart that fit alike: decided so twice, never otherwise. */
const DECIDED = 0.6;
const MOST = 5;
const LIFE = 100;
const AFTER_OFFICE = 45;

/** Who of the graph a person of an article is: spelling first, then office on the day, state, and who else is there. */
export function linkFigure(
  figure: Figure,
  knowledge: Knowledge,
  day: string,
  around: ReadonlySet<string>,
): Link {
  const owners = figure.titles.flatMap((t) => (t.owner ? [t.owner] : []));
  const named = owners.map((o): readonly [string, string, string] => [
    splitWords(o.name).join(' '),
    o.id,
    o.name,
  ]);
  const scene = sceneOf({ name: figure.name, on: day, context: [...around].join(' ') }, named, []);
  const single = figure.words.length === 1;
  const decided = [figure.name, figure.words.at(-1)!].map((name) => ({ name, ...knowledge.meant(name) }));
  const pool = knowledge.sounding(figure.name, day).filter((e) => canBe(e, knowledge, day));
  const scored = pool
    .map((entity) => {
      const known = knownOf(entity, knowledge, day);
      const spelt = score(known, scene);
      const office = officeFits(figure, known);
      const contradicts =
        owners.length > 0 &&
        known.country !== undefined &&
        !owners.some((o) => o.id === known.country!.id || o.country === known.country!.id);
      const serves = known.offices.some((o) => o.surely);
      const prior = priorOf(decided, entity);
      const lifted =
        1 - (1 - spelt.score) * (office ? (office.surely ? 0.3 : 0.45) : 1) * (1 - 0.5 * prior.weight);
      // A title of another state, or one that nothing on record bears out, speaks against an equal name.
      const doubt = contradicts
        ? 0.3
        : figure.titles.length && !office && known.offices.length && !serves
          ? 0.12
          : 0;
      // A single word is shared by many: office or state must say whose it is.
      const isShared = single && !office && !(serves && weight(knowledge, entity) > 0);
      const alone = isShared ? 0.25 * (1 - prior.weight) : 0;
      // Kate Brown, Governor, is not whoever was an envoy as Sue Katherine Brown; James Ford is no James Ford Cooper.
      const astray = !office && !single && strays(figure, entity) ? 0.3 : 0;
      const reason = [
        spelt.reason,
        ...(office ? [`office on ${day}: ${office.title} of ${office.of.name}`] : []),
        ...(prior.times ? [`meant by '${prior.name}' ${prior.times} of ${prior.of} times before`] : []),
        ...(contradicts ? ['of another state than the article says'] : []),
      ].join('; ');
      return {
        entity,
        prior: prior.weight,
        score: Math.max(0, Math.min(1, Math.round((lifted - doubt - alone - astray) * 100) / 100)),
        reason,
      };
    })
    .filter((c) => c.score >= MAY_BE_ONE)
    .sort(
      (a, b) =>
        b.score - a.score ||
        b.prior - a.prior ||
        weight(knowledge, b.entity) - weight(knowledge, a.entity) ||
        (a.entity.id < b.entity.id ? -1 : 1),
    )
    .slice(0, MOST);
  const [best, next] = scored;
  const isDecided = best && next && best.prior - next.prior >= DECIDED;
  if (best && best.score >= ARE_ONE && (isDecided || !(next && best.score - next.score < MARGIN)))
    return { entity: best.entity, score: best.score, reason: best.reason, candidates: scored };
  const why = best
    ? best.score >= ARE_ONE
      ? 'several fit alike'
      : 'nobody fits well enough'
    : 'nobody of that name is known';
  return { score: best?.score ?? 0, reason: why, candidates: scored };
}

/** Neither the name nor another name of an entity has the last word of this one last, or it has a word more before. */
function strays({ words, titles }: Figure, { name, aliases }: Entity): boolean {
  const all = [name, ...aliases.map((a) => a.text)].map((n) =>
    wordsOfName(n).filter((w) => !/^(?:jr|sr|i{2,3}|iv)$/.test(w)),
  );
  if (!all.some((n) => n.at(-1) === words.at(-1) || n[0] === words[0])) return true;
  if (all.some((n) => n.join(' ') === words.join(' '))) return false;
  // An office that nothing on record bears out, and other given names too.
  return titles.length > 0
    ? !all.some((n) => n[0] === words[0] || n.includes(words[0]!))
    : !all.some((n) => n.at(-1) === words.at(-1));
}

/** What was decided of an entity before, in any of the article's forms of a name; the weight 0 to 1 grows with how often. */
function priorOf(decided: readonly Decided[], { id }: Entity) {
  const [most] = decided
    .map(({ name, ids, of }) => ({ name, of, times: ids.get(id) ?? 0 }))
    .sort((a, b) => b.times - a.times);
  const { times, of } = most!;
  return { ...most!, weight: times ? (times / of) * (times / (times + 1)) : 0 };
}

const weight = (knowledge: Knowledge, { id }: Entity) => knowledge.prominence.get(id) ?? 0;

/** Whether somebody can have been alive and known on a day. */
function canBe(entity: Entity, knowledge: Knowledge, day: string): boolean {
  const year = Number(day.slice(0, 4));
  if (entity.until && entity.until < day) return false;
  if (entity.since && year - Number(entity.since.slice(0, 4)) > LIFE) return false;
  if (entity.since) return entity.since < day;
  const last = knowledge.lastServed(entity.id);
  return !last || year - Number(last.slice(0, 4)) < AFTER_OFFICE;
}

/** An entity as the scoring of names knows it. */
export function knownOf(entity: Entity, knowledge: Knowledge, day: string): Known {
  const named = (id: string | undefined) => {
    const found = id === undefined ? undefined : knowledge.entities.get(id);
    return found && { id: found.id, name: found.name };
  };
  const offices = knowledge.roles(entity.id).flatMap((role): Office[] => {
    const held = onDay(role, day);
    const of = named(role.of);
    const state = named(knowledge.entities.get(role.of)?.country);
    return held && of
      ? [{ title: role.title, of, state, to: named(role.to), surely: held === 'surely' }]
      : [];
  });
  return {
    id: entity.id,
    concept: entity.concept,
    name: entity.name,
    description: entity.description,
    aliases: entity.aliases,
    country: named(entity.country),
    offices,
    prominence: weight(knowledge, entity),
  };
}

function officeFits(figure: Figure, { offices }: Known): Office | undefined {
  for (const { office, owner } of figure.titles) {
    const said = wordsOf(office, 12);
    const found = offices
      .filter(({ title, of, state, to }) => {
        const words = splitWords(title);
        const head = said.at(-1)!;
        const fits = words.includes(head) || compareNames(office, title).score > ARE_ONE;
        return (
          fits &&
          (!owner ||
            [of.id, state?.id, to?.id].includes(owner.id) ||
            owner.country === state?.id ||
            owner.country === of.id)
        );
      })
      .sort((a, b) => Number(b.surely) - Number(a.surely))[0];
    if (found) return found;
  }
  return undefined;
}
