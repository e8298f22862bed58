import fc from 'fast-check';

// Unlike fast-check's usual integers, which prefer the ends of a range.
const evenly = (min: number, max: number) => fc.noBias(fc.integer({ min, max }));

/** Random choices, the same for the same seed. */
export class Draw {
  private readonly generate: fc.GeneratorValue;

  constructor(seed: number) {
    this.generate = fc.sample(fc.gen(), { seed, numRuns: 1 })[0]!;
  }

  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number {
    return this.generate(evenly, min, max);
  }

  chance(percent: number): boolean {
    return this.int(1, 100) <= percent;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.int(0, list.length - 1)]!;
  }

  /** One of the list, the first ones much more often: those become hubs. */
  skewed<T>(list: readonly T[]): T | undefined {
    const part = this.int(0, 999) / 1000;
    return list[Math.floor(list.length * part ** 3)];
  }

  /** Different ones of the list, at most `max`, in random order. */
  several<T>(list: readonly T[], max: number): T[] {
    return list.length ? [...new Set(Array.from({ length: this.int(0, max) }, () => this.pick(list)))] : [];
  }
}
