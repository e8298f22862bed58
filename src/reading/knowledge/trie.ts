/** A tree of words: what names begin with, and what each is the name of. */
export class Trie<T> {
  private readonly root: Branch<T> = {};

  add(words: readonly string[], value: T): void {
    if (!words.length) return;
    let at = this.root;
    for (const word of words)
      at = (at.next ??= new Map<string, Branch<T>>()).get(word) ?? this.grown(at, word);
    (at.values ??= []).push(value);
  }

  private grown(at: Branch<T>, word: string): Branch<T> {
    const made: Branch<T> = {};
    at.next!.set(word, made);
    return made;
  }

  /** The longest name that begins with the word at a place, and how many words it has. */
  longest(
    words: (i: number) => string | undefined,
  ): { readonly length: number; readonly values: readonly T[] } | undefined {
    let at: Branch<T> | undefined = this.root;
    let found: { length: number; values: readonly T[] } | undefined;
    for (let i = 0; at; i++) {
      const word = words(i);
      at = word === undefined ? undefined : at.next?.get(word);
      if (at?.values) found = { length: i + 1, values: at.values };
    }
    return found;
  }
}

interface Branch<T> {
  next?: Map<string, Branch<T>>;
  values?: T[];
}
