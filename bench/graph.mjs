/**
 * A seeded graph in the manner of the field: few people speak often, few talks are talked about by everybody (Zipf).
 * The top person speaks 1 % of all statements and the top meeting is the subject of 2 %.
 */
const SYLLABLES =
  'kim jong un myong gil moon jae in park lee choe son hui ri yong ho ann linde lof ven mar gar wall strom don ald trump mike pom peo ste phen bie gun iva nov ser gei lav rov wang yi xi ping abe shin zo tar han us sei ni bra him man sour al fa rid ob ama clin ton ker ry'.split(
    ' ',
  );
const ACTS = ['SAYS', 'DENIES', 'CONFIRMS', 'DEMANDS', 'WARNS', 'PROMISES'];
const CHANNELS = ['REPORTERS', 'WRITTEN_STATEMENT', 'SPEECH', undefined, undefined, undefined];

/** Random numbers that are the same for the same seed (mulberry32). */
export function random(seed) {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const day = (n) => new Date(Date.UTC(1990, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);
const capital = (word) => word[0].toUpperCase() + word.slice(1);

/** Index of a thing of rank r among n: the first has `top` of all, the others share the rest evenly skewed. */
function skewed(next, n, top) {
  return next() < top ? 0 : Math.floor(n * next() ** 2.2);
}

const pickOf = (next) => (list) => list[Math.floor(next() * list.length)];
const vocabularyOf = (next) => {
  const pick = pickOf(next);
  return Array.from({ length: 20_000 }, () => `${pick(SYLLABLES)}${pick(SYLLABLES)}${pick(SYLLABLES)}`);
};

/** Words of the statements, the most frequent first. */
export const vocabulary = (seed = 1) => vocabularyOf(random(seed));

/** How many there are of each concept in a graph of so many statements. */
export const sizes = (statements) => ({
  statements,
  countries: 200,
  topics: 300,
  people: Math.max(200, Math.round(statements / 10)),
  meetings: Math.max(50, Math.round(statements / 50)),
  venues: Math.max(50, Math.round(statements / 500)),
  articles: Math.max(20, Math.round(statements / 100)),
  reports: Math.round(statements / 10),
  claims: Math.max(20, Math.round(statements / 200)),
});

/** Change sets of at most `size` records: first what is spoken of, then what was said, then who reports and disputes it. */
export function* graph(statements, seed = 1, size = 5000) {
  const next = random(seed);
  const pick = pickOf(next);
  const n = sizes(statements);
  const any = (of) => Math.floor(next() * of);
  const aDay = () => day(any(11_000));
  const vocabulary = vocabularyOf(next);
  const word = () => vocabulary[Math.floor(vocabulary.length * next() ** 4)];
  const words = (count) => capital(Array.from({ length: count }, word).join(' '));
  const name = () =>
    `${capital(pick(SYLLABLES))} ${capital(pick(SYLLABLES))} ${capital(pick(SYLLABLES) + pick(SYLLABLES))}`;
  const country = () => `country:b${skewed(next, n.countries, 0.1)}`;

  function* records() {
    for (let i = 0; i < n.countries; i++)
      yield ['Country', 'country', i, { name: `${capital(pick(SYLLABLES))}${pick(SYLLABLES)}land ${i}` }];
    for (let i = 0; i < n.topics; i++) yield ['Topic', 'topic', i, { name: `${words(1)} ${i}` }];
    yield ['Organization', 'organization', 0, { name: 'The Agency', kind: 'NEWS_AGENCY' }];
    yield undefined;
    for (let i = 0; i < n.venues; i++)
      yield ['Venue', 'venue', i, { name: `${words(1)} Hall ${i}`, country: country() }];
    for (let i = 0; i < n.people; i++)
      yield [
        'Person',
        'person',
        i,
        { name: name(), ...(i % 3 ? {} : { aliases: [{ text: name(), kind: 'SPELLING' }] }) },
      ];
    yield undefined;
    for (let i = 0; i < n.meetings; i++) {
      const held = aDay();
      const venue = `venue:b${any(n.venues)}`;
      yield [
        'Meeting',
        'meeting',
        i,
        { name: `${words(2)} talks, ${held}`, kind: 'TALKS', status: 'HELD', when: held, venue },
      ];
    }
    yield undefined;
    for (let i = 0; i < n.people; i++)
      yield [
        'Role',
        'role',
        i,
        {
          title: pick(['Foreign Minister', 'President', 'Envoy', 'Ambassador', 'Spokesperson']),
          person: `person:b${i}`,
          of: country(),
          attested: aDay(),
          ending: 'UNKNOWN',
        },
      ];
    for (let i = 0; i < n.meetings * 3; i++)
      yield [
        'Participation',
        'participation',
        i,
        {
          meeting: `meeting:b${Math.floor(i / 3)}`,
          participant: i % 3 ? country() : `person:b${any(n.people)}`,
          capacity: i % 3 ? 'PARTY' : 'DELEGATE',
        },
      ];
    yield undefined;
    for (let i = 0; i < n.statements; i++) {
      const channel = pick(CHANNELS);
      yield [
        'Statement',
        'statement',
        i,
        {
          text: words(8 + any(12)),
          language: 'en',
          act: pick(ACTS),
          said: aDay(),
          speaker: `person:b${skewed(next, n.people, 0.01)}`,
          onBehalfOf: country(),
          about: [
            ...new Set([
              `meeting:b${skewed(next, n.meetings, 0.02)}`,
              `topic:b${skewed(next, n.topics, 0.02)}`,
            ]),
          ],
          ...(channel ? { channel } : {}),
        },
      ];
    }
    for (let i = 0; i < n.articles; i++)
      yield [
        'Article',
        'article',
        i,
        {
          title: words(6),
          language: 'en',
          textHash: i.toString(16).padStart(64, '0'),
          textLength: 2000,
          published: aDay(),
          publisher: 'organization:b0',
        },
      ];
    for (let i = 0; i < n.claims; i++)
      yield ['Claim', 'claim', i, { text: words(7), about: [`meeting:b${skewed(next, n.meetings, 0.02)}`] }];
    yield undefined;
    for (let i = 0; i < n.reports; i++)
      yield [
        'Report',
        'report',
        i,
        {
          form: pick(['DIRECT', 'INDIRECT']),
          text: words(8),
          start: any(1900),
          statement: `statement:b${any(n.statements)}`,
          article: `article:b${any(n.articles)}`,
        },
      ];
    for (let i = 0; i < n.claims * 3; i++)
      yield [
        'Position',
        'position',
        i,
        {
          stance: pick(['AFFIRMS', 'AFFIRMS', 'DENIES']),
          confidence: 0.9,
          claim: `claim:b${Math.floor(i / 3)}`,
          statement: `statement:b${any(n.statements)}`,
        },
      ];
  }

  let batch = [];
  let sets = 0;
  const set = () => {
    const upserts = batch;
    batch = [];
    return { action: 'bench', by: 'bench', at: '1990-01-01T00:00:00.000Z', note: String(sets++), upserts };
  };
  for (const record of records()) {
    if (record) {
      const [type, prefix, i, values] = record;
      batch.push({ type, id: `${prefix}:b${i}`, set: values });
    }
    if (batch.length && (!record || batch.length >= size)) yield set();
  }
  if (batch.length) yield set();
}
