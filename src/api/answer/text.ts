/** A part of a response as the text that it is, with how many records it holds. */
export class Text {
  constructor(
    readonly text: string,
    readonly records: number,
  ) {}

  toJSON(): unknown {
    return JSON.parse(this.text);
  }
}
