import { createHash } from 'node:crypto';
import { RapporteurError } from '../errors.js';
import { decode } from '../store/apply/encode.js';
import type { Ledger } from '../store/port.js';
import type { Catalogue } from '../model/catalogue.js';
import type { Task } from './curator.js';
import { recordsOf } from './records.js';
import { textMarkOf } from '../store/tombstone.js';

/** Brings back the text of an article that holds only its hash. @throws CONFLICT for another text, and where a span is not in it */
export const attachText =
  (article: string, text: string): Task =>
  async (ledger, catalogue) => {
    const { type, fields } = (await recordsOf(ledger, catalogue, [article])).get(article)!;
    if (type !== 'Article')
      throw new RapporteurError('BAD_USER_INPUT', `'${article}' is a ${type}, no article`);
    const [stone] = await ledger.tombstones([textMarkOf(article)]);
    if (stone)
      throw new RapporteurError(
        'CONFLICT',
        `The text of '${article}' was forgotten on ${stone.at.slice(0, 10)} by ${stone.by}, and is not taken in again`,
      );
    const hash = createHash('sha256').update(text, 'utf8').digest('hex');
    if (hash !== fields['textHash'])
      throw new RapporteurError(
        'CONFLICT',
        `It is another text than that of '${article}': its SHA-256 is ${hash}, the article's ${String(fields['textHash'])}; a corrected text is a new article, to be read`,
      );
    const wrong = (await spansOf(ledger, catalogue, article)).filter(
      (s) => text.slice(s.start, s.end) !== s.exact,
    );
    if (wrong.length)
      throw new RapporteurError(
        'CONFLICT',
        `${wrong.length} spans are not in the text, as [${wrong[0]!.start}, ${wrong[0]!.end}) '${wrong[0]!.exact}' of '${wrong[0]!.record}'`,
        { spans: wrong.slice(0, 20) },
      );
    return { action: 'attachText', upserts: [{ type, id: article, set: { body: text } }] };
  };

interface SpanOf {
  readonly record: string;
  readonly start: number;
  readonly end: number;
  readonly exact: string;
}

/** Every span that rests on an article: of mentions, reports and evidence. */
async function spansOf(ledger: Ledger, catalogue: Catalogue, article: string): Promise<SpanOf[]> {
  const found: SpanOf[] = [];
  const ids = new Set<string>();
  for (const { owner, field } of catalogue.stored.filter((s) => s.to === 'Article' && s.owner !== 'Change'))
    for (const [from] of await ledger.referrers(owner, field, [article])) ids.add(from);
  for (const row of await ledger.rows([...ids])) {
    const { id, type, fields } = decode(catalogue, row);
    const add = (span: unknown) => {
      const { start, end, exact } = span as Partial<SpanOf>;
      if (typeof start === 'number' && typeof end === 'number' && typeof exact === 'string')
        found.push({ record: id, start, end, exact });
    };
    if (type === 'Mention') add(fields);
    if (type === 'Report' && fields['article'] === article)
      ((fields['spans'] ?? []) as unknown[]).forEach(add);
    ((fields['evidence'] ?? []) as { article?: string }[]).filter((e) => e.article === article).forEach(add);
  }
  return found;
}
