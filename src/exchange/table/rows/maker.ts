import type { Property } from '../../../model/catalogue.js';
import type { RecordInput } from '../../../model/change-set.js';
import type { Refusal } from '../../bring/outcome.js';
import type { Ask } from '../linking/found.js';
import type { Linker } from '../linking/linker.js';
import type { FieldMapping, LinkedValue, Mapping, RecordMapping, Value } from '../mapping/mapping.js';
import { filled, pieces } from '../mapping/template.js';
import type { Row } from '../reading/row.js';
import { askOf } from './ask.js';
import { Draft } from './draft.js';
import { sourceOf } from './evidence.js';
import { linked } from './linked.js';
import { propertyValue } from './property.js';
import { Repeats } from './repeats.js';
import { idPart } from './id-part.js';
import { textsOf } from './texts.js';

/** What became of a record of the row, for the records that name it. */
type Fate = { readonly id: string } | 'skipped' | 'refused';

/** Makes the records of a row, in the order of the mapping. */
export class Maker {
  private readonly repeats = new Repeats();

  constructor(
    private readonly mapping: Mapping,
    private readonly linker: Linker,
    /** The table, as messages call it. */
    private readonly name: string,
  ) {}

  /** What must be looked up before the row is made. */
  asks(row: Row): Ask[] {
    return this.mapping.records.flatMap((record) => {
      const { id, set, fill } = record;
      const values = [...set, ...fill].flatMap((field) => field.values);
      const linking = [...('link' in id ? [id] : []), ...values].filter(
        (v): v is LinkedValue => 'link' in v && v.link !== undefined,
      );
      return variants(record, row).flatMap((variant) =>
        linking.flatMap((value) =>
          textsOf(value, variant).map(({ text }) => askOf(value.link, text, variant)),
        ),
      );
    });
  }

  *make(row: Row): Generator<RecordInput | Refusal> {
    const fates: Fate[] = [];
    for (const record of this.mapping.records) {
      let fate: Fate = 'skipped';
      for (const variant of variants(record, row)) {
        const made = this.one(record, variant, fates);
        fate = made.fate;
        yield* made.out;
      }
      fates.push(fate);
    }
  }

  private one(
    record: RecordMapping,
    row: Row,
    fates: readonly Fate[],
  ): { fate: Fate; out: (RecordInput | Refusal)[] } {
    const draft = new Draft(sourceOf(this.mapping, record, row));
    const id = this.id(record, row, draft);
    if (id === 'skipped') return { fate: id, out: [] };
    const depends = [...record.set, ...record.fill].flatMap(({ values }) =>
      values.flatMap((v) => ('record' in v ? [v.record] : [])),
    );
    if (depends.some((d) => fates[d] === 'skipped')) return { fate: 'skipped', out: [] };
    const lost = depends.filter((d) => fates[d] === 'refused').map((d) => d + 1);
    if (lost.length)
      draft.problems.push(`record ${lost.join(', ')} of this row, which it names, was refused`);
    for (const field of record.set) this.field(field, row, draft, draft.set, fates);
    for (const field of record.fill) this.field(field, row, draft, draft.fill, fates);
    this.lists(record, row, draft);
    return this.finished(record, row, draft, id);
  }

  private id({ id, whenEmpty }: RecordMapping, row: Row, draft: Draft): string | undefined | 'skipped' {
    const { columns } = 'link' in id ? id.text : id;
    const empty = columns.filter((column) => !pieces(row, column).length);
    if (empty.length && whenEmpty === 'skip') return 'skipped';
    if (empty.length) {
      const said = empty.map((column) => `'${column}'`).join(' and ');
      draft.problems.push(`id: ${said} is empty; 'when-empty: skip' in the mapping leaves such rows out`);
      return undefined;
    }
    if ('link' in id) return linked(id, 'id', row, draft, this.linker, this.mapping)[0];
    return draft.take('id', () =>
      filled(id, row, (text) => {
        const made = idPart(text);
        if (made) return made;
        throw new Error(`'${text}' has nothing that an id can be made of`);
      }),
    );
  }

  private field(
    { field, values }: FieldMapping,
    row: Row,
    draft: Draft,
    into: Record<string, unknown>,
    fates: readonly Fate[],
  ): void {
    const found = values.flatMap((value): unknown[] => {
      if ('record' in value) {
        const fate = fates[value.record];
        return typeof fate === 'object' ? [fate.id] : [];
      }
      return field.is === 'relation'
        ? linked(value as LinkedValue, field.name, row, draft, this.linker, this.mapping)
        : this.property(field, value, row, draft);
    });
    if (!found.length) return;
    into[field.name] = field.is === 'relation' && field.many ? [...new Set(found)] : found[0];
  }

  private property(field: Property, value: Value, row: Row, draft: Draft): unknown[] {
    return textsOf(value, row).flatMap(({ printed, text }) => {
      const read = draft.take(field.name, () => propertyValue(field, text, value, row));
      if (read === undefined) return [];
      const [last] = value.until === undefined ? [] : pieces(row, value.until);
      draft.rest(field.name, last ? `${printed} – ${last}` : printed, String(read));
      return [read];
    });
  }

  private lists({ aliases, externalIds }: RecordMapping, row: Row, draft: Draft): void {
    for (const alias of aliases)
      for (const { printed, text } of textsOf(alias, row)) {
        const { kind, language } = alias;
        (draft.lists['aliases'] ??= []).push({ text, kind, ...(language && { language }) });
        draft.rest('aliases', printed, text);
      }
    for (const external of externalIds)
      for (const { printed, text } of textsOf(external, row)) {
        const url = external.url && filled(external.url, row);
        (draft.lists['externalIds'] ??= []).push({
          scheme: external.scheme,
          value: text,
          ...(url && { url }),
        });
        draft.rest('externalIds', printed, text);
      }
  }

  private finished(
    { concept }: RecordMapping,
    row: Row,
    draft: Draft,
    id: string | undefined,
  ): { fate: Fate; out: (RecordInput | Refusal)[] } {
    const source = `${this.name}:${row.line}`;
    if (!draft.evidence.length) draft.evidence.push({ source: draft.source });
    const made: RecordInput = {
      type: concept.name,
      id: id ?? '',
      set: draft.set,
      fill: { ...draft.fill, ...(concept.fields.has('review') && { review: this.mapping.review }) },
      add: { ...draft.lists, ...(concept.fields.has('evidence') && { evidence: draft.evidence }) },
      source,
    };
    const count = draft.problems.length ? 0 : draft.take('id', () => this.repeats.count(made, row.line));
    if (draft.problems.length) {
      const refusal = {
        record: id ?? `${concept.name} of line ${row.line}`,
        source,
        problem: draft.problems.join('; '),
      };
      return { fate: 'refused', out: [refusal] };
    }
    for (const created of draft.created) this.linker.note(created);
    this.linker.note(made);
    const fate = { id: made.id };
    if (!count) return { fate, out: draft.created };
    return { fate, out: [...draft.created, count > 1 ? again(made, count) : made] };
  }
}

/** What is said of a record in another row is evidence of its own, or each run would take the one for a correction of the other. */
function again(record: RecordInput, count: number): RecordInput {
  const evidence = (record.add!['evidence'] ?? []) as { source: { record: string } }[];
  const numbered = evidence.map((e) => ({
    ...e,
    source: { ...e.source, record: `${e.source.record} (${count})` },
  }));
  return { ...record, add: { ...record.add, evidence: numbered } };
}

/** The row, or the row with each piece of a cell in that cell's place. */
function variants({ each }: RecordMapping, row: Row): Row[] {
  if (!each) return [row];
  return pieces(row, each.column, each.split).map((piece) => ({
    line: row.line,
    cells: new Map(row.cells).set(each.column, piece),
  }));
}
