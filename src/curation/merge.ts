import { RapporteurError } from '../errors.js';
import type { Catalogue, Stored } from '../model/catalogue.js';
import type { RecordInput } from '../model/change-set.js';
import { decode, type Written } from '../store/apply/encode.js';
import type { Ledger } from '../store/port.js';
import { memoriesOf } from '../store/stats.js';
import { checkApart } from './apart.js';
import type { Task, Work } from './curator.js';
import { leadingTo } from './leading-to.js';
import { entitiesOf } from './records.js';

/** Under this key the store remembers into what an entity was merged. */
export const mergedKey = (id: string): string => `merged:${id}`;

/** Moves all that points at some entities to another, which takes over their names and what it lacks; their ids go on answering. */
export const merge =
  (ids: readonly string[], into: string): Task =>
  (ledger, catalogue) =>
    merged(ledger, catalogue, ids, into);

export async function merged(
  ledger: Ledger,
  catalogue: Catalogue,
  ids: readonly string[],
  into: string,
): Promise<Work> {
  const others = [...new Set(ids)];
  if (!others.length) throw new RapporteurError('BAD_USER_INPUT', 'ids: name at least one entity to merge');
  if (others.includes(into))
    throw new RapporteurError('BAD_USER_INPUT', `'${into}' cannot be merged into itself`);
  const records = await entitiesOf(ledger, catalogue, [...others, into]);
  const target = records.get(into)!;
  for (const id of others)
    if (records.get(id)!.type !== target.type)
      throw new RapporteurError(
        'CONFLICT',
        `'${id}' is a ${records.get(id)!.type} and '${into}' a ${target.type}; only alike entities are one`,
      );
  await checkApart(ledger, others, into);
  const moved = await moving(ledger, catalogue, others, into);
  const own = moved.upserts.find((u) => u.id === into)?.set ?? {};
  const upserts = [
    ...moved.upserts.filter((u) => u.id !== into && !others.includes(u.id)),
    taken(
      catalogue,
      target,
      others.map((id) => records.get(id)!),
      own,
      others,
    ),
  ];
  const memories: Record<string, string> = Object.fromEntries(others.map((id) => [mergedKey(id), into]));
  // Whoever was merged into one of these before is now found here.
  for (const [key, value] of await memoriesOf(ledger, mergedKey('')))
    if (others.includes(value)) memories[key] = into;
  return { action: 'merge', upserts, removals: [...others, ...moved.removals], memories };
}

/** What leads to some entities, leading to another instead; matches between them go, since they are one. */
async function moving(
  ledger: Ledger,
  catalogue: Catalogue,
  ids: readonly string[],
  into: string,
): Promise<{ upserts: RecordInput[]; removals: string[] }> {
  const changed = new Map<string, { record: Written; set: Record<string, unknown> }>();
  const removals = new Set<string>();
  const type = catalogue.ofId(into)!.name;
  const rename = (id: string) => (ids.includes(id) ? into : id);
  for (const stored of catalogue.stored.filter(
    (s) => s.owner !== 'Change' && catalogue.concept(s.to).concretes.includes(type),
  )) {
    if (!stored.written && stored.field !== 'candidateEntities') continue;
    for (const row of await leadingTo(ledger, catalogue, stored, ids)) {
      const known = changed.get(row.id) ?? { record: decode(catalogue, row), set: {} };
      changed.set(row.id, known);
      if (stored.field === 'candidateEntities') {
        const candidates = (known.record.fields['candidates'] ?? []) as { entity: string }[];
        known.set['candidates'] = unique(
          candidates.map((c) => ({ ...c, entity: rename(c.entity) })),
          (c) => c.entity,
        );
        continue;
      }
      const { value, isSelf } = redirected(stored, known.record, rename, into);
      if (isSelf && !stored.nullable) removals.add(row.id);
      else known.set[stored.field] = isSelf ? null : value;
    }
  }
  // Both ends of a match may have moved.
  for (const [id, { record, set }] of changed) {
    const end = (name: string) => (set[name] ?? record.fields[name]) as string;
    if (record.type === 'Match' && end('a') === end('b')) removals.add(id);
  }
  const upserts = [...changed]
    .filter(([id]) => !removals.has(id))
    .map(([id, { record, set }]) => ({ type: record.type, id, set }));
  return { upserts, removals: [...removals] };
}

function redirected(
  { field }: Stored,
  { id, fields }: Written,
  rename: (id: string) => string,
  into: string,
): { value: unknown; isSelf: boolean } {
  const value = fields[field];
  const self = rename(id);
  if (!Array.isArray(value))
    return { value: rename(value as string), isSelf: self === into && rename(value as string) === into };
  const left = [...new Set(value.map((v: string) => rename(v)))].filter((v) => v !== self);
  return { value: left, isSelf: false };
}

/** The one that stays, with the names, ids and evidence of the others, and what it has not itself. */
function taken(
  catalogue: Catalogue,
  target: Written,
  others: readonly Written[],
  own: Readonly<Record<string, unknown>>,
  gone: readonly string[],
): RecordInput {
  const list = (fields: Readonly<Record<string, unknown>>, name: string) =>
    (fields[name] ?? []) as Record<string, unknown>[];
  const names = new Set([target.fields['name'], ...list(target.fields, 'aliases').map((a) => a['text'])]);
  const aliases = others
    .flatMap(({ fields }) => [
      { text: fields['name'] as string, kind: 'SPELLING' },
      ...list(fields, 'aliases'),
    ])
    .filter(({ text }) => !names.has(text) && names.add(text));
  const set: Record<string, unknown> = { ...own };
  if (aliases.length) set['aliases'] = [...list(target.fields, 'aliases'), ...aliases];
  for (const name of ['externalIds', 'evidence']) {
    const all = unique(
      [target, ...others].flatMap(({ fields }) => list(fields, name)),
      (item) => JSON.stringify(item),
    );
    if (all.length > list(target.fields, name).length) set[name] = all;
  }
  const concept = catalogue.concept(target.type);
  for (const { fields } of others)
    for (const [name, value] of Object.entries(fields)) {
      const field = concept.fields.get(name);
      if (['aliases', 'externalIds', 'evidence', 'name', 'review', 'recordedAt', 'recordedBy'].includes(name))
        continue;
      if (target.fields[name] !== undefined || set[name] !== undefined) continue;
      const isSelf =
        field?.is === 'relation' && [value].flat().some((v) => v === target.id || gone.includes(v as string));
      if (!isSelf) set[name] = value;
    }
  return { type: target.type, id: target.id, set };
}

function unique<T>(items: readonly T[], key: (item: T) => string): T[] {
  const known = new Set<string>();
  return items.filter((item) => !known.has(key(item)) && known.add(key(item)));
}
