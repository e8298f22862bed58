import type { RecordInput } from '../model/change-set.js';
import { slugOf } from '../model/slug.js';
import type { Admitted } from './admit.js';
import type {
  ActorFound,
  Extraction,
  Reference,
  ReportFound,
  SpanFound,
  StatementFound,
} from './extractor.js';
import { articleId, digest, short, statementId } from './ids.js';
import type { Knowledge } from './knowledge/knowledge.js';
import { bodyKind } from './words/body-kinds.js';

const MAYBE_ONE = 0.6;

export interface Proposed {
  readonly article: string;
  readonly upserts: readonly RecordInput[];
}

/** The records that an extraction comes to, each a proposal with its evidence: spans, the words, how and how surely they were read. */
export function propose(
  extraction: Extraction,
  { article, hash, language }: Admitted,
  knowledge: Knowledge,
  method: string,
): Proposed {
  const id = articleId(article.title, extraction.day ?? article.published, hash);
  const slug = slugOf(id);
  const upserts: RecordInput[] = [];
  const record = (type: string, recordId: string, set: Record<string, unknown>) => {
    upserts.push({ type, id: recordId, set });
    return recordId;
  };
  const proposal = (type: string, recordId: string, set: Record<string, unknown>) =>
    record(type, recordId, { ...set, review: 'PROPOSED' });
  const evidence = (span: SpanFound, confidence: number, more: object = {}) => ({
    article: id,
    start: span.start,
    end: span.end,
    exact: span.exact,
    method,
    confidence: Math.round(confidence * 100) / 100,
    ...more,
  });

  const bodies = (['publisher', 'agency'] as const).map((field): [string, string | undefined] => [
    field,
    outlet(article[field] ?? (field === 'agency' ? extraction.agency : undefined), field),
  ]);
  const publisher = bodies.find(([field]) => field === 'publisher')?.[1];
  record('Article', id, {
    title: article.title.trim(),
    language,
    textHash: hash,
    textLength: article.text.length,
    url: article.url,
    published: article.published ?? extraction.day,
    dateline: article.dateline ?? extraction.dateline,
    byline: article.byline ?? extraction.byline,
    licence: article.licence,
    ...(article.keepText === false ? {} : { body: article.text }),
    ...Object.fromEntries(bodies),
  });

  const idOf = new Map<string, string>();
  const roleOf = new Map<string, string>();
  for (const actor of extraction.actors) idOf.set(actor.key, actorId(actor));
  for (const talks of extraction.talks) {
    const talksId = `meeting:${slug.slice(0, 80)}-${short(talks.name).slice(0, 40)}`;
    idOf.set(talks.key, talksId);
    proposal('Meeting', talksId, {
      name: capital(talks.name),
      kind: talks.kind,
      status: talks.status,
      when: talks.when,
      place: talks.place?.startsWith('place:') ? talks.place : undefined,
      country: talks.place?.startsWith('country:') ? talks.place : undefined,
      evidence: [evidence(talks.span, 0.6)],
    });
    for (const party of talks.parties)
      proposal('Participation', `participation:${slugOf(talksId)}-${slugOf(party)}`, {
        meeting: talksId,
        participant: party,
        capacity: 'PARTY',
        evidence: [evidence(talks.span, 0.6)],
      });
  }
  const reference = (of: Reference | undefined) => of && ('id' in of ? of.id : idOf.get(of.key));

  const mentioned = new Set<string>();
  for (const mention of extraction.mentions) {
    const of = reference(mention.of);
    const mentionId = `mention:${slug}-${mention.start}-${of ? slugOf(of).slice(0, 60) : mention.end}`;
    if (mentioned.has(mentionId)) continue;
    mentioned.add(mentionId);
    proposal('Mention', mentionId, {
      article: id,
      start: mention.start,
      end: mention.end,
      exact: mention.exact,
      reading: mention.reading,
      score: mention.score,
      reason: mention.reason || 'in the article’s words',
      entity: of,
      literal: mention.literal,
      candidates: of ? undefined : mention.candidates,
      evidence: [evidence(mention, mention.score)],
    });
  }
  extraction.statements.forEach(statement);
  return { article: id, upserts: upserts.map(({ set, ...rest }) => ({ ...rest, set: defined(set) })) };

  function statement(found: StatementFound): void {
    const speaker = reference(found.speaker);
    const best = fullest(found.reports);
    const text = wording(best);
    const statementOf = statementId(speaker ?? `nobody:${slug}`, text, found.said);
    const actor = extraction.actors.find(
      (a) => found.speaker && 'key' in found.speaker && a.key === found.speaker.key,
    );
    const about = [...new Set(found.about.map(reference).filter(Boolean))].filter((a) => a !== speaker);
    const first = found.reports.find((r) => r.source) ?? found.reports[0]!;
    proposal('Statement', statementOf, {
      text,
      language,
      act: found.act,
      channel: found.channel,
      audience: found.audience,
      said: found.said,
      speaker,
      onBehalfOf: found.onBehalfOf,
      role: actor && (actor.role ?? roleOf.get(actor.key)),
      about,
      evidence: [evidence(first.source ?? first.content[0]!, confidence(found), { field: 'speaker' })],
    });
    for (const report of found.reports) {
      const start = Math.min(
        ...[report.source, ...report.content].filter((s) => s !== undefined).map((s) => s.start),
      );
      const spans = [
        ...report.content.map((s) => ({ role: 'CONTENT', ...plain(s) })),
        ...(report.source ? [{ role: 'SOURCE', ...plain(report.source) }] : []),
        ...(report.cue ? [{ role: 'CUE', ...plain(report.cue) }] : []),
      ];
      proposal(
        'Report',
        `report:${slug}-${start}-${digest(statementOf, String(report.content[0]!.start)).slice(0, 6)}`,
        {
          form: report.form,
          text: wording(report),
          start,
          speakerAs: report.speakerAs,
          statement: statementOf,
          article: id,
          attributedTo: reference(report.attributedTo),
          // The article's own publisher is understood.
          via: report.via.map(reference).filter((by) => by && by !== publisher),
          spans,
          evidence: [evidence(report.source ?? report.content[0]!, report.form === 'INDIRECT' ? 0.75 : 0.9)],
        },
      );
    }
  }

  function actorId(actor: ActorFound): string {
    if (actor.entity) {
      for (const office of actor.offices) if (office.of && !actor.role) hold(actor, actor.entity, office);
      return actor.entity;
    }
    const found = [evidence(actor.span, 0.7, { field: 'name' })];
    if (actor.concept === 'UnnamedActor') {
      const unnamed = `unnamed-actor:${slug.slice(0, 90)}-${short(actor.name)}`;
      return proposal('UnnamedActor', unnamed, { name: actor.name, affiliation: actor.of, evidence: found });
    }
    const prefix = actor.concept === 'Person' ? 'person' : 'organization';
    const owner =
      actor.concept === 'Organization' && actor.of && !hasOwner(actor.name) ? `${slugOf(actor.of)}-` : '';
    let own = `${prefix}:${owner}${short(actor.name)}`;
    // Somebody else of that name: a namesake that linking has kept apart.
    if (knowledge.entities.has(own) && actor.candidates.some((c) => c.entity === own))
      own = `${own}-${(extraction.day ?? hash).slice(0, 4)}-${hash.slice(0, 4)}`;
    else if (knowledge.entities.has(own)) return own;
    const more =
      actor.concept === 'Organization'
        ? { kind: bodyKind(actor.name), country: actor.of?.startsWith('country:') ? actor.of : undefined }
        : {};
    proposal(actor.concept, own, { name: actor.name, ...more, evidence: found });
    for (const office of actor.offices) if (office.of) hold(actor, own, office);
    for (const c of actor.candidates)
      if (c.score >= MAYBE_ONE)
        proposal('Match', `match:${digest(...[own, c.entity].sort())}`, {
          a: c.entity,
          b: own,
          score: c.score,
          reason: c.reason,
          evidence: [evidence(actor.span, c.score)],
        });
    return own;
  }

  /** What an article shows held on its day is attested (rule 15 of how to model). */
  function hold(actor: ActorFound, person: string, { title, of, span }: ActorFound['offices'][number]): void {
    if (actor.concept !== 'Person') return;
    const held = `role:${slugOf(person)}-${short(title)}-${slugOf(of!)}`;
    roleOf.set(actor.key, roleOf.get(actor.key) ?? held);
    if (knowledge.roles(person).some((r) => r.id === held) || upserts.some((u) => u.id === held)) return;
    proposal('Role', held, {
      person,
      title: capital(title),
      of,
      ending: 'UNKNOWN',
      attested: extraction.day,
      evidence: [evidence(span, 0.8, { field: 'title', value: span.exact })],
    });
  }

  function outlet(name: string | undefined, field: 'publisher' | 'agency'): string | undefined {
    if (!name?.trim()) return undefined;
    const known = [...knowledge.named(name)].find((e) => e.concept === 'Organization');
    if (known) return known.id;
    const own = `organization:${short(name)}`;
    if (!knowledge.entities.has(own) && !upserts.some((u) => u.id === own))
      proposal('Organization', own, {
        name: name.trim(),
        kind: field === 'agency' ? 'NEWS_AGENCY' : 'MEDIA',
        evidence: [{ method, confidence: 0.9, field: 'name', value: name.trim() }],
      });
    return own;
  }
}

const hasOwner = (name: string) => /^\p{Lu}\p{L}+(?:n|ese|ish|i)\b|\bof\b/u.test(name);
const plain = ({ start, end, exact }: SpanFound) => ({ start, end, exact });
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const defined = (set: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(set).filter(([, v]) => v !== undefined && !(Array.isArray(v) && !v.length)),
  );

const FORMS = ['DIRECT', 'MIXED', 'INDIRECT', 'NARRATED'];

/** The fullest wording: the longest of the most direct ones. */
const fullest = (reports: readonly ReportFound[]): ReportFound =>
  [...reports].sort(
    (a, b) => FORMS.indexOf(a.form) - FORMS.indexOf(b.form) || wording(b).length - wording(a).length,
  )[0]!;

/** What was said, without quotation marks and what only joins it to the sentence around. */
function wording({ content }: Pick<ReportFound, 'content'>): string {
  return content
    .map(({ exact }) =>
      exact
        .replace(/[“”„«»"]/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .join(' ')
    .replace(/[,;:\s]+$/, '')
    .replace(/^['‘]|['’]$/g, '');
}

function confidence({ reports }: StatementFound): number {
  const best = Math.max(...reports.map((r) => (r.form === 'INDIRECT' ? 0.75 : 0.9)));
  return reports.length > 1 ? Math.min(0.95, best + 0.05) : best;
}
