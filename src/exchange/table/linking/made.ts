import type { RecordInput } from '../../../model/change-set.js';
import { fold } from '../../../model/fold.js';
import type { Hit } from './found.js';

interface Name {
  readonly id: string;
  readonly type: string;
  readonly own: boolean;
  readonly text: string;
}

/** The names of what the table itself makes: a later row may name it before the store has it. */
export class Made {
  private readonly names = new Map<string, Name[]>();

  /** `types`: those that a link of the mapping leads to by name; no other is remembered. */
  constructor(private readonly types: ReadonlySet<string>) {}

  note({ type, id, set, fill, add }: RecordInput): void {
    if (!this.types.has(type)) return;
    const name = set['name'] ?? fill?.['name'];
    const aliases = (add?.['aliases'] ?? []) as { text: string }[];
    if (typeof name === 'string') this.add({ id, type, own: true, text: name });
    for (const { text } of aliases) this.add({ id, type, own: false, text });
  }

  /** Who of these types has the name; scores are those of the store's look-ups by name, or of candidates. */
  hits(types: readonly string[], text: string, by: 'name' | 'candidates'): Hit[] {
    const found = (this.names.get(fold(text)) ?? []).filter((n) => types.includes(n.type));
    const [own, other] = by === 'name' ? [0, -2] : [1, 0.97];
    return found.map((n) => ({ id: n.id, score: n.own ? own : other, shown: `${n.text} (${n.id})` }));
  }

  private add(name: Name): void {
    const key = fold(name.text);
    const there = this.names.get(key) ?? [];
    if (!there.some((n) => n.id === name.id)) this.names.set(key, [...there, name]);
  }
}
