import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCheckout } from '../../../src/exchange/historyatstate/source/checkout.js';
import { chief, folderOf, person, pocom, role, visit, visits } from './checkout-folder.js';
import { absent, sources } from './sources.js';

describe('What is a checkout?', () => {
  test('a folder that holds any of the four', async () => {
    const folder = folderOf({
      'visits/data/1950.xml': visits(visit()),
      'gsh/data/locales/oran.xml':
        '<locale><id>oran</id><name>Oran</name><current-territory>algeria</current-territory></locale>',
    });
    const { facts, refused } = await readCheckout(folder);
    expect(refused).toEqual([]);
    expect(facts.visits.map(({ at }) => at)).toEqual(['visits/data/1950.xml:3']);
    expect(facts.locales.map(({ id }) => id)).toEqual(['oran']);
  });

  test('or one of the four itself, whatever its folder is called', async () => {
    const { facts } = await readCheckout(folderOf({ 'data/1950.xml': visits(visit()) }));
    expect(facts.visits.map(({ at }) => at)).toEqual(['visits/data/1950.xml:3']);
  });

  test('else it is an error that names the folder, what was looked for and where to get it', async () => {
    const folder = folderOf({ 'notes/a.xml': '<a/>' });
    for (const wrong of [folder, join(folder, 'nowhere'), join(folder, 'notes/a.xml')]) {
      const error = await readCheckout(wrong).catch((e: unknown) => e);
      expect(error).toMatchObject({ code: 'BAD_SOURCE' });
      expect((error as Error).message).toContain(`'${wrong}'`);
      expect((error as Error).message).toContain(
        'pocom (with people, roles-country-chiefs, missions-countries,',
      );
      expect((error as Error).message).toContain('https://github.com/HistoryAtState/travels');
    }
  });

  test('only its *.xml in the folders that matter are read, in the order of their names', async () => {
    const folder = folderOf({
      'visits/data/1960.xml': visits(visit({ id: '2' })),
      'visits/data/1950.xml': visits(visit()),
      'visits/data/README.md': 'words',
      'visits/build.xml': '<project/>',
      'travels/code-tables/codes.xml': '<code-table/>',
    });
    const files: string[] = [];
    const { facts, refused } = await readCheckout(folder, ({ file, read, of }) =>
      files.push(`${file} ${read}/${of}`),
    );
    expect(refused).toEqual([]);
    expect(facts.visits.map(({ id }) => id)).toEqual(['1', '2']);
    expect(files).toEqual(['visits/data/1950.xml 1/2', 'visits/data/1960.xml 2/2']);
  });
});

describe('What does it read?', () => {
  test('a visit, with single spaces, the text of what is marked in it, and the day it was modified', async () => {
    const { facts } = await readCheckout(
      folderOf({
        'visits/data/1950.xml': visits(
          visit({
            description: '  Visited\n   <hi rend="italic">Camp</hi> <![CDATA[David]]> &amp; Iowa. ',
            'created-datetime': '2010-10-25T16:17:47.87-04:00',
            'last-modified-datetime': '',
          }),
        ),
      }),
    );
    expect(facts.visits).toEqual([
      {
        repository: 'visits',
        id: '1',
        at: 'visits/data/1950.xml:3',
        modified: '2010-10-25',
        start: '1959-09-15',
        end: '1959-09-27',
        visitor: 'Chairman Nikita Khrushchev',
        from: { id: 'soviet-union', printed: 'U.S.S.R.' },
        remarks: 'Visited Camp David & Iowa.',
      },
    ]);
  });

  test('a president of two terms apart stands twice, and one is in office where the source says so', async () => {
    const term = (took: string, left: string) =>
      `<president><id>trump-donald-j</id><name>Donald J. Trump</name><birth-year>1946</birth-year><death-year still-alive="true"/><took-office-date>${took}</took-office-date>${left}</president>`;
    const { facts, refused } = await readCheckout(
      folderOf({
        'travels/presidents/presidents.xml': `<presidents><source-url>x</source-url>${term('2017-01-20', '<left-office-date>2021-01-20</left-office-date>')}${term('2025-01-20', '<left-office-date still-in-office="true"/>')}</presidents>`,
      }),
    );
    expect(refused).toEqual([]);
    expect(facts.presidents).toMatchObject([
      { born: '1946', tookOffice: '2017-01-20', leftOffice: '2021-01-20', isInOffice: false },
      { born: '1946', tookOffice: '2025-01-20', isInOffice: true },
    ]);
    expect(facts.presidents[1]).not.toHaveProperty('leftOffice');
    expect(facts.presidents[1]).not.toHaveProperty('died');
  });

  test('an officer with all names', async () => {
    const { facts } = await readCheckout(
      folderOf({
        'people/b/berle.xml':
          '<person><id>berle</id><persName><surname>Berle</surname><forename>Adolf</forename><genName>Jr.</genName><altname>Adolf A. Berle Jr.</altname><altname>Adolf A. Berle, Jr.</altname></persName><birth>1895</birth><death/></person>',
      }),
    );
    const { repository, at, ...officer } = facts.officers[0]!;
    expect([repository, at]).toEqual(['pocom', 'pocom/people/b/berle.xml:1']);
    expect(officer).toEqual({
      id: 'berle',
      surname: 'Berle',
      forename: 'Adolf',
      generation: 'Jr.',
      otherName: 'Adolf A. Berle Jr.',
      furtherNames: ['Adolf A. Berle, Jr.'],
      born: '1895',
    });
  });

  test('an appointment, titled by its role; a day, a month or a note alone; a typo in it does no harm', async () => {
    const { facts, refused } = await readCheckout(
      folderOf(
        pocom(
          chief({
            'contemporary-territory-id': 'soviet-union',
            appointed: '<date>1953-03-27</date><note/>',
            arrived: '<date/><norte/>',
            started: '<date certainty="low">1953-04</date><note/>',
            ended: '<date/><note>Left <hi>Moscow</hi> in  spring</note>',
          }),
          chief({ id: 'su-1933-x-01', note: 'Declined.' }),
        ),
      ),
    );
    expect(refused).toEqual([]);
    expect(facts.appointments).toMatchObject([
      {
        post: 'soviet-union',
        kind: 'country',
        officer: 'bohlen',
        title: 'Ambassador Extraordinary and Plenipotentiary',
        territory: 'soviet-union',
        appointed: { date: '1953-03-27' },
        started: { date: '1953-04?' },
        ended: { note: 'Left Moscow in spring' },
        isNominee: false,
      },
      { id: 'su-1933-x-01', note: 'Declined.', isNominee: true },
    ]);
    expect(facts.appointments[0]).not.toHaveProperty('arrived');
  });

  test('at an organization or a position the post names the office, but a role of its own names it better', async () => {
    const { facts, refused } = await readCheckout(
      folderOf({
        'people/b/bohlen.xml': person('bohlen'),
        'roles-country-chiefs/ambassador-e-p.xml': role,
        'missions-orgs/to-nato.xml': `<org-mission><id>to-nato</id><names><singular>Representative to NATO</singular></names><chiefs>${chief({ 'role-title-id': 'to-nato' })}${chief({ id: 'other' })}</chiefs></org-mission>`,
        'positions-principals/secretary.xml':
          '<principal-position><id>secretary</id><principals><principal><id>su-1953-bohl-01</id><person-id>bohlen</person-id><role-title-id>secretary</role-title-id></principal></principals><names><singular>Secretary of State</singular></names></principal-position>',
      }),
    );
    expect(refused).toEqual([]);
    expect(facts.appointments.map(({ kind, post, id, title }) => [kind, post, id, title])).toEqual([
      ['organization', 'to-nato', 'su-1953-bohl-01', 'Representative to NATO'],
      ['organization', 'to-nato', 'other', 'Ambassador Extraordinary and Plenipotentiary'],
      ['principal', 'secretary', 'su-1953-bohl-01', 'Secretary of State'],
    ]);
  });

  test('a territory: until 9999 or TBD is missing, and a year has the sign of how sure it is', async () => {
    const territory = (id: string, years: string) =>
      `<territory><id>${id}</id><short-form-name>Brunei</short-form-name><long-form-name type="none"/><type-of-territory/>${years}<exists-on-todays-map>true</exists-on-todays-map><predecessors><predecessor>a</predecessor><predecessor> b </predecessor></predecessors><successors/></territory>`;
    const { facts, refused } = await readCheckout(
      folderOf({
        'data/territories/a.xml': territory(
          'a',
          '<valid-since precision="50">1450</valid-since><valid-until>9999</valid-until>',
        ),
        'data/territories/b.xml': territory(
          'b',
          '<valid-since certainty="25">985</valid-since><valid-until>TBD</valid-until>',
        ),
        'data/territories/c.xml': territory(
          'c',
          '<valid-since>-0800</valid-since><valid-until>1814</valid-until>',
        ),
      }),
    );
    expect(refused).toEqual([]);
    expect(facts.territories.map(({ since, until }) => [since, until])).toEqual([
      ['1450~', undefined],
      ['0985?', undefined],
      ['-0800', '1814'],
    ]);
    expect(facts.territories[0]).toMatchObject({
      kind: '',
      isOnTodaysMap: true,
      predecessors: ['a', 'b'],
      successors: [],
    });
    expect(facts.territories[0]).not.toHaveProperty('longName');
  });

  test('a locale with its other names and coordinates', async () => {
    const { facts } = await readCheckout(
      folderOf({
        'data/locales/x.xml':
          '<locale><id>x</id><name>Mumbai</name><current-territory>india</current-territory><latitude>18.9</latitude><longitude>-0.5</longitude><alternate-names><alternate-name><label>Bombay</label></alternate-name><alternate-name><label/></alternate-name></alternate-names></locale>',
      }),
    );
    expect(facts.locales[0]).toMatchObject({
      otherNames: ['Bombay'],
      territory: 'india',
      latitude: 18.9,
      longitude: -0.5,
    });
  });
});

describe.skipIf(absent)('What do the four say? (skipped where ../shared/data is absent)', () => {
  const twice = (kind: string, id: string, source: string, first: number) => ({
    record: `${kind} ${id}`,
    source: `pocom/${source}`,
    problem: `its id stands twice, first at pocom/${source.replace(/\d+$/, String(first))}, which stays: give this one an id of its own`,
  });
  // Read in the files themselves, each at its line.
  const refusals = [
    {
      record: 'chief bo-1913-orea-01',
      source: 'pocom/missions-countries/bolivia.xml:719',
      problem:
        "its day of last-modified was left out: '2016-014' is no date: write 1953, 1953-04 or 1953-04-27",
    },
    {
      record: 'chief gt-1948-patt-01',
      source: 'pocom/missions-countries/guatemala.xml:880',
      problem:
        "its day of last-modified was left out: '2015-11-180' is no date: write 1953, 1953-04 or 1953-04-27",
    },
    twice('chief', 'tr-2014-bass-01', 'missions-countries/turkey.xml:1477', 1450),
    twice('principal', 'larg-2001-tayl', 'positions-principals/ambassador-at-large.xml:996', 973),
    {
      record: 'principal secr-1866-hunt',
      source: 'pocom/positions-principals/second-assistant-secretary.xml:30',
      problem: 'its started/date 1886-07-27 was left out: it is after it ended, 1886-07-22',
    },
    {
      record: 'territory northern-rhodesia-1964',
      source: 'gsh/data/territories/northern-rhodesia-1964.xml:2',
      problem: 'its valid-since 1986 was left out: it comes after its valid-until 1964',
    },
    {
      record: 'principal secr-1906-wils',
      source: 'pocom/positions-principals/third-assistant-secretary.xml:252',
      problem: "its person-id 'wilson-huntington-francis-mairs-huntington-wilson' is nobody of pocom/people",
    },
  ];

  test('all of it, but for what is refused by name', { timeout: 240_000 }, async () => {
    const { facts, refused } = await readCheckout(sources);
    expect(refused).toEqual(refusals);
    expect(facts.visits).toHaveLength(3264);
    const of = (kind: string) => facts.appointments.filter((one) => one.kind === kind).length;
    const trips = (role: string) => facts.trips.filter((one) => one.role === role).length;
    expect([trips('president'), trips('secretary')]).toEqual([832, 3439]);
    expect(facts.presidents).toHaveLength(47);
    expect(facts.officers).toHaveLength(4261);
    // One chief stands twice and one principal; another is nobody. Eight more ids stand twice, for another office or officer.
    expect([of('country'), of('organization'), of('principal')]).toEqual([5743 - 1, 225, 1294 - 2]);
    const ids = new Set(facts.appointments.map(({ post, id }) => `${post} ${id}`));
    expect(facts.appointments.length - ids.size).toBe(8);
    expect(facts.appointments.filter(({ isNominee }) => isNominee)).toHaveLength(393 + 5 + 20);
    expect(facts.territories).toHaveLength(577);
    expect(facts.locales).toHaveLength(1147);

    expect(facts.appointments.find(({ id }) => id === 'secr-1866-hunt')).toMatchObject({
      appointed: { date: '1866-07-27' },
      ended: { date: '1886-07-22' },
    });
    // A role that is not the post's: of the second, its note says the same.
    expect(facts.appointments.find(({ id }) => id === 'eu-2017-shub')?.title).toBe(
      'Chargé d’Affaires ad interim',
    );
    expect(facts.appointments.filter(({ id }) => id === 'affa-1953-murp').map(({ title }) => title)).toEqual([
      'Assistant Secretary of State for International Organization Affairs',
      'Deputy Under Secretary of State for Political Affairs',
    ]);
    expect(facts.territories.find(({ id }) => id === 'northern-rhodesia-1964')).not.toHaveProperty('since');
    expect(facts.presidents.filter(({ isInOffice }) => isInOffice).map(({ id }) => id)).toEqual([
      'trump-donald-j',
    ]);
  });
});
