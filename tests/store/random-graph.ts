import type { Catalogue, Concept, Property, Relation } from '../../src/model/catalogue.js';
import type { ChangeSet, RecordInput } from '../../src/model/change-set.js';
import { enums } from '../../src/model/enums.js';
import { structs, type StructField } from '../../src/model/structs.js';
import { Draw } from './draw.js';
import { instants, randomDate, randomDay, randomName, randomText } from './random-values.js';

const SIZES: Readonly<Record<string, number>> = {
  Statement: 60,
  Report: 45,
  Position: 40,
  Mention: 70,
  Role: 40,
  Participation: 35,
  Person: 20,
  Meeting: 20,
  Claim: 30,
};
const USUAL = 12;

/** Two change sets of a random graph, drawn from the catalogue: the first makes it, the second amends parts of it. */
export function randomGraph(catalogue: Catalogue, seed: number): readonly [ChangeSet, ChangeSet] {
  return new RandomGraph(catalogue, new Draw(seed)).changes();
}

class RandomGraph {
  private readonly concepts: readonly Concept[];
  private readonly ids: ReadonlyMap<string, readonly string[]>;
  /** Statements that name somebody: positions are taken in these. */
  private readonly named: string[] = [];

  constructor(
    private readonly catalogue: Catalogue,
    private readonly draw: Draw,
  ) {
    this.concepts = catalogue.concrete.filter((c) => c.name !== 'Change');
    this.ids = new Map(
      this.concepts.map((c) => [
        c.name,
        Array.from({ length: SIZES[c.name] ?? USUAL }, (_, i) => `${c.prefix}:r${i}`),
      ]),
    );
  }

  changes(): readonly [ChangeSet, ChangeSet] {
    const upserts = this.concepts.flatMap((c) => this.ids.get(c.name)!.map((id, i) => this.record(c, id, i)));
    const amended = upserts
      .filter((r) => r.type !== 'Statement' && this.draw.chance(8))
      .map((r) => this.amendment(r));
    return [
      { id: 'change:made', action: 'made', by: 'tester', at: instants[0]!, note: 'a random graph', upserts },
      {
        id: 'change:amended',
        action: 'amended',
        by: 'tester',
        at: instants[2]!,
        upserts: amended,
        removals: ['match:r11'],
      },
    ];
  }

  private record(concept: Concept, id: string, index: number): RecordInput {
    const set: Record<string, unknown> = {};
    for (const field of concept.fields.values()) {
      const value = this.field(concept, field, id, index);
      if (value !== undefined) set[field.name] = value;
    }
    if (concept.name === 'Mention') Object.assign(set, this.span());
    if (concept.name === 'Statement' && (set['speaker'] || set['onBehalfOf'])) this.named.push(id);
    return { type: concept.name, id, set };
  }

  // What is cleared, and what is drawn anew; the records it is required for stay whole.
  private amendment({ type, id, set }: RecordInput): RecordInput {
    const concept = this.catalogue.concept(type);
    const index = this.ids.get(type)!.indexOf(id);
    const changeable = [...concept.fields.values()].filter(
      (f) => (f.is === 'relation' || f.nullable || f.name === 'name') && this.written(f),
    );
    const changed = this.draw
      .several(changeable, 3)
      .map((field) => [
        field.name,
        this.field(concept, field, id, index) ?? (field.nullable ? null : set[field.name]),
      ]);
    return { type, id, set: Object.fromEntries(changed) };
  }

  private written = (field: Property | Relation) =>
    field.is === 'property'
      ? field.written && field.name !== 'id'
      : field.direction === 'out' && field.stored[0]!.written;

  private field(concept: Concept, field: Property | Relation, id: string, index: number): unknown {
    if (!this.written(field)) return undefined;
    if (field.name === 'review') return this.draw.chance(15) ? 'PROPOSED' : 'ACCEPTED';
    if (field.nullable && this.draw.chance(30)) return undefined;
    if (field.is === 'property') return this.value(concept, field);
    const one = () => this.draw.skewed(this.targets(field, id, index));
    const found = Array.from({ length: field.many ? this.draw.int(0, 5) : 1 }, one).filter(Boolean);
    return field.many ? [...new Set(found)] : found[0];
  }

  private targets(relation: Relation, id: string, index: number): readonly string[] {
    const [stored] = relation.stored;
    if (stored!.acyclic) return this.ids.get(stored!.owner)!.slice(0, index);
    if (stored!.owner === 'Position' && relation.name === 'statement') return this.named;
    const ids = this.ids.get(
      this.draw.pick(this.catalogue.concept(relation.to).concretes.filter((c) => this.ids.has(c))),
    )!;
    return stored!.symmetric ? ids.filter((other) => other !== id) : ids;
  }

  private value({ family }: Concept, { name, type, enum: words, struct }: Property): unknown {
    switch (type) {
      case 'text':
        return name === 'name' || (family === 'role' && name === 'title')
          ? randomName(this.draw)
          : randomText(this.draw);
      case 'code':
        // Under some of them a text is shown to everybody.
        if (name === 'licence')
          return this.draw.pick(['CC0-1.0', 'CC-BY-4.0', 'zz', 'A1', 'Public domain', 'café']);
        return this.draw.pick(['en', 'ko', 'zz', 'A1', 'http://example.org/ü', 'café']);
      case 'int':
        return this.draw.pick([0, 1, 2, 3, 10, -1, 2 ** 31 - 1]);
      case 'float':
        return this.draw.pick([0, 0.1, 0.25, 0.5, 0.5, 1, -12.75]);
      case 'boolean':
        return this.draw.chance(50);
      case 'edtf':
        return randomDate(this.draw);
      case 'instant':
        return this.draw.pick(instants);
      case 'enum':
        return this.draw.pick(enums[words!]);
      case 'json':
        return Array.from({ length: this.draw.int(0, 3) }, () => this.struct(struct!));
      default:
        throw new Error(`no random ${type}`);
    }
  }

  private struct(name: string): Record<string, unknown> {
    const fields = Object.entries(structs[name]!).filter(
      ([, field]) => field.required || this.draw.chance(60),
    );
    const drawn = Object.fromEntries(fields.map(([key, field]) => [key, this.structField(key, field)]));
    return 'exact' in structs[name]! ? { ...drawn, ...this.span() } : drawn;
  }

  private structField(name: string, { type, enum: words, struct, link }: StructField): unknown {
    if (struct) return this.struct(struct);
    if (link)
      return this.draw.skewed(this.ids.get(this.draw.pick(this.catalogue.concept(link.to).concretes))!);
    if (type === 'day') return randomDay(this.draw);
    if (name === 'text') return randomName(this.draw);
    return this.value(this.catalogue.concept('Article'), { name, type, enum: words } as Property);
  }

  private span(): { start: number; end: number; exact: string } {
    const exact = randomName(this.draw);
    const start = this.draw.pick([0, 5, 5, 40]);
    return { start, end: start + exact.length, exact };
  }
}
