import { RapporteurError } from '../errors.js';
import type { Catalogue } from '../model/catalogue.js';
import type { RecordInput } from '../model/change-set.js';
import { applyIn, type Applied } from '../store/apply/apply.js';
import { attempt } from '../store/attempt.js';
import type { Ledger, Store } from '../store/port.js';
import { admit, named } from './admit.js';
import type { ArticleText } from './article.js';
import { earlier } from './earlier.js';
import { strays, type Extraction, type Extractor } from './extractor.js';
import { memoriesOf } from '../store/stats.js';
import { APART, apartKey } from './ids.js';
import { coded } from './linking/exact.js';
import type { Library } from './knowledge/library.js';
import { propose } from './propose.js';
import { rules } from './rules.js';

export interface ReadOptions {
  /** Who hands the article in. */
  readonly by: string;
  /** RFC 3339; now where it is left out. */
  readonly at?: string;
  /** Shows what would be written, and writes nothing. */
  readonly dryRun?: boolean;
  readonly extractor?: Extractor;
  /** Called in the transaction, which a dry run then has undone. */
  readonly seen?: (ledger: Ledger, result: ReadResult) => Promise<unknown>;
}

/** What reading an article came to. */
export interface ReadResult {
  /** Its id, or that of the known one with the same text. */
  readonly article: string;
  readonly isDuplicate: boolean;
  readonly extraction: Extraction;
  readonly upserts: readonly RecordInput[];
  readonly applied?: Applied | undefined;
  readonly warnings: readonly string[];
}

const NOTHING: Extraction = { actors: [], mentions: [], talks: [], statements: [], warnings: [] };

/**
 * Reads an article into the graph: what it says as proposals, in one change set. A text is read once; a text that changed
 * under its address is a new version, and one told before is a copy.
 * @throws BAD_ARTICLE, BAD_SPAN, BAD_RECORD; nothing is written then
 */
export async function readArticle(
  store: Store,
  catalogue: Catalogue,
  library: Library,
  given: ArticleText,
  { by, at = new Date().toISOString(), dryRun = false, extractor = rules, seen }: ReadOptions,
): Promise<ReadResult> {
  const admitted = admit(given);
  const [known] = (await coded(store, 'Article', 'textHash', [admitted.hash])).get(admitted.hash) ?? [];
  if (known)
    return {
      article: known,
      isDuplicate: true,
      extraction: NOTHING,
      upserts: [],
      warnings: ['An article with the same text is known; nothing is read twice', ...admitted.warnings],
    };
  const warnings = [...admitted.warnings];
  const knowledge = await library.get();
  let extraction = NOTHING;
  if (!admitted.language.startsWith('en'))
    warnings.push(
      `The text is in another language than English (${admitted.language}): it is stored, and no statements are read from it`,
    );
  else extraction = await extractor.extract(given, knowledge);
  const wrong = strays(extraction, given.text);
  if (wrong.length)
    throw new RapporteurError(
      'BAD_SPAN',
      `${named(given)}: ${extractor.name} gave ${wrong.length} ${wrong.length === 1 ? 'span' : 'spans'} that the text has not, as [${wrong[0]!.start}, ${wrong[0]!.end}) for '${wrong[0]!.exact.slice(0, 60)}'; nothing was written`,
      { spans: wrong.slice(0, 20) },
    );
  warnings.push(...extraction.warnings);
  const proposed = propose(extraction, admitted, knowledge, extractor.name);
  const before = await earlier(store, catalogue, given, proposed);
  const all = proposed.upserts.map((u) =>
    u.id === proposed.article ? { ...u, set: { ...u.set, ...before } } : u,
  );
  if (before.versionOf)
    warnings.push(`The text at ${given.url} has changed: this is a new version of ${before.versionOf}`);
  if (before.copyOf)
    warnings.push(
      `Most of it is told in the same words by ${before.copyOf}: it is a copy, and no origin of its own`,
    );
  const found = { article: proposed.article, isDuplicate: false, extraction, warnings };
  const note = given.title.trim().slice(0, 200);
  const result = await attempt(
    store,
    () => dryRun,
    async (ledger): Promise<ReadResult> => {
      const upserts = await unknown(ledger, catalogue, all);
      const applied = await applyIn(ledger, catalogue, { action: 'read', by, at, note, upserts, dryRun });
      const result = { ...found, upserts, applied };
      await seen?.(ledger, result);
      return result;
    },
  );
  if (dryRun) return { ...result, applied: undefined };
  library.learn(result.upserts);
  return result;
}

/**
 * Without what is there already, as a curator has left it, and without what was rejected: that is not proposed again, nor
 * what rests on it.
 */
async function unknown(
  ledger: Ledger,
  catalogue: Catalogue,
  upserts: readonly RecordInput[],
): Promise<RecordInput[]> {
  const ids = upserts.map((u) => u.id);
  const there = new Set((await ledger.rows(ids)).map((row) => row.id));
  const gone = new Set((await ledger.shelved(ids)).keys());
  // A match that was proposed under another id may have been rejected: its two are known to be two.
  const apart = upserts.some((u) => u.type === 'Match')
    ? await memoriesOf(ledger, APART)
    : new Map<string, string>();
  const isApart = ({ type, set }: RecordInput) =>
    type === 'Match' && Boolean(apart.get(apartKey(set['a'] as string, set['b'] as string)));
  let left = upserts.filter((u) => !there.has(u.id) && !gone.has(u.id) && !isApart(u));
  for (let before = -1; before !== left.length;) {
    before = left.length;
    left = left.flatMap((upsert) => {
      const kept = without(catalogue, upsert, gone);
      if (!kept) gone.add(upsert.id);
      return kept ?? [];
    });
  }
  return left;
}

/** A record without what leads to those that are gone; none where it cannot be without. */
function without(
  catalogue: Catalogue,
  upsert: RecordInput,
  gone: ReadonlySet<string>,
): RecordInput | undefined {
  const set: Record<string, unknown> = { ...upsert.set };
  for (const [name, value] of Object.entries(set)) {
    const field = catalogue.concept(upsert.type).fields.get(name);
    if (field?.is !== 'relation') continue;
    if (Array.isArray(value)) set[name] = value.filter((id: string) => !gone.has(id));
    else if (gone.has(value as string)) {
      if (!field.nullable) return undefined;
      delete set[name];
    }
  }
  return { ...upsert, set };
}
