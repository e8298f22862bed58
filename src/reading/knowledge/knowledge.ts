import { sound } from '../../model/names/sound.js';
import { nameTokens } from '../../model/names/tokens.js';
import { normOf } from '../text/tokens.js';
import { Trie } from './trie.js';

export interface Alias {
  readonly text: string;
  readonly kind: string;
}

/** An entity as the reader knows it. */
export interface Entity {
  readonly id: string;
  readonly concept: string;
  readonly name: string;
  readonly description: string;
  readonly aliases: readonly Alias[];
  /** The id of its state. */
  readonly country?: string | undefined;
  readonly iso3?: string;
  /** The last day on which it can have been there, `` where that is unknown: of a person, of a state. */
  readonly until: string;
  readonly since: string;
}

/** A person's office. Days are ISO 8601, '' where unknown. */
export interface Held {
  readonly id: string;
  readonly person: string;
  readonly title: string;
  readonly of: string;
  readonly to?: string | undefined;
  readonly from: string;
  readonly until: string;
  readonly attested: readonly (readonly [from: string, until: string])[];
  readonly ending: string;
}

/** Talks, with the days, places and parties they are known by. */
export interface Talks {
  readonly id: string;
  readonly kind: string;
  readonly from: string;
  readonly until: string;
  readonly places: readonly string[];
  readonly parties: ReadonlySet<string>;
}

/** A name, what it is a name of, and as what. */
export interface Named {
  readonly entity: Entity;
  readonly kind: string;
  /** As it is written. */
  readonly text: string;
}

/** How often words were decided to mean each entity, by its id, and how often any. */
export interface Meant {
  readonly ids: ReadonlyMap<string, number>;
  readonly of: number;
}

/** What the graph knows, in memory, to read by. Built once, and grown by what is read. */
export class Knowledge {
  readonly entities = new Map<string, Entity>();
  readonly names = new Trie<Named>();
  /** States by ISO 3166-1 alpha-3; and what their seats and houses are called. */
  readonly states = new Map<string, Entity>();
  readonly seats = new Map<string, Entity>();
  private readonly rolesOf = new Map<string, Held[]>();
  private readonly officesOf = new Map<string, Held[]>();
  private readonly bySound = new Map<string, Set<string>>();
  /** Names whose sounds are not worked out yet, those who were known last at the end: most are long dead. */
  private unheard: { readonly id: string; readonly name: string }[] = [];
  private isListening = false;
  private readonly talksOf = new Map<string, Talks[]>();
  /** In how many talks each takes part. */
  readonly prominence = new Map<string, number>();
  private readonly meantBy = new Map<string, Map<string, number>>();

  add(entity: Entity): void {
    const before = this.entities.get(entity.id);
    this.entities.set(entity.id, entity);
    if (entity.iso3) this.states.set(entity.iso3, entity);
    const known = new Set(before ? [before.name, ...before.aliases.map((a) => a.text)].map(keyOf) : []);
    for (const { text, kind } of [{ text: entity.name, kind: 'NAME' }, ...entity.aliases]) {
      if (known.has(keyOf(text))) continue;
      known.add(keyOf(text));
      if (entity.concept === 'Person') {
        if (this.isListening) this.hear(entity.id, text);
        else this.unheard.push({ id: entity.id, name: text });
        if (!text.includes(' ')) continue;
      }
      if (entity.concept !== 'Meeting') this.names.add(wordsOfName(text), { entity, kind, text });
    }
  }

  private hear(id: string, name: string): void {
    for (const { text, weight, initial } of nameTokens(name)) {
      if (weight < 0.5 || initial) continue;
      const code = sound(text);
      const ids = this.bySound.get(code);
      if (ids) ids.add(id);
      else this.bySound.set(code, new Set([id]));
    }
  }

  /** Works out the sounds of all who may have been there since a year: it takes as long as all the rest of the loading. */
  private hearSince(year: number): void {
    if (!this.isListening) {
      const years = new Map(this.unheard.map(({ id }) => [id, this.lastYear(id)]));
      this.unheard.sort((a, b) => years.get(a.id)! - years.get(b.id)!);
      this.isListening = true;
    }
    for (let last = this.unheard.at(-1); last && this.lastYear(last.id) >= year; last = this.unheard.at(-1)) {
      this.hear(last.id, last.name);
      this.unheard.pop();
    }
  }

  /** The last year that anything is known of somebody; after all others where nothing is. */
  private lastYear(id: string): number {
    const { since, until } = this.entities.get(id)!;
    const last = [since, until, this.lastServed(id) ?? ''].sort().at(-1);
    return last ? Number(last.slice(0, 4)) : EVER;
  }

  /** The last day that an office of somebody is known of; undefined where none is. */
  lastServed(person: string): string | undefined {
    const days = this.roles(person).flatMap((r) => [r.from, r.until, ...r.attested.map(([, to]) => to)]);
    return days.filter(Boolean).sort().at(-1);
  }

  hold(role: Held): void {
    push(this.rolesOf, role.person, role);
    push(this.officesOf, role.of, role);
  }

  meet(talks: Talks): void {
    for (let year = Number(talks.from.slice(0, 4)); year <= Number(talks.until.slice(0, 4)); year++)
      push(this.talksOf, String(year), talks);
    for (const id of talks.parties) this.prominence.set(id, (this.prominence.get(id) ?? 0) + 1);
  }

  /** A mention by these words, decided by a curator to mean this entity. */
  mean(name: string, id: string): void {
    const key = keyOf(name);
    const ids = this.meantBy.get(key) ?? new Map<string, number>();
    this.meantBy.set(key, ids.set(id, (ids.get(id) ?? 0) + 1));
  }

  /** Whom these words were decided to mean. */
  meant(name: string): Meant {
    const ids = this.meantBy.get(keyOf(name)) ?? new Map<string, number>();
    return { ids, of: [...ids.values()].reduce((sum, n) => sum + n, 0) };
  }

  /** Those of some years. */
  talksIn(years: Iterable<string>): Talks[] {
    return [...new Set([...years].flatMap((year) => this.talksOf.get(year) ?? []))];
  }

  roles = (person: string): readonly Held[] => this.rolesOf.get(person) ?? [];
  offices = (of: string): readonly Held[] => this.officesOf.get(of) ?? [];

  /** Who or what has exactly this name. */
  named(name: string): Set<Entity> {
    const words = wordsOfName(name);
    const found = this.names.longest((i) => words[i]);
    return new Set(found?.length === words.length ? found.values.map((n) => n.entity) : []);
  }

  /** The people whose names share sounds with this one: two of them, or the only one it has. */
  sounding(name: string, day: string): Entity[] {
    this.hearSince(Number(day.slice(0, 4)) - AGO);
    const codes = [
      ...new Set(
        nameTokens(name)
          .filter((t) => t.weight >= 0.5 && !t.initial)
          .map((t) => sound(t.text)),
      ),
    ];
    const least = Math.min(2, codes.length);
    const shared = new Map<string, number>();
    for (const code of codes)
      for (const id of this.bySound.get(code) ?? []) shared.set(id, (shared.get(id) ?? 0) + 1);
    return [...shared].flatMap(([id, n]) => (n >= least ? [this.entities.get(id)!] : []));
  }
}

/** Who was known last so many years before an article is in it by the full name alone. */
const AGO = 100;
const EVER = 9999;

const push = <T>(map: Map<string, T[]>, key: string, value: T) => {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};

const SPLIT = /[\s\-‐‑–—/,()]+/;

/** The words of a name, as tokens of a text are compared with them. */
export const wordsOfName = (name: string): string[] =>
  name
    .split(SPLIT)
    .map((word) => normOf(word.replace(/['’]s$/i, '')))
    .filter(Boolean);

const keyOf = (name: string) => wordsOfName(name).join(' ');
