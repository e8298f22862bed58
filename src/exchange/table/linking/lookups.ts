import type { Catalogue } from '../../../model/catalogue.js';
import { candidates } from '../../../reading/linking/candidates.js';
import { bearers, coded, conceptsOf, inScheme } from '../../../reading/linking/exact.js';
import type { Store } from '../../../store/port.js';
import type { Link } from '../mapping/mapping.js';
import type { Ask, Hit } from './found.js';

/** What the store says of an ask; `nearest` where nobody fits and the user is to be told who comes near. */
export interface LookedUp {
  readonly hits: readonly Hit[];
  readonly nearest: readonly Hit[];
}
const NOBODY: LookedUp = { hits: [], nearest: [] };

/** How many statements are under way at once, and how many shown refusals are helped by a search for who comes near. */
const AT_ONCE = 8;
const HELPED = 1000;

/** Asks the store who is meant: by lists where ids and codes are asked, several at once where names are. */
export class Lookups {
  private readonly schemes = new Map<Link, Promise<Map<string, string[]>>>();
  private helped = 0;

  constructor(
    private readonly store: Pick<Store, 'read'>,
    private readonly catalogue: Catalogue,
  ) {}

  /** The answers in the order of the asks. */
  async all(asks: readonly Ask[]): Promise<LookedUp[]> {
    const ids = asks.filter((ask) => this.isById(ask)).map((ask) => ask.text);
    const concepts = await conceptsOf(this.store, this.catalogue, [...new Set(ids)]);
    const codes = await this.codes(asks);
    const answers: LookedUp[] = [];
    // The first goes alone: an engine that plans a new statement does so once, not for all of them side by side.
    for (let i = 0; i < asks.length; i = answers.length) {
      const some = asks.slice(i, i ? i + AT_ONCE : 1);
      answers.push(...(await Promise.all(some.map((ask) => this.one(ask, concepts, codes)))));
    }
    return answers;
  }

  private async one(
    ask: Ask,
    concepts: ReadonlyMap<string, string>,
    codes: ReadonlyMap<Link, ReadonlyMap<string, readonly string[]>>,
  ): Promise<LookedUp> {
    const { link, text } = ask;
    if (this.isById(ask)) {
      const concept = concepts.get(text);
      return concept && link.to.includes(concept) ? same([text]) : NOBODY;
    }
    switch (link.by.is) {
      case 'code':
        return same(codes.get(link)!.get(text) ?? codes.get(link)!.get(text.toUpperCase()) ?? []);
      case 'externalId': {
        const { scheme } = link.by;
        if (!this.schemes.has(link)) this.schemes.set(link, inScheme(this.store, link.to, scheme));
        return same((await this.schemes.get(link)!).get(text) ?? []);
      }
      case 'candidates':
        return { hits: await this.candidates(ask), nearest: [] };
      default: {
        const found = await bearers(this.store, link.to, text);
        const hits = found.map((b) => ({ id: b.id, score: -b.rank, shown: `${b.name} (${b.id})` }));
        return { hits, nearest: hits.length ? [] : await this.nearest(ask) };
      }
    }
  }

  /** An id names its record, however else the link goes by. */
  private isById({ link, text }: Ask): boolean {
    return link.by.is === 'id' || link.to.includes(this.catalogue.ofId(text)?.name ?? '');
  }

  private async codes(asks: readonly Ask[]): Promise<Map<Link, Map<string, string[]>>> {
    const found = new Map<Link, Map<string, string[]>>();
    for (const link of new Set(asks.map((ask) => ask.link))) {
      if (link.by.is !== 'code') continue;
      const texts = asks.filter((ask) => ask.link === link).flatMap((a) => [a.text, a.text.toUpperCase()]);
      found.set(link, await coded(this.store, link.to[0]!, link.by.column, [...new Set(texts)]));
    }
    return found;
  }

  private async candidates({ link, text, on, context }: Ask): Promise<Hit[]> {
    const found = await candidates(
      this.store,
      this.catalogue,
      { name: text, kinds: link.to, on, context },
      5,
    );
    return found.map(({ id, score }) => ({ id, score, shown: `${id} (${score})` }));
  }

  private async nearest(ask: Ask): Promise<Hit[]> {
    if (ask.link.otherwise !== 'refuse' || this.helped >= HELPED) return [];
    this.helped++;
    return this.candidates(ask);
  }
}

const same = (ids: readonly string[]): LookedUp => ({
  hits: ids.map((id) => ({ id, score: 0, shown: id })),
  nearest: [],
});
