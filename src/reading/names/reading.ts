import type { Entity, Knowledge } from '../knowledge/knowledge.js';
import type { Name, Parts } from '../work.js';

/** How a name of the graph is read where it stands. */
export interface Read {
  readonly entity: Entity;
  readonly reading: 'LITERAL' | 'METONYM';
  /** What the words name where they stand for another. */
  readonly literal?: Entity | undefined;
  readonly reason: string;
}

const PLACING = new Set(
  'in at near outside to from into toward towards around leaving visited visiting reached through across inside'.split(
    ' ',
  ),
);

/**
 * Who or what a name of the graph stands for. A capital is a metonym where it acts: as a speaker, as the subject of a verb,
 * as the owner of a deed; after "in" or "to" and in a dateline it is the city.
 */
export function readName(
  name: Name,
  { parts, knowledge }: { readonly parts: Parts; readonly knowledge: Knowledge },
  speaks: boolean,
  isDateline: boolean,
): Read | undefined {
  const place = name.known.find((n) => n.entity.concept === 'Place');
  const state = name.known.find((n) => n.entity.concept === 'Country');
  const other = name.known.filter((n) => n !== place && n !== state);
  if (state && state.kind === 'METONYM' && place) {
    const acts = speaks || (!isDateline && isActing(name, parts));
    return acts
      ? {
          entity: state.entity,
          reading: 'METONYM',
          literal: place.entity,
          reason: speaks ? 'the capital speaks for the state' : 'the capital acts for the state',
        }
      : { entity: place.entity, reading: 'LITERAL', reason: isDateline ? 'dateline' : 'where something is' };
  }
  if (state && state.kind === 'METONYM')
    return { entity: state.entity, reading: 'METONYM', reason: 'the capital for the state' };
  if (state && place) return { entity: state.entity, reading: 'LITERAL', reason: reasonOf(state.kind) };
  if (state) {
    const states = name.known.filter((n) => n.entity.concept === 'Country');
    const today = states.filter((n) => !n.entity.until);
    const [one, ...more] = today.length ? today : states;
    return more.length && more.some((n) => n.entity !== one!.entity) && one!.kind === more[0]!.kind
      ? undefined
      : { entity: one!.entity, reading: 'LITERAL', reason: reasonOf(one!.kind) };
  }
  const all = place ? [place, ...other] : other;
  const [one, ...more] = all;
  if (one && more.every((n) => n.entity === one.entity))
    return { entity: one.entity, reading: 'LITERAL', reason: reasonOf(one.kind) };
  // Several go by it: what curators have nearly always decided stands.
  for (const { entity, text } of all) {
    const { ids, of } = knowledge.meant(text);
    const times = ids.get(entity.id) ?? 0;
    if (times >= OFTEN && times >= NEARLY_ALL * of)
      return { entity, reading: 'LITERAL', reason: `meant ${times} of ${of} times before` };
  }
  return undefined;
}

const OFTEN = 3;
const NEARLY_ALL = 0.9;

function reasonOf(kind: string): string {
  return kind === 'NAME' ? 'name' : kind === 'DEMONYM' ? 'adjective' : `another name (${kind.toLowerCase()})`;
}

/** A verb or a deed follows, and no preposition of place stands before. */
function isActing(name: Name, { tokens, view }: Parts): boolean {
  const before = tokens[name.first - 1]?.norm ?? '';
  if (PLACING.has(before)) return false;
  const after = view.text.slice(name.end, name.end + 24);
  if (/^['’]s? (?!airport|streets?|embassy|centre|center|suburbs|mayor|metro|residents|stock)/i.test(after))
    return true;
  if (/^(?:blam|accus|urg|press|warn|with|between|and|against|by|of|for)/.test(before)) return true;
  return (
    /^ (?:has|have|had|is|was|will|would|wants?|[a-z]+ed|[a-z]+s|[a-z]+ly|[a-z]+'?t)\b/.test(after) &&
    !/^ (?:is|was) (?:in|on|the capital)\b/.test(after)
  );
}
