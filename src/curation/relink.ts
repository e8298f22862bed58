import { RapporteurError } from '../errors.js';
import type { RecordInput } from '../model/change-set.js';
import { decode } from '../store/apply/encode.js';
import type { Task } from './curator.js';
import { learned } from './learned.js';
import { entitiesOf, recordsOf } from './records.js';

/**
 * Says whom or what a mention names. Where it names the speaker of a proposed statement, or was open and nobody is its speaker
 * yet, the statement goes along. It teaches as an accepted mention does.
 */
export const relink =
  (mention: string, to: string): Task =>
  async (ledger, catalogue) => {
    const { type, fields } = (await recordsOf(ledger, catalogue, [mention])).get(mention)!;
    if (type !== 'Mention')
      throw new RapporteurError('BAD_USER_INPUT', `'${mention}' is a ${type}, no mention`);
    const entity = (await entitiesOf(ledger, catalogue, [to])).get(to)!;
    const upserts: RecordInput[] = [
      {
        type,
        id: mention,
        set: { entity: to, candidates: null, review: 'ACCEPTED', score: 1, reason: 'a curator says so' },
      },
    ];
    upserts.push(...(await learned(ledger, catalogue, { ...fields, entity: to })));
    const before = fields['entity'] as string | undefined;
    if (catalogue.concept(entity.type).interfaces.includes('Actor')) {
      const reports = (await ledger.referrers('Report', 'article', [fields['article'] as string])).map(
        ([id]) => id,
      );
      const told = (await ledger.rows(reports))
        .map((row) => decode(catalogue, row))
        .filter((r) => isNamedIn(r.fields, fields));
      const ids = [...new Set(told.map((r) => r.fields['statement'] as string))];
      for (const row of await ledger.rows(ids)) {
        const statement = decode(catalogue, row);
        if (statement.fields['speaker'] === before && statement.fields['review'] === 'PROPOSED')
          upserts.push({
            type: 'Statement',
            id: row.id,
            set: {
              speaker: to,
              role: null,
              onBehalfOf:
                row.relations['onBehalfOf']?.[0] === before ? to : (row.relations['onBehalfOf']?.[0] ?? null),
            },
          });
      }
    }
    return { action: 'relink', upserts };
  };

/** The mention stands in the words for the speaker. */
function isNamedIn(
  report: Readonly<Record<string, unknown>>,
  mention: Readonly<Record<string, unknown>>,
): boolean {
  const [start, end] = [mention['start'] as number, mention['end'] as number];
  const spans = (report['spans'] ?? []) as { role: string; start: number; end: number }[];
  return spans.some((s) => s.role === 'SOURCE' && s.start <= start && end <= s.end);
}
