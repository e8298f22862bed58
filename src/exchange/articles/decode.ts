/** The text of some bytes, and what is to be said of how it was read. */
export interface Decoded {
  readonly text: string;
  readonly warnings: readonly string[];
}

const BOMS: readonly (readonly [bytes: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/**
 * Bytes as text: by their mark, by what they are said to be, else as UTF-8; what is no UTF-8 is read as Windows-1252, and
 * that is said. NUL bytes stay, so that what is binary is refused as such.
 */
export function decode(bytes: Uint8Array, said?: string): Decoded {
  const marked = BOMS.find(([mark]) => mark.every((byte, i) => bytes[i] === byte))?.[1];
  const declared =
    marked ??
    said ??
    /<meta[^>]+charset=["']?([\w-]+)/i.exec(Buffer.from(bytes.subarray(0, 2048)).toString('latin1'))?.[1];
  for (const encoding of [declared, 'utf-8']) {
    if (!encoding) continue;
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), warnings: [] };
    } catch {
      // Not in that encoding, or none that is known: the next one is tried.
    }
  }
  const warning = `It is not ${declared && declared.toLowerCase() !== 'utf-8' ? `${declared} as it says, nor ` : ''}UTF-8; it was read as Windows-1252`;
  return { text: new TextDecoder('windows-1252').decode(bytes), warnings: [warning] };
}
