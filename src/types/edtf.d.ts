declare module 'edtf' {
  /** Parses an EDTF string; the values it gives are described where they are read. */
  export default function parse(text: string): object;
}
