import { ARE_ONE } from '../model/names/compare.js';
import { knownOf } from './linking/figure.js';
import type { Entity } from './knowledge/knowledge.js';
import type {
  ActorFound,
  Extraction,
  MentionFound,
  Reference,
  ReportFound,
  SpanFound,
  StatementFound,
} from './extractor.js';
import { onDay } from './linking/on-day.js';
import { readName } from './names/reading.js';
import { stateOf, type Told } from './speech/grouped.js';
import { isSame } from './speech/same.js';
import type { Work } from './stages.js';
import type { TalksNamed } from './talks/talks.js';
import { splitWords } from '../model/fold.js';
import type { Attribution, Figure, Name, Who } from './work.js';

/** What talks that the graph has not are called by in an extraction. */
const keyOfTalks = (number: number) => `talks ${number}`;

/** What the stages found, with offsets into the text as it was handed in. */
export function assemble(work: Work): Extraction {
  const { view, head, day, knowledge, names, figureOf, talks, told, parts } = work;
  const { text } = work.article;
  const actors = new Map<string, ActorFound>();
  const keyOfFigure = new Map<Figure, string>();
  const mentions: MentionFound[] = [];
  const warnings: string[] = [];
  if (parts.unbalanced)
    warnings.push(
      `${parts.unbalanced} quotation ${parts.unbalanced === 1 ? 'mark is' : 'marks are'} never closed; what they open ends with its paragraph`,
    );
  if (!head.day) warnings.push('No day of publication is given or printed; dates are counted from today');

  if (head.isYearTaken)
    warnings.push(
      `The day is printed without its year: it was taken as ${head.day}; say when the article was published`,
    );

  const statements = told.map(statement);
  const speaking = new Set(told.flatMap((t) => t.passages.map((p) => p.source.name)));
  for (const name of names) mention(name);
  for (const named of talks.named) {
    mentions.push({
      ...span(named),
      of: talksOf(named),
      reading: 'LITERAL',
      score: named.talks ? 0.8 : 0.7,
      reason: named.reason,
      candidates: [],
    });
  }
  return {
    ...(head.day ? { day: head.day } : {}),
    ...(head.dateline ? { dateline: span(head.dateline).exact } : {}),
    ...(head.byline ? { byline: head.byline } : {}),
    ...(head.agency ? { agency: head.agency } : {}),
    actors: [...actors.values()],
    mentions: mentions.sort((a, b) => a.start - b.start || b.end - a.end),
    talks: talks.proposed.map((p, i) => ({
      key: keyOfTalks(i),
      name: p.name,
      kind: p.kind,
      status: p.when !== undefined && p.when > day ? 'PROPOSED' : p.status,
      ...(p.when ? { when: p.when } : {}),
      ...(p.place ? { place: p.place.id } : {}),
      parties: p.parties.map((e) => e.id),
      span: span(p),
    })),
    statements,
    warnings,
  };

  function talksOf({ talks, proposed }: TalksNamed): Reference {
    return talks ? { id: talks.id } : { key: keyOfTalks(proposed!) };
  }

  function statement({ who, passages }: Told): StatementFound {
    const speaker = referenceOf(who, passages[0]!);
    const content = passages.flatMap((p) => p.content);
    const about = new Map<string, Reference>();
    for (const named of talks.named)
      if (content.some((c) => named.start >= c.start && named.end <= c.end)) {
        const of = talksOf(named);
        about.set(JSON.stringify(of), of);
      }
    for (const name of names)
      for (const { entity } of name.known)
        if (
          (entity.concept === 'Topic' || entity.concept === 'Country') &&
          content.some((c) => name.start >= c.start && name.end <= c.end)
        ) {
          const read = readName(name, work, false, false);
          if (read) about.set(read.entity.id, { id: read.entity.id });
        }
    const first = passages.find((p) => p.act !== 'SAYS') ?? passages[0]!;
    const said = passages.find((p) => p.said)?.said ?? head.day;
    const channel = passages.find((p) => p.channel)?.channel;
    const audience = passages.find((p) => p.audience)?.audience;
    const party = partyOf(who);
    return {
      ...(speaker ? { speaker } : {}),
      ...(party ? { onBehalfOf: party } : {}),
      act: first.act,
      ...(channel ? { channel } : {}),
      ...(audience ? { audience } : {}),
      ...(said ? { said } : {}),
      about: [...about.values()],
      reports: passages.map((p) => report(p, who)),
    };
  }

  function report(passage: Attribution, speaker: Who): ReportFound {
    const { who } = passage;
    // Of several each is named by their own words.
    const phrases = passage.source.each;
    const at = who?.is === 'several' ? who.each.findIndex((w) => isSame(w, speaker)) : -1;
    const source = (at >= 0 && phrases?.[at]) || passage.source;
    const own = who?.is === 'several' ? who.each[at] : who;
    const coarser =
      own && own.is === 'entity' && !isSame(own, speaker) ? referenceOf(own, passage) : undefined;
    const reference = passage.viaWho && referenceOf(passage.viaWho, passage);
    return {
      form: passage.form,
      speakerAs: span(source).exact,
      ...(coarser ? { attributedTo: coarser } : {}),
      via: reference ? [reference] : [],
      source: span(source),
      ...(passage.cue ? { cue: span(passage.cue) } : {}),
      content: passage.content.map(span),
    };
  }

  function partyOf(who: Who): string | undefined {
    if (who.is === 'figure') return stateOf(who.figure);
    if (who.is === 'entity')
      return who.entity.concept === 'Person'
        ? who.entity.country
        : (who.entity.country ?? (who.entity.concept === 'Organization' ? who.entity.id : undefined));
    return undefined;
  }

  function referenceOf(who: Who, passage: Attribution): Reference | undefined {
    if (who.is === 'entity') return { id: who.entity.id };
    // Where several that are known fit alike nobody new is invented: who it is stays open.
    if (who.is === 'figure') return isOpen(who.figure) ? undefined : { key: keyOf(who.figure) };
    if (who.is === 'several') return undefined;
    const key = `${who.is} ${who.text}`;
    const of = who.is === 'unnamed' ? who.of : who.owner;
    if (!actors.has(key))
      actors.set(key, {
        key,
        concept: who.is === 'unnamed' ? 'UnnamedActor' : 'Organization',
        name: who.text.replace(/^(?:the|The) /, ''),
        score: 0,
        reason: 'in the article’s words',
        candidates: [],
        offices: [],
        ...(of ? { of: of.id } : {}),
        span: span(passage.source),
      });
    return { key };
  }

  function isOpen({ link }: Figure): boolean {
    return !link?.entity && (link?.candidates[0]?.score ?? 0) >= ARE_ONE;
  }

  function keyOf(figure: Figure): string {
    const known = keyOfFigure.get(figure);
    if (known) return known;
    const key = `person ${keyOfFigure.size} ${figure.name}`;
    keyOfFigure.set(figure, key);
    const { link } = figure;
    const role =
      link?.entity &&
      knowledge.roles(link.entity.id).find((r) => onDay(r, day) === 'surely' && fits(figure, r.title));
    const state = stateOf(figure);
    actors.set(key, {
      key,
      concept: 'Person',
      name: figure.name,
      ...(link?.entity ? { entity: link.entity.id } : {}),
      score: link?.score ?? 0,
      reason: link?.reason ?? '',
      candidates: candidatesOf(figure),
      offices: figure.titles.map((t) => ({
        title: t.office,
        ...(t.owner ? { of: t.owner.id } : {}),
        span: span(t),
      })),
      ...(state ? { of: state } : {}),
      ...(role ? { role: role.id } : {}),
      span: span(figure.names[0]!),
    });
    return key;
  }

  function fits({ titles, link }: Figure, title: string): boolean {
    const words = splitWords(title);
    const state = link?.entity && knownOf(link.entity, knowledge, day);
    return titles.length
      ? titles.some((t) => words.includes(splitWords(t.office).at(-1)!))
      : (state?.offices.length ?? 0) === 1;
  }

  function candidatesOf({ link }: Figure) {
    return link?.entity
      ? []
      : (link?.candidates ?? []).map((c) => ({ entity: c.entity.id, score: c.score, reason: c.reason }));
  }

  function mention(name: Name): void {
    const figure = figureOf.get(name);
    if (figure) {
      const key = keyOfFigure.get(figure);
      const linked = figure.link?.entity;
      const score = figure.link?.score ?? 0;
      const of: Reference | undefined = linked ? { id: linked.id } : key ? { key } : undefined;
      const isPart = span(name).exact !== figure.name;
      const reason = linked
        ? isPart
          ? `part of ${figure.name}: ${figure.link!.reason}`
          : figure.link!.reason
        : key
          ? `new: ${figure.link?.reason ?? ''}`
          : (figure.link?.reason ?? '');
      mentions.push({
        ...span(name),
        ...(of ? { of } : {}),
        reading: 'LITERAL',
        score: linked || !key ? score : 0.7,
        reason,
        candidates: key && !linked ? [] : candidatesOf(figure),
      });
      return;
    }
    if (name.kind !== 'KNOWN') return;
    const isDateline = Boolean(
      head.dateline && name.start >= head.dateline.start && name.end <= head.dateline.end,
    );
    const read = readName(name, work, speaking.has(name), isDateline);
    const entities = [...new Set(name.known.map((n) => n.entity))];
    const short = shortFor(name);
    if (short)
      mentions.push({
        ...span(name),
        reading: 'LITERAL',
        score: 0.5,
        reason: `it may be short for ${short.name}`,
        candidates: entities.map((e) => ({ entity: e.id, score: 0.5, reason: `'${e.name}'` })),
      });
    else if (read)
      mentions.push({
        ...span(name),
        of: { id: read.entity.id },
        ...(read.literal ? { literal: read.literal.id } : {}),
        reading: read.reading,
        score: read.reading === 'METONYM' ? 0.9 : 0.97,
        reason: read.reason,
        candidates: [],
      });
    else
      mentions.push({
        ...span(name),
        reading: 'LITERAL',
        score: 0.5,
        reason: 'several have that name',
        candidates: entities
          .slice(0, 5)
          .map((e: Entity) => ({ entity: e.id, score: 0.5, reason: `'${e.name}'` })),
      });
  }

  /** "Chad" in an article on Chadwick Boseman. */
  function shortFor({ first, last, known }: Name): Figure | undefined {
    const { norm } = parts.tokens[first]!;
    if (first !== last || known.some((n) => n.kind !== 'NAME')) return undefined;
    return [...new Set(figureOf.values())].find(
      ({ words }) => words[0] !== norm && words[0]!.startsWith(norm),
    );
  }

  function span({ start, end }: { readonly start: number; readonly end: number }): SpanFound {
    const [a, b] = [view.at(start), end > start ? view.at(end - 1) + 1 : view.at(end)];
    return { start: a, end: b, exact: text.slice(a, b) };
  }
}
