import type { Catalogue } from '../../src/model/catalogue.js';
import type { ChangeSet } from '../../src/model/change-set.js';
import type { Draw } from './draw.js';

/** What a graph holds, to ask for: values that are there, and ones that nearly are. */
export class GraphValues {
  private readonly values = new Map<string, unknown[]>();

  constructor(
    private readonly catalogue: Catalogue,
    changes: readonly ChangeSet[],
  ) {
    for (const { id, upserts } of changes) {
      if (id) this.note('Change', 'id', id);
      for (const record of upserts) {
        this.note(record.type, 'id', record.id);
        for (const [field, value] of Object.entries(record.set)) this.note(record.type, field, value);
        for (const { text } of (record.set['aliases'] ?? []) as { text: string }[])
          this.note(record.type, 'anyName', text);
        this.note(record.type, 'anyName', record.set['name']);
      }
    }
  }

  private note(concept: string, field: string, value: unknown): void {
    if (value === null || value === undefined) return;
    const key = `${concept}.${field}`;
    this.values.set(key, [...(this.values.get(key) ?? []), value]);
  }

  /** A value that one of a concept's records has in a field, if any has. */
  some(draw: Draw, concept: string, field: string): unknown {
    const { concretes } = this.catalogue.concept(concept);
    const all = concretes.flatMap((c) => this.values.get(`${c}.${field}`) ?? []);
    return all.length ? draw.pick(all) : undefined;
  }

  id(draw: Draw, concept: string): string {
    const found = this.some(draw, concept, 'id') as string;
    return draw.chance(92) ? found : draw.pick([`${found}x`, 'person:nobody', 'nothing', '']);
  }

  /** A text of a field, or one that differs in what folding ignores, or a little. */
  text(draw: Draw, concept: string, field: string): string {
    const text = String(this.some(draw, concept, field) ?? 'talks');
    if (draw.chance(60)) return text;
    return draw.pick([
      text.toUpperCase(),
      text.toLowerCase(),
      text.normalize('NFD'),
      `${text}x`,
      [...text].slice(1).join(''),
      text.trim(),
    ]);
  }
}
