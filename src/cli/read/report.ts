import type { RecordInput } from '../../model/change-set.js';
import type { ReadResult } from '../../reading/read.js';

const figure = (n: number) => n.toLocaleString('en');
const several = (n: number, one: string, many = `${one}s`) => `${figure(n)} ${n === 1 ? one : many}`;

const of = ({ upserts }: Pick<ReadResult, 'upserts'>, type: string) => upserts.filter((u) => u.type === type);
const isOpen = (mention: RecordInput) => mention.set['entity'] === undefined;

/** `12 statements in 15 reports; 40 mentions linked, 3 open; new: 2 people` */
export function foundIn(result: ReadResult): string {
  if (result.isDuplicate) return `known already as ${result.article}`;
  const mentions = of(result, 'Mention');
  const open = mentions.filter(isOpen).length;
  const kinds = [
    ['Person', 'person', 'people'],
    ['Organization', 'organization', 'organizations'],
    ['Meeting', 'meeting', 'meetings'],
    ['UnnamedActor', 'unnamed speaker', 'unnamed speakers'],
  ] as const;
  const fresh = kinds.flatMap(([type, one, many]) =>
    of(result, type).length ? [several(of(result, type).length, one, many)] : [],
  );
  const told = `${several(of(result, 'Statement').length, 'statement')} in ${several(of(result, 'Report').length, 'report')}`;
  return `${told}; ${several(mentions.length - open, 'mention')} linked, ${figure(open)} open${fresh.length ? `; new: ${fresh.join(', ')}` : ''}`;
}

/** What a run came to. */
export class Tally {
  seen = 0;
  refused = 0;
  private read = 0;
  private known = 0;
  private readonly counts = new Map<string, number>();

  add(result: ReadResult): void {
    if (result.isDuplicate) this.known++;
    else this.read++;
    for (const upsert of result.upserts) {
      const name = upsert.type === 'Mention' ? (isOpen(upsert) ? 'open' : 'linked') : upsert.type;
      this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
    }
  }

  told(dryRun: boolean): string {
    const n = (name: string) => this.counts.get(name) ?? 0;
    const lines = [
      `${dryRun ? 'A dry run, nothing was written. ' : ''}${several(this.read, 'article')} read, ${figure(this.known)} known already, ${figure(this.refused)} refused`,
      `Found ${several(n('Statement'), 'statement')} in ${several(n('Report'), 'report')}; linked ${several(n('linked'), 'mention')}; left open ${figure(n('open'))}`,
    ];
    return lines.join('\n');
  }
}

type Fields = Readonly<Record<string, unknown>>;

/** What was read of one article as one document. */
export function documentOf(source: string, result: ReadResult): object {
  const { article, isDuplicate, upserts, warnings, applied } = result;
  const named = new Map(upserts.map((u) => [u.id, u.set['name'] as string | undefined]));
  const known = new Map(
    result.extraction.actors.flatMap((a) => (a.entity ? [[a.entity, a.name] as const] : [])),
  );
  const actor = (id: unknown) =>
    typeof id === 'string' ? { id, name: named.get(id) ?? known.get(id) ?? null } : null;
  const reports = of(result, 'Report');
  const statements = of(result, 'Statement').map(({ id, set }) => ({
    id,
    ...pick(set, ['text', 'act', 'channel', 'audience', 'said']),
    speaker: actor(set['speaker']),
    onBehalfOf: set['onBehalfOf'] ?? null,
    about: set['about'] ?? [],
    reports: reports
      .filter((r) => r.set['statement'] === id)
      .map((r) => ({
        id: r.id,
        ...pick(r.set, ['form', 'text', 'speakerAs', 'spans', 'via', 'attributedTo']),
      })),
  }));
  // Another article has told it: here it is told again.
  const again = reports
    .filter((r) => !statements.some((s) => s.id === r.set['statement']))
    .map((r) => ({ id: r.id, ...pick(r.set, ['statement', 'form', 'text', 'speakerAs', 'spans']) }));
  const mentions = of(result, 'Mention').map(({ set }) => ({
    ...pick(set, ['start', 'end', 'exact', 'reading', 'score', 'reason', 'literal', 'candidates']),
    entity: set['entity'] ?? null,
  }));
  const own = upserts.find((u) => u.id === article);
  return {
    source,
    article: {
      id: article,
      ...(own
        ? pick(own.set, ['title', 'language', 'published', 'textHash', 'textLength', 'versionOf', 'copyOf'])
        : {}),
    },
    duplicateOf: isDuplicate ? article : null,
    change: applied?.id ?? null,
    statements,
    toldAgain: again,
    mentions,
    warnings,
  };
}

const pick = (fields: Fields, names: readonly string[]) =>
  Object.fromEntries(names.flatMap((n) => (fields[n] === undefined ? [] : [[n, fields[n]]])));
