import type { Catalogue } from '../../model/catalogue.js';
import type { ChangeSet, RecordInput } from '../../model/change-set.js';
import type { Written } from './encode.js';

const CURATED = 'CURATED';

type Item = Readonly<Record<string, unknown>>;

/** The record as it will be: what was there, what is given on top, and who recorded it. */
export function amended(
  catalogue: Catalogue,
  before: Written | undefined,
  input: RecordInput,
  changes: ChangeSet,
): Written {
  if (before && isKnown(before, input)) return before;
  const fields: Record<string, unknown> = { ...before?.fields };
  for (const [name, value] of Object.entries(input.set)) {
    if (value === undefined) continue;
    if (value === null || (Array.isArray(value) && !value.length)) delete fields[name];
    else fields[name] = value;
  }
  for (const [name, value] of Object.entries(input.fill ?? {}).filter(
    ([, v]) => v !== undefined && v !== null,
  ))
    fields[name] ??= value;
  for (const [name, items] of Object.entries(input.add ?? {}))
    if (items.length) fields[name] = united(name, (fields[name] ?? []) as Item[], items as Item[]);
  const concept = catalogue.concept(input.type);
  if (concept.fields.has('recordedAt')) fields['recordedAt'] ??= changes.at;
  if (concept.fields.has('recordedBy')) fields['recordedBy'] ??= changes.by;
  if (concept.fields.has('review')) fields['review'] ??= 'ACCEPTED';
  if (Array.isArray(fields['evidence'])) {
    fields['evidence'] = fields['evidence'].map((e: object) => ({
      method: CURATED,
      confidence: 1,
      recordedAt: fields['recordedAt'],
      recordedBy: fields['recordedBy'],
      ...e,
    }));
  }
  return { id: input.id, type: input.type, fields };
}

/** Whether a source says of a record what it has said before. */
function isKnown(before: Written, { add }: RecordInput): boolean {
  const given = add?.['evidence'] as Item[] | undefined;
  if (!given?.length) return false;
  const sources = new Set(given.map(sourceOf));
  const there = ((before.fields['evidence'] ?? []) as Item[]).filter((e) => sources.has(sourceOf(e)));
  const known = new Set(there.map(said));
  return there.length === given.length && given.every((e) => known.has(said(e)));
}

/** What is there with what is added; of a source's record only what it says now. */
function united(name: string, there: readonly Item[], added: readonly Item[]): readonly Item[] {
  if (name === 'evidence') {
    const sources = new Set(added.map(sourceOf));
    const when = new Map(there.map((e) => [said(e), e]));
    const rest = there.filter((e) => !e['source'] || !sources.has(sourceOf(e)));
    return [...rest, ...added.map((e) => when.get(said(e)) ?? e)];
  }
  const same = ({ text, scheme, value }: Item) => JSON.stringify([text, scheme, value]);
  const known = new Set(there.map(same));
  return [...there, ...added.filter((item) => !known.has(same(item)))];
}

function sourceOf({ source }: Item): string {
  const { name, record } = (source ?? {}) as Item;
  return JSON.stringify([name, record]);
}

// When the source was last modified is no part of what it says.
function said({ source, field, value, note, method, article, start, end }: Item): string {
  return JSON.stringify([sourceOf({ source }), field, value, note, method ?? CURATED, article, start, end]);
}
