/** So many statements are remembered. */
const REMEMBERED = 1000;

/** How fast statements can be, by their text: the least time that each has taken, in ms, as long as it is asked now and then. */
export class Pace {
  private readonly best = new Map<string, number>();

  /** What is new may be fast. One slow answer says nothing: the machine was busy, or its values were others. */
  of(text: string): number {
    return this.best.get(text) ?? 0;
  }

  took(text: string, ms: number): void {
    const best = Math.min(ms, this.best.get(text) ?? Infinity);
    this.best.delete(text);
    this.best.set(text, best);
    if (this.best.size > REMEMBERED) this.best.delete(this.best.keys().next().value!);
  }
}
