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

/** Change sets of at most `size` records: first what is spoken of, then what was said. */
export function* graph(statements, seed = 1, size = 5000) {
  const next = random(seed);
  const pick = pickOf(next);
  const people = Math.max(200, Math.round(statements / 5));
  const meetings = Math.max(50, Math.round(statements / 20));
  const countries = 200;
  const topics = 300;
  const vocabulary = vocabularyOf(next);
  const word = () => vocabulary[Math.floor(vocabulary.length * next() ** 4)];
  const words = (n) => capital(Array.from({ length: n }, word).join(' '));
  const name = () =>
    `${capital(pick(SYLLABLES))} ${capital(pick(SYLLABLES))} ${capital(pick(SYLLABLES) + pick(SYLLABLES))}`;
  let batch = [];
  const at = day(Math.floor(0));
  const flush = () => {
    const upserts = batch;
    batch = [];
    return { action: 'bench', by: 'bench', at: `${at}T00:00:00.000Z`, note: String(next()), upserts };
  };
  const record = (type, prefix, n, set) => batch.push({ type, id: `${prefix}:b${n}`, set });

  for (let n = 0; n < countries; n++)
    record('Country', 'country', n, { name: `${capital(pick(SYLLABLES))}${pick(SYLLABLES)}land ${n}` });
  for (let n = 0; n < topics; n++) record('Topic', 'topic', n, { name: `${words(1)} ${n}` });
  yield flush();
  const full = () => batch.length >= size;
  for (let n = 0; n < people; n++) {
    record('Person', 'person', n, {
      name: name(),
      ...(n % 3 ? {} : { aliases: [{ text: name(), kind: 'SPELLING' }] }),
    });
    if (full()) yield flush();
  }
  for (let n = 0; n < meetings; n++) {
    const held = Math.floor(next() * 11_000);
    record('Meeting', 'meeting', n, {
      name: `${words(2)} talks, ${day(held)}`,
      kind: 'TALKS',
      status: 'HELD',
      when: day(held),
    });
    if (full()) yield flush();
  }
  yield flush();
  for (let n = 0; n < people; n++) {
    record('Role', 'role', n, {
      title: pick(['Foreign Minister', 'President', 'Envoy', 'Ambassador', 'Spokesperson']),
      person: `person:b${n}`,
      of: `country:b${skewed(next, countries, 0.1)}`,
      attested: day(Math.floor(next() * 11_000)),
      ending: 'UNKNOWN',
    });
    if (full()) yield flush();
  }
  for (let n = 0; n < meetings * 3; n++) {
    const country = `country:b${skewed(next, countries, 0.1)}`;
    record('Participation', 'participation', n, {
      meeting: `meeting:b${Math.floor(n / 3)}`,
      participant: n % 3 ? country : `person:b${Math.floor(next() * people)}`,
      capacity: n % 3 ? 'PARTY' : 'DELEGATE',
    });
    if (full()) yield flush();
  }
  yield flush();
  for (let n = 0; n < statements; n++) {
    const channel = pick(CHANNELS);
    record('Statement', 'statement', n, {
      text: words(8 + Math.floor(next() * 12)),
      language: 'en',
      act: pick(ACTS),
      said: day(Math.floor(next() * 11_000)),
      speaker: `person:b${skewed(next, people, 0.01)}`,
      onBehalfOf: `country:b${skewed(next, countries, 0.1)}`,
      about: [
        ...new Set([`meeting:b${skewed(next, meetings, 0.02)}`, `topic:b${skewed(next, topics, 0.02)}`]),
      ],
      ...(channel ? { channel } : {}),
    });
    if (full()) yield flush();
  }
  yield flush();
}
