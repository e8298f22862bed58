const BITS = 2 ** 27;
const HASHES = 4;

/**
 * Ids in 16 MB however many there are (Bloom 1970). It may hold one that was never added, one in two hundred where there
 * are ten million; it never lacks one that was.
 */
export class WaitingIds {
  private bits: Uint8Array | undefined;

  add(id: string): void {
    const bits = (this.bits ??= new Uint8Array(BITS / 8));
    for (const at of places(id)) bits[at >>> 3]! |= 1 << (at & 7);
  }

  has(id: string): boolean {
    const { bits } = this;
    return bits !== undefined && places(id).every((at) => bits[at >>> 3]! & (1 << (at & 7)));
  }
}

/** Two hashes make any number of them (Kirsch and Mitzenmacher 2006). */
function places(id: string): number[] {
  const a = hash(id, 0x811c9dc5);
  const b = hash(id, 0x9747b28c) | 1;
  return Array.from({ length: HASHES }, (_, i) => ((a + Math.imul(i, b)) >>> 0) % BITS);
}

// FNV-1a, its end mixed as in MurmurHash3: ids differ in their last characters.
function hash(text: string, seed: number): number {
  let h = seed;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
