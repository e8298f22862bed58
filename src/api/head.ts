import { setTimeout as wait } from 'node:timers/promises';

/** The place of the log's last change, looked up for all who listen at once, and not at all while nobody does. */
export class Head {
  private next: Promise<number> | undefined;
  private listening = 0;

  /** @param every how often it is looked up, in ms */
  constructor(
    private readonly look: () => Promise<number>,
    private readonly every: number,
  ) {}

  /** The place at the next look; nothing where the listener has left by then, or the store did not answer. */
  async at(left: AbortSignal): Promise<number | undefined> {
    let hear = () => {};
    const gone = new Promise<undefined>((resolve) => (hear = () => resolve(undefined)));
    left.addEventListener('abort', hear);
    this.listening++;
    try {
      return await Promise.race([gone, this.shared().catch(() => undefined)]);
    } finally {
      this.listening--;
      left.removeEventListener('abort', hear);
    }
  }

  private shared(): Promise<number> {
    this.next ??= this.afterAWhile().finally(() => (this.next = undefined));
    return this.next;
  }

  private async afterAWhile(): Promise<number> {
    await wait(this.every);
    if (!this.listening) throw new Error('nobody listens');
    return this.look();
  }
}
