import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { enums, type EnumName } from '../../src/model/enums.js';

// The Stockholm article as data, read as plain YAML: whole in itself, and true to the text where the text is at hand.

type Span = { start: number; end: number; exact: string; role?: string };
interface Item {
  readonly [field: string]: unknown;
  readonly type: string;
  readonly id: string;
  readonly name?: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly entity: string;
  readonly statement: string;
  readonly spans?: Span[];
  readonly aliases?: { text: string; kind: string }[];
  readonly evidence?: (Span & { article: string })[];
}

const root = new URL('../../', import.meta.url);
const folder = (name: string): Item[] => {
  const at = new URL(`seeds/${name}/`, root);
  if (!existsSync(at)) return [];
  const files = readdirSync(at).filter((f) => f.endsWith('.yaml') && f !== 'seed.yaml');
  return files.sort().flatMap((f) => parse(readFileSync(new URL(f, at), 'utf8')) as Item[]);
};
const records = folder('stockholm');
const countries = folder('countries');
const byId = new Map([...countries, ...records].map((r) => [r.id, r]));
const of = (type: string) => records.filter((r) => r.type === type);
const list = (value: unknown) =>
  (value === undefined ? [] : Array.isArray(value) ? value : [value]) as string[];
const namesOf = (r: Item) => [...(r.name ? [r.name] : []), ...(r.aliases ?? []).map((a) => a.text)];
const words = (text: string) => (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
const article = of('Article')[0]!;

describe('the Stockholm seed in itself', () => {
  it('gives every record an id of its own, beginning with its kind', () => {
    const ids = records.map((r) => r.id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    const kind = (type: string) => type.replace(/\B[A-Z]/g, '-$&').toLowerCase();
    expect(
      records.filter(
        (r) => !r.id.startsWith(`${kind(r.type)}:`) || !/^[a-z-]+:[a-z0-9][a-z0-9._-]*$/.test(r.id),
      ),
    ).toEqual([]);
  });

  it('leads nowhere unknown', () => {
    const relations = (
      'about a actors addressees adoptedAt agency article attributedTo b broader claim contradicts country document entity literal ' +
      'meeting of onBehalfOf participant parties person place publisher repliesTo role saidAt series speaker statement venue via within'
    ).split(' ');
    const known = (id: string) => byId.has(id) || (!countries.length && /^(country|place):/.test(id));
    const ids = (r: Item) => [
      ...relations.flatMap((f) => list(r[f])),
      ...(r.evidence ?? []).map((e) => e.article),
    ];
    expect(
      records.flatMap((r) =>
        ids(r)
          .filter((id) => !known(id))
          .map((id) => `${r.id} -> ${id}`),
      ),
    ).toEqual([]);
  });

  it('uses only the values that there are', () => {
    const fields: Record<string, Record<string, EnumName>> = {
      Organization: { kind: 'OrganizationKind' },
      Place: { kind: 'PlaceKind' },
      Role: { ending: 'Ending' },
      Report: { form: 'ReportForm' },
      Meeting: { kind: 'MeetingKind', level: 'MeetingLevel', status: 'MeetingStatus' },
      Participation: { capacity: 'Capacity' },
      Statement: { act: 'SpeechAct', channel: 'Channel' },
      Position: { stance: 'Stance' },
      Mention: { reading: 'Reading' },
    };
    const allowed = (name: EnumName, value: unknown) =>
      value === undefined || (enums[name] as readonly unknown[]).includes(value);
    for (const r of records) {
      for (const [field, name] of Object.entries(fields[r.type] ?? {}))
        expect(allowed(name, r[field]), `${r.id} ${field}`).toBe(true);
      for (const alias of r.aliases ?? [])
        expect(allowed('AliasKind', alias.kind), `${r.id} ${alias.text}`).toBe(true);
      for (const span of r.spans ?? []) expect(allowed('SpanRole', span.role), r.id).toBe(true);
    }
  });

  it('says of every fact where it stands', () => {
    // A mention is its own evidence: it is a span of the article.
    expect(
      records
        .filter((r) => !['Article', 'Mention'].includes(r.type) && !(r.evidence ?? []).length)
        .map((r) => r.id),
    ).toEqual([]);
  });

  it('lets no two of a kind share a name', () => {
    const names = [...byId.values()].flatMap((r) =>
      namesOf(r).map((name) => [`${r.type} ${words(name).toLowerCase()}`, r.id] as const),
    );
    const own = names.filter(([, id]) => records.some((r) => r.id === id));
    expect(own.filter(([name, id]) => names.some(([n, other]) => n === name && other !== id))).toEqual([]);
  });

  it('has every statement reported, every report and position of a statement, and somebody who speaks', () => {
    const reported = new Set(of('Report').map((r) => r.statement));
    expect(of('Statement').filter((s) => !reported.has(s.id) || !s.speaker || !s.onBehalfOf)).toEqual([]);
    expect(of('Statement')).toHaveLength(16);
    expect(of('Report')).toHaveLength(24);
  });

  it('words a report by its content, and a statement by one of its reports, without quotation marks', () => {
    for (const r of of('Report')) {
      expect(words(r.text), r.id).toBe(
        words(
          r
            .spans!.filter((s) => s.role === 'CONTENT')
            .map((s) => s.exact)
            .join(' '),
        ),
      );
      expect(r.text, r.id).not.toMatch(/[“”]/);
    }
    for (const s of of('Statement')) {
      expect(
        of('Report').some((r) => r.statement === s.id && words(r.text).includes(words(s.text))),
        s.id,
      ).toBe(true);
    }
  });

  it('knows what is contested', () => {
    const party = (p: Item) => byId.get(p.statement)!.onBehalfOf as string;
    const held = (claim: string, stance: string) =>
      of('Position')
        .filter((p) => p.claim === claim && p.stance === stance)
        .map(party);
    const against = (c: Item) => [
      ...held(c.id, 'DENIES'),
      ...of('Claim')
        .filter((o) => list(c.contradicts).includes(o.id) || list(o.contradicts).includes(c.id))
        .flatMap((o) => held(o.id, 'AFFIRMS')),
    ];
    const contested = of('Claim').filter((c) =>
      held(c.id, 'AFFIRMS').some((a) => against(c).some((b) => a !== b)),
    );
    expect(contested.map((c) => c.id.replace('claim:stockholm-2019-10-06-', ''))).toEqual([
      'talks-broke-down',
      'talks-were-good-discussions',
      'us-brought-nothing',
      'us-brought-creative-ideas',
      'us-previewed-new-initiatives',
      'un-should-lift-sanctions',
    ]);
  });
});

const file = new URL('../shared/seed/stockholm-2019-10-06.txt', root);
const present = existsSync(file);

describe.skipIf(!present)(
  `the Stockholm seed against the article${present ? '' : ' (its text is not at hand)'}`,
  () => {
    const text = present ? readFileSync(file, 'utf8') : '';

    it('has the hash and the length of the text', () => {
      expect(createHash('sha256').update(text, 'utf8').digest('hex')).toBe(article.textHash);
      expect(text.length).toBe(article.textLength);
    });

    it('cites exactly the characters at every span', () => {
      const wrong = (s: Span) => text.slice(s.start, s.end) !== s.exact;
      for (const r of records) {
        expect(
          [
            ...(r.evidence ?? []),
            ...(r.spans ?? []),
            ...(r.type === 'Mention' ? [r as unknown as Span] : []),
          ].filter(wrong),
          r.id,
        ).toEqual([]);
      }
    });

    it('begins every report where its passage begins', () => {
      for (const r of of('Report')) {
        const paragraph = text.indexOf('\n', Math.max(...r.spans!.map((s) => s.start)));
        expect(
          r.spans!.filter((s) => s.start < r.start || s.end > paragraph),
          r.id,
        ).toEqual([]);
        expect(text.slice(r.start - 1, r.start), r.id).toMatch(/^$|\s/);
      }
    });

    it('mentions every name wherever it occurs', () => {
      const mentions = of('Mention');
      const used = new Set(mentions.flatMap((m) => [m.entity, ...list(m.literal)]));
      const names = [...byId.values()]
        .filter((r) => used.has(r.id) || records.includes(r))
        .flatMap(namesOf)
        .sort((a, b) => b.length - a.length);
      const open: string[] = [];
      let rest = text;
      for (const name of names) {
        // Short names in capitals ("US") are words when in lower case. The longest name wins: "the North Korean embassy" has no "the North".
        const literal = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
        const whole = new RegExp(
          `(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`,
          name.length > 4 ? 'giu' : 'gu',
        );
        rest = rest.replace(whole, (found, at: number) => {
          if (!mentions.some((m) => m.start <= at && at + found.length <= m.end))
            open.push(`${found} at ${at}`);
          return '_'.repeat(found.length);
        });
      }
      expect(open).toEqual([]);
    });

    it('mentions each as often as a reader counts', () => {
      const counted: Record<string, number> = {};
      for (const m of of('Mention')) counted[m.entity] = (counted[m.entity] ?? 0) + 1;
      expect(counted).toEqual({
        'country:north-korea': 22,
        'country:united-states': 18,
        'country:sweden': 7,
        'country:russia': 1,
        'country:china': 1,
        'person:donald-trump': 7,
        'person:kim-jong-un': 6,
        'person:morgan-ortagus': 5,
        'person:kim-myong-gil': 4,
        'person:stephen-biegun': 2,
        'person:ann-linde': 2,
        'organization:us-department-of-state': 1,
        'organization:united-nations': 1,
        'organization:nnn-agencies': 2,
        'organization:north-korean-embassy-stockholm': 1,
        'organization:north-korean-delegation-stockholm-2019-10': 3,
        'organization:us-delegation-stockholm-2019-10': 1,
        'place:stockholm': 4,
        'place:washington': 1,
        'place:hanoi': 1,
        'place:singapore': 1,
        'place:korean-peninsula': 3,
        'place:island-off-stockholm': 1,
        'venue:heavily-guarded-venue-island-off-stockholm': 1,
        'venue:conference-centre-in-sweden': 2,
        'meeting:us-north-korea-stockholm-2019-10-05': 11,
        'meeting:us-north-korea-hanoi-2019-02': 2,
        'meeting:us-north-korea-singapore-2018': 1,
        'meeting:us-north-korea-stockholm-2018-03': 1,
        'meeting:us-north-korea-stockholm-2019-01': 1,
        'meeting:us-north-korea-return-2019-10': 1,
        'meeting-series:us-north-korea-talks': 1,
        'document:singapore-statement-2018': 2,
        'event:north-korean-missile-test-2019-10-02': 2,
        'topic:dialogue': 4,
        'topic:denuclearisation': 4,
        'topic:nuclear-programme-of-north-korea': 1,
        'topic:sanctions-relief': 1,
        'topic:sanctions': 1,
        'topic:peaceful-solution': 1,
      });
    });

    it('reads metonyms as such: the capitals and the North', () => {
      const metonyms = of('Mention')
        .filter((m) => m.reading === 'METONYM')
        .map((m) => `${m.exact} = ${m.entity} (${m.literal})`);
      const count = (one: string) => metonyms.filter((m) => m === one).length;
      expect(count('Pyongyang = country:north-korea (place:pyongyang)')).toBe(3);
      expect(count('Washington = country:united-states (place:washington)')).toBe(2);
      expect(count('the North = country:north-korea (place:north-of-the-korean-peninsula)')).toBe(3);
      expect(metonyms).toHaveLength(8);
    });
  },
);
