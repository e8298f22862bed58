const OFTEN = 100;
const SPARSE = 10_000;

/** One line that says how far something is: on a terminal written over and over, else now and then. */
export class Progress {
  last: string | undefined;
  private shown = performance.now();

  constructor(private readonly to: NodeJS.WriteStream) {}

  show(text: string): void {
    this.last = text;
    const now = performance.now();
    if (now - this.shown < (this.to.isTTY ? OFTEN : SPARSE)) return;
    this.shown = now;
    this.to.write(this.to.isTTY ? `\r\x1b[K${text}` : `${text}\n`);
  }

  clear(): void {
    if (this.to.isTTY) this.to.write('\r\x1b[K');
  }
}
