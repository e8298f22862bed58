import type { Concept } from '../../../model/catalogue.js';
import { fold } from '../../../model/fold.js';
import { evidenceOf } from '../../../reading/linking/exact.js';
import type { Store } from '../../../store/port.js';
import { hash, idPart } from '../rows/id-part.js';

/** Ids for names that nobody has: the same name gets the same id, in this run and in the next. */
export class Creations {
  private readonly fates = new Map<string, 'free' | 'ours' | 'taken'>();

  constructor(
    private readonly store: Pick<Store, 'read'>,
    private readonly source: string,
  ) {}

  /** Looks up whether the ids that these names would have are free. */
  async prepare(concept: Concept, names: readonly string[]): Promise<void> {
    const asked = names.filter((name) => !this.fates.has(key(concept, name)));
    const there = await evidenceOf(this.store, concept.name, [
      ...new Set(asked.map((n) => plain(concept, n))),
    ]);
    for (const name of asked) {
      const evidence = there.get(plain(concept, name));
      const ours = evidence?.some(
        (e) => e.source?.name === this.source && fold(e.value ?? '') === fold(name),
      );
      this.fates.set(key(concept, name), ours ? 'ours' : evidence ? 'taken' : 'free');
    }
  }

  /** The id for a name; `isThere` where an earlier run made it and a curator has renamed it since. */
  idOf(concept: Concept, name: string): { readonly id: string; readonly isThere: boolean } {
    const fate = this.fates.get(key(concept, name));
    const id = fate === 'taken' ? `${plain(concept, name)}-${hash(fold(name))}` : plain(concept, name);
    return { id, isThere: fate === 'ours' };
  }
}

const key = (concept: Concept, name: string) => `${concept.prefix}:${fold(name)}`;
const plain = (concept: Concept, name: string) => `${concept.prefix}:${idPart(name) || hash(fold(name))}`;
