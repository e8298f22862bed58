/** A file cannot be read further; what was read before stays. */
export class Unreadable extends Error {
  constructor(
    readonly line: number,
    problem: string,
  ) {
    super(problem);
    this.name = 'Unreadable';
  }
}
