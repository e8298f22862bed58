import { createReadStream } from 'node:fs';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lines } from '../lines.js';
import type { Item } from './item.js';
import { WaitingIds } from './waiting-ids.js';

const HELD = 1_000_000;

/** Records that wait, in a file: what there is to hold of them is few bytes each, however long they are. */
export class Spill {
  count = 0;
  private readonly ids = new WaitingIds();
  private folder: string | undefined;
  private held = '';

  async keep(items: readonly Item[]): Promise<void> {
    for (const item of items) {
      this.count++;
      this.ids.add(item.input.id);
      this.held += `${JSON.stringify(item)}\n`;
      if (this.held.length > HELD) await this.write();
    }
  }

  /** Whether a record of this id waits; now and then it says so of one that does not. */
  holds(id: string): boolean {
    return this.ids.has(id);
  }

  /** All that wait, in the order in which they came. */
  async *items(): AsyncGenerator<Item> {
    if (!this.count) return;
    await this.write();
    for await (const line of lines(createReadStream(this.file())))
      if ('text' in line) yield JSON.parse(line.text) as Item;
  }

  async remove(): Promise<void> {
    if (this.folder) await rm(this.folder, { recursive: true, force: true });
  }

  private async write(): Promise<void> {
    this.folder ??= await mkdtemp(join(tmpdir(), 'rapporteur-'));
    const text = this.held;
    this.held = '';
    await appendFile(this.file(), text);
  }

  private file(): string {
    return join(this.folder!, 'waiting.jsonl');
  }
}
