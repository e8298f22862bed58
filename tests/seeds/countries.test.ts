import { readFileSync } from 'node:fs';
import { countries as listed, type TCountryCode } from 'countries-list';
import iso from 'i18n-iso-countries';
import nationality from 'i18n-nationality';
import english from 'i18n-nationality/langs/en.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { fold } from '../../src/model/fold.js';

interface Alias {
  text: string;
  kind: string;
  language?: string;
}
interface Entity {
  type: string;
  id: string;
  name: string;
  description?: string;
  aliases?: Alias[];
  evidence: { source: { name: string; record: string } }[];
}
interface Country extends Entity {
  iso2?: string;
  iso3?: string;
  capital: string;
}
interface Place extends Entity {
  kind: string;
  country: string;
}

const folder = new URL('../../seeds/countries/', import.meta.url);
const text = (file: string) => readFileSync(new URL(file, folder), 'utf8');
const manifest = parse(text('seed.yaml')) as { name: string; sources: { name: string }[] };
const states = parse(text('countries.yaml')) as Country[];
const cities = parse(text('capitals.yaml')) as Place[];
const all: Entity[] = [...states, ...cities];

const state = new Map(states.map((country) => [country.id, country]));
const city = new Map(cities.map((place) => [place.id, place]));
const aliases = (entity: Entity, kind?: string) =>
  (entity.aliases ?? []).filter((alias) => !kind || alias.kind === kind).map((alias) => alias.text);
const names = (entity: Entity) => [entity.name, ...aliases(entity)];
const capital = (country: Country) => city.get(country.capital)!;
const repeated = (values: string[]) => values.filter((value, index) => values.indexOf(value) !== index);

/** The code the packages know a state by: Kosovo has no official one, and XK there. */
const code = (country: Country) => (country.iso2 ?? 'XK') as TCountryCode;

/** What a package says of a state and the seed does not, by the state's slug: to equal the values of what is deliberate. */
function differences(theirs: (country: Country) => string | undefined, ours: (country: Country) => string[]) {
  const found: Record<string, string | undefined> = {};
  for (const country of states) {
    const value = theirs(country);
    if (!value || !ours(country).map(fold).includes(fold(value)))
      found[country.id.slice('country:'.length)] = value;
  }
  return found;
}

/** Deliberate differences are written with their reason: [what the package says, why the seed does not]. */
const values = (deliberate: Record<string, string[]>) =>
  Object.fromEntries(Object.entries(deliberate).map(([slug, [value]]) => [slug, value]));

describe('the records', () => {
  it('have the keys of their concept, and no others', () => {
    const keys = ['type', 'id', 'name', 'description', 'aliases', 'evidence'];
    for (const country of states) {
      expect(country.type).toBe('Country');
      expect([...keys, 'iso2', 'iso3', 'capital'], country.id).toEqual(
        expect.arrayContaining(Object.keys(country)),
      );
    }
    for (const place of cities) {
      expect([place.type, place.kind], place.id).toEqual(['Place', 'CITY']);
      expect([...keys, 'kind', 'country'], place.id).toEqual(expect.arrayContaining(Object.keys(place)));
    }
  });

  it('have ids of their kind, each once, in order', () => {
    for (const { id } of states) expect(id).toMatch(/^country:[a-z0-9][a-z0-9-]*$/);
    for (const { id } of cities) expect(id).toMatch(/^place:[a-z0-9][a-z0-9-]*$/);
    for (const list of [states, cities]) {
      const ids = list.map((record) => record.id);
      expect(ids).toEqual([...new Set(ids)].sort());
    }
  });

  it('stand one a line', () => {
    for (const [file, list] of [
      ['countries.yaml', states],
      ['capitals.yaml', cities],
    ] as const) {
      const lines = text(file)
        .split('\n')
        .filter((line) => line && !line.startsWith('#'));
      expect(lines.map((line) => / id: ([^,]+),/.exec(line)?.[1])).toEqual(list.map((record) => record.id));
    }
  });

  it('rest on a source the manifest names', () => {
    const sources = manifest.sources.map((source) => source.name);
    for (const { id, evidence } of all) {
      expect(evidence, id).toHaveLength(1);
      expect(sources).toContain(evidence[0]!.source.name);
      expect(evidence[0]!.source.record, id).toMatch(/^([A-Z]{2}|[a-z]{2})$/);
    }
  });

  it('give no name twice, an accent or a capital letter aside', () => {
    for (const entity of all) expect(repeated(names(entity).map(fold)), entity.id).toEqual([]);
  });

  it('use the kinds of alias there are', () => {
    const kinds = ['SPELLING', 'ABBREVIATION', 'METONYM', 'DEMONYM', 'OFFICIAL', 'TRANSLATION'];
    for (const entity of all)
      for (const alias of entity.aliases ?? []) expect(kinds, entity.id).toContain(alias.kind);
  });

  it('give what has an apostrophe with either apostrophe', () => {
    for (const entity of all) {
      const straight = names(entity).filter((name) => name.includes("'"));
      expect(names(entity), entity.id).toEqual(
        expect.arrayContaining(straight.map((name) => name.replaceAll("'", '’'))),
      );
    }
  });
});

describe('the states', () => {
  it('are the 193 members of the United Nations and four more', () => {
    expect(states).toHaveLength(193 + 4);
    for (const id of ['holy-see', 'palestine', 'kosovo', 'taiwan'])
      expect(state.has(`country:${id}`), id).toBe(true);
  });

  it('have ISO codes, each once; Kosovo has none', () => {
    expect(states.filter((country) => !country.iso2 || !country.iso3).map(({ id }) => id)).toEqual([
      'country:kosovo',
    ]);
    expect(repeated(states.flatMap(({ iso2, iso3 }) => (iso2 && iso3 ? [iso2, iso3] : [])))).toEqual([]);
    for (const { iso2, iso3 } of states) if (iso2) expect(iso3).toBe(iso.alpha2ToAlpha3(iso2));
  });

  it('share no name but those that really are shared', () => {
    const shared = repeated(states.flatMap((country) => names(country).map(fold)));
    expect(shared.sort()).toEqual(['congo', 'congolese', 'dominican', 'korea']);
  });

  it('have a demonym, all but the Holy See', () => {
    const without = states.filter((country) => !aliases(country, 'DEMONYM').length);
    expect(without.map(({ id }) => id)).toEqual(['country:holy-see']);
  });

  it('have a capital that points back and, unless it has the same name, stands for them', () => {
    for (const country of states) {
      expect(capital(country)?.country, country.id).toBe(country.id);
      if (capital(country).name === country.name) continue;
      expect(aliases(country, 'METONYM'), country.id).toContain(capital(country).name);
    }
  });

  it('have other cities only where the government sits there, which then stand for them too', () => {
    const seats = cities.filter((place) => state.get(place.country)?.capital !== place.id);
    for (const seat of seats) {
      expect(seat.description, seat.id).toBeTruthy();
      expect(aliases(state.get(seat.country)!, 'METONYM'), seat.id).toContain(seat.name);
      expect(capital(state.get(seat.country)!).description, seat.id).toBeTruthy();
    }
    expect(seats.map((seat) => seat.name)).toEqual([
      'Abidjan',
      'Cape Town',
      'Colombo',
      'Cotonou',
      'La Paz',
      'Lobamba',
      'Putrajaya',
      'The Hague',
    ]);
  });

  it.each([
    [
      'north-korea',
      [
        'North Korea',
        'DPRK',
        'Democratic People’s Republic of Korea',
        'Pyongyang',
        'the North',
        'North Korean',
      ],
    ],
    ['south-korea', ['South Korea', 'ROK', 'the South', 'Seoul']],
    ['united-states', ['United States', 'US', 'U.S.', 'USA', 'Washington', 'American']],
    ['united-kingdom', ['UK', 'Britain', 'British', 'London']],
    ['sweden', ['Sweden', 'Swedish', 'Swede', 'Stockholm']],
    ['russia', ['Russia', 'Moscow']],
    ['china', ['China', 'PRC', 'Beijing']],
    ['vietnam', ['Vietnam', 'Hanoi']],
    ['singapore', ['Singapore']],
    ['united-arab-emirates', ['UAE']],
  ])('%s has the names the news uses', (slug, expected) => {
    expect(names(state.get(`country:${slug}`)!)).toEqual(expect.arrayContaining(expected));
  });
});

describe('compared with the packages', () => {
  it('covers every state they list: what is left over are territories', () => {
    const codes = new Set<string>(states.map(code));
    const left = Object.keys(listed).filter((key) => !codes.has(key));
    const territories =
      'AC AI AQ AS AW AX BL BM BQ BV CC CK CW CX EH FK FO GF GG GI GL GP GS GU HK HM IM IO JE KY MF MO MP MQ MS NC NF NU ' +
      'PF PM PN PR RE SH SJ SX TA TC TF TK UM VG VI WF YT';
    expect(left.sort().join(' ')).toBe(territories);
  });

  it('each name is the name in one of them', () => {
    const theirs = (country: Country) => [
      listed[code(country)].name,
      ...(iso.getName(code(country), 'en', { select: 'all' }) ?? []),
    ];
    const others = states.filter((country) => !theirs(country).map(fold).includes(fold(country.name)));
    // They name the Holy See together with its territory, as ISO does.
    expect(others.map((country) => country.name)).toEqual(['Holy See']);
  });

  it('countries-list gives the names', () => {
    expect(differences((country) => listed[code(country)].name, names)).toEqual({});
  });

  it('i18n-iso-countries gives the names', () => {
    const wording = 'ISO turns the words round for its alphabet; articles do not';
    const deliberate = {
      'holy-see': ['Holy See (Vatican City State)', 'the state and its territory are two names'],
      micronesia: ['Micronesia, Federated States of', wording],
      moldova: ['Moldova, Republic of', wording],
      'north-macedonia': ['The Republic of North Macedonia', 'the official name has no article'],
      taiwan: ['Taiwan, Province of China', 'a position on a dispute, which is no name the news uses'],
    };
    expect(differences((country) => iso.getName(code(country), 'en'), names)).toEqual(values(deliberate));
  });

  it('countries-list gives the capitals', () => {
    const deliberate = {
      eswatini: ['Lobamba', 'the legislative capital; the government sits in Mbabane'],
      'sri-lanka': [
        'Colombo',
        'the largest city, where most of the government sits, but not the capital in law',
      ],
    };
    const theirs = (country: Country) => listed[code(country)].capital;
    expect(differences(theirs, (country) => names(capital(country)))).toEqual(values(deliberate));
  });

  it('i18n-nationality gives the demonyms', () => {
    const country = 'the country, not its people';
    const told = 'tells two states apart in brackets; the word itself is shared';
    const two = 'one word for each part of the state';
    const deliberate = {
      'antigua-and-barbuda': ['Antiguans', 'a plural'],
      'bosnia-and-herzegovina': ['Bosnian - Herzegovinian', two],
      'democratic-republic-of-the-congo': ['Congolese (Democratic Republic of the Congo)', told],
      djibouti: ['Djibouti', country],
      dominica: ['Dominican (Dominica)', told],
      'dominican-republic': ['Dominican (Dominican Republic)', told],
      'holy-see': ['Holy See (Vatican City State)', country],
      kosovo: ['Kosovo', country],
      palestine: ['Palestinian Territory, Occupied', country],
      'papua-new-guinea': ['Papua New Guinea', country],
      'republic-of-the-congo': ['Congolese (Republic of the Congo)', told],
      'saint-kitts-and-nevis': ['Kittian and Nevisian', `${two}, and the first is Kittitian`],
      'saint-vincent-and-the-grenadines': ['Saint Vincent and the Grenadines', country],
      'south-sudan': ['South Sudan', country],
      'trinidad-and-tobago': ['Trinidadian or Tobagonian', two],
      turkmenistan: ['Turkmenistan', country],
      'united-arab-emirates': ['Emirian', 'rare; the news says Emirati'],
      vanuatu: ['Vanuatu', country],
    };
    nationality.registerLocale(english);
    const theirs = (country: Country) => nationality.getName(code(country), 'en');
    expect(differences(theirs, (country) => aliases(country, 'DEMONYM'))).toEqual(values(deliberate));
  });
});
