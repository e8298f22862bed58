import { fold, words, type Word } from '../../../model/fold.js';
import { overlaps } from './days.js';
import { UNITED_STATES } from './offices.js';
import type { Known, KnownMeeting } from './known.js';

/** Somebody whom a remark could name. */
export interface Nameable {
  readonly id: string;
  readonly names: readonly string[];
  readonly country?: string | undefined;
  /** The years in which the sources show the person, both inclusive; missing where they do not say. */
  readonly years?: readonly [from: number, to: number] | undefined;
}

/** A person whom the remarks name as met, in a few words of theirs. */
export interface Met {
  readonly person: string;
  readonly country?: string | undefined;
  readonly words: string;
}

/** A term of a president of the United States: `President Truman` is whoever bore the name in office that day. */
export interface Term {
  readonly person: string;
  readonly surname: string;
  readonly from: string;
  readonly to: string;
}

/** The words that lead up to it, few as they are. */
const SUMMIT = /(?:\S+ ){0,7}\bsummit\b/i;

/** The stop that a remark is about. */
export interface Scene {
  /** A visit to the United States: a president without another's demonym is theirs. */
  readonly isVisit: boolean;
  readonly day: string;
  readonly when: string;
  readonly countries: readonly string[];
}

const MEETS =
  /\b(met|meet|meets|meetings?|talks?|spoke|conferred|summit|audience|discussions?|received by|events)\b/i;
// Who is buried, honoured or remembered is not met.
const ABSENT =
  /\b(funeral|memorial|death of|late|tomb|burial|condolences|tribute|anniversary|in honor of|library|museum|representatives? of|message)\b/i;

/**
 * Finds those whom remarks name: by a full name of two words or more, where one person alone bears it, is of a country
 * that the stop or the sentence names, and was about in those years.
 */
export class Remarks {
  private readonly byName = new Map<string, Nameable[]>();
  private longest = 2;

  constructor(
    people: Iterable<Nameable>,
    private readonly known: Pick<Known, 'meetings' | 'countries'>,
    private readonly terms: readonly Term[] = [],
  ) {
    for (const person of people)
      for (const name of new Set(person.names.map(key))) {
        const length = name.split(' ').length;
        if (length < 2) continue;
        this.longest = Math.max(this.longest, length);
        this.byName.set(name, [...(this.byName.get(name) ?? []), person]);
      }
  }

  /** Whom the remarks say was met there. */
  met(remarks: string, scene: Scene): Met[] {
    const found = new Map<string, Met>();
    for (const sentence of sentences(remarks)) {
      if (!MEETS.test(sentence) || ABSENT.test(sentence)) continue;
      for (const { person, from, to } of this.named(sentence)) {
        const fits = person.filter((p) => this.fits(p, sentence, scene));
        if (fits.length !== 1 || person.length !== 1) continue;
        const [{ id, country }] = fits as [Nameable];
        if (!found.has(id)) found.set(id, { person: id, country, words: phrase(sentence, from, to) });
      }
      const host = scene.isVisit ? this.president(sentence, scene.day) : undefined;
      if (host && !found.has(host.person)) found.set(host.person, host);
    }
    return [...found.values()];
  }

  /** The summit that the graph knows and the remarks speak of: of that place and day, with another party named. */
  summit(remarks: string, scene: Scene, own: string): { meeting: KnownMeeting; words: string } | undefined {
    const sentence = sentences(remarks).find((s) => SUMMIT.test(s));
    if (!sentence) return undefined;
    const met = new Set(this.met(remarks, scene).map((m) => m.person));
    const fits = this.known.meetings.filter(
      (m) =>
        m.kind === 'SUMMIT' &&
        m.country !== undefined &&
        scene.countries.includes(m.country) &&
        overlaps(`${m.from}/${m.to}`, scene.when) &&
        ([...m.participations.keys()].some((p) => met.has(p)) ||
          m.parties.some((p) => p !== own && this.names(p, remarks))),
    );
    const words = SUMMIT.exec(sentence)![0].trim();
    return fits.length === 1 ? { meeting: fits[0]!, words } : undefined;
  }

  /** The president in office whom a sentence names: `Met with President Truman`, not `Soviet President Gorbachev`. */
  private president(sentence: string, day: string): Met | undefined {
    for (const { 0: words, 1: surname } of sentence.matchAll(
      /(?<![A-Z][\w.]* )\bPresident ([A-Z][\w’'-]+)/g,
    )) {
      const term = this.terms.filter((t) => t.surname === surname && t.from <= day && day <= t.to);
      if (term.length === 1) return { person: term[0]!.person, country: UNITED_STATES, words };
    }
    return undefined;
  }

  private *named(sentence: string): Generator<{ person: readonly Nameable[]; from: Word; to: Word }> {
    const all = words(sentence);
    for (let i = 0; i < all.length; i++)
      for (let n = Math.min(this.longest, all.length - i); n >= 2; n--) {
        const run = all.slice(i, i + n);
        const person = this.byName.get(run.map((w) => w.word).join(' '));
        if (!person || !startsWithCapital(sentence, run[0]!)) continue;
        yield { person, from: run[0]!, to: run.at(-1)! };
        i += n - 1;
        break;
      }
  }

  private fits({ country, years }: Nameable, sentence: string, { day, countries }: Scene): boolean {
    const year = Number(day.slice(0, 4));
    if (years && (year < years[0] - 12 || year > years[1] + 12)) return false;
    return country !== undefined && (countries.includes(country) || this.names(country, sentence));
  }

  /** Whether a text names a country, by any of its names. */
  private names(country: string, text: string): boolean {
    const there = ` ${words(text)
      .map((w) => w.word)
      .join(' ')} `;
    return (this.known.countries.get(country) ?? []).some((name) => there.includes(` ${key(name)} `));
  }
}

const key = (name: string) =>
  words(name)
    .map((w) => w.word)
    .join(' ');

const startsWithCapital = (sentence: string, { start }: Word) => fold(sentence[start]!) !== sentence[start];

/** Sentences, as far as a remark needs: `St.`, `U.S.` and initials do not end one. */
function sentences(remarks: string): string[] {
  return remarks.split(/(?<=[a-z0-9)”"’][.;])\s+(?=[A-Z“"])/);
}

/** The name with the title before it, at most eight words. */
function phrase(sentence: string, from: Word, to: Word): string {
  const before = sentence
    .slice(0, from.start)
    .match(/(?:(?:[A-Z][\w’'.-]*|of|the|and|for|leader|state)\s+){0,6}$/)![0];
  const title = before.replace(/^(?:(?:of|the|and|for|[Mm]et|Met|Also|In)\s+)+/, '');
  return title + sentence.slice(from.start, to.end);
}
