import { describe, expect, test } from 'vitest';
import { readCheckout } from '../../../src/exchange/historyatstate/source/checkout.js';
import { folderOf, person, visit, visits } from './checkout-folder.js';

/** What is read and refused of visits/data/1950.xml, beside a sound file. */
async function read(content: string | Uint8Array) {
  const folder = folderOf({
    'visits/data/1950.xml': content,
    'visits/data/1960.xml': visits(visit({ id: 'sound' })),
  });
  const { facts, refused } = await readCheckout(folder);
  const ids = facts.visits.map(({ id }) => id);
  expect(ids.pop(), 'the other file is read').toBe('sound');
  expect(refused.every(({ record }) => record === 'visits/data/1950.xml')).toBe(true);
  return {
    ids,
    visits: facts.visits,
    refusals: refused.map(({ source, problem }) => `${source} ${problem}`),
  };
}

const encoded = (encoding: BufferEncoding, said: string, text: string, mark = '') =>
  Buffer.from(`${mark}${text.replace('UTF-8', said)}`, encoding);

describe('What becomes of a file that is no XML?', () => {
  test('it is refused with the line, the column and what stands there', async () => {
    expect(await read('visit,visitor\n1,Khrushchev\n')).toMatchObject({
      ids: [],
      refusals: [
        "visits/data/1950.xml:3 no XML at line 3, column 0: text data outside of root node, at 'visit,visitor 1,Khrushchev'",
      ],
    });
  });

  test('it is refused where it holds nothing', async () => {
    const { refusals } = await read('');
    expect(refusals).toEqual([
      'visits/data/1950.xml:1 no XML at line 1, column 0: document must contain a root element',
    ]);
  });

  test('the records before the mistake stay', async () => {
    const { ids, refusals } = await read(
      visits(visit(), '<visit><id>2</id><visitor>A & B</visitor></visit>', visit({ id: '3' })),
    );
    expect(ids).toEqual(['1']);
    expect(refusals).toEqual([
      'visits/data/1950.xml:10 line 10 holds an & that begins no entity: write &amp;',
    ]);
  });

  test('an & that begins no entity is found where it stands, however far the next ; is', async () => {
    const { refusals } = await read(
      visits(visit(), visit({ id: '2', visitor: 'Smith & Sons' }), visit({ id: '3', visitor: 'A; B' })),
    );
    expect(refusals).toEqual([
      'visits/data/1950.xml:14 line 14 holds an & that begins no entity: write &amp;',
    ]);
  });

  test('a record closed by the wrong tag is no record', async () => {
    const { ids, refusals } = await read(`<visits>${visit()}<visit><id>2</id></visits>`);
    expect(ids).toEqual(['1']);
    expect(refusals).toEqual([expect.stringContaining("unexpected close tag, at '")]);
  });
});

describe('What becomes of a file that is cut off?', () => {
  test('the records before stay, and the refusal says in which record it ends', async () => {
    const whole = visits(visit(), visit({ id: '2', description: 'Visited Camp David' }));
    const { ids, refusals } = await read(whole.slice(0, whole.indexOf('Camp')));
    expect(ids).toEqual(['1']);
    expect(refusals).toEqual([
      'visits/data/1950.xml:16 the file is cut off inside <description>, in the <visit> of line 10: get it again',
    ]);
  });

  test('also where it ends within a tag or between two records', async () => {
    const whole = visits(visit(), visit({ id: '2' }));
    expect((await read(whole.slice(0, whole.lastIndexOf('visits>')))).ids).toEqual(['1', '2']);
    const { ids, refusals } = await read(whole.slice(0, whole.lastIndexOf('<visit>')));
    expect(ids).toEqual(['1']);
    expect(refusals).toEqual(['visits/data/1950.xml:10 the file is cut off inside <visits>: get it again']);
  });
});

describe('What becomes of XML that is something else?', () => {
  test('of another root: refused, with the root that belongs there', async () => {
    expect(
      (await read('<?xml version="1.0"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"><text/></TEI>')).refusals,
    ).toEqual(['visits/data/1950.xml:2 its root is <TEI>, and <visits> belongs here']);
  });

  test('an element or words between the records are refused, and the records read', async () => {
    const { ids, refusals } = await read(visits('<vist><id>2</id></vist>', visit(), 'and so on'));
    expect(ids).toEqual(['1']);
    expect(refusals).toEqual([
      'visits/data/1950.xml:3 <vist> is not known in <visits>, and was not read',
      "visits/data/1950.xml:12 'and so on' stands outside of any record",
    ]);
  });

  test('entities are resolved from nowhere: a use of one is a mistake', async () => {
    const { ids, refusals } = await read(
      `<!DOCTYPE visits SYSTEM "http://localhost:1/visits.dtd" [<!ENTITY who SYSTEM "file:///etc/hostname">]>${visits(visit(), visit({ id: '2', visitor: '&who;' })).replace(/^.*\n/, '')}`,
    );
    expect(ids).toEqual(['1']);
    expect(refusals).toEqual([expect.stringContaining('undefined entity')]);
  });

  test('names of JavaScript are names like others', async () => {
    const { ids, refusals } = await read(
      `<visits><__proto__ constructor="x"/>${visit({ __proto: 'x' })}</visits>`,
    );
    expect([ids, refusals.length]).toEqual([['1'], 1]);
  });
});

describe('In which encoding is a file read?', () => {
  const text = visits(visit({ visitor: 'Präsident Ólafur Ragnar Grímsson' }));

  test.each([
    ['UTF-8', encoded('utf8', 'UTF-8', text)],
    ['UTF-8 with its mark', encoded('utf8', 'utf-8', text, '\uFEFF')],
    ['UTF-16 with its mark', encoded('utf16le', 'UTF-16', text, '\uFEFF')],
    ['ISO-8859-1', encoded('latin1', 'ISO-8859-1', text)],
    ['none said', encoded('utf8', 'UTF-8', text.replace(/^.*\n/, ''))],
  ])('in the one it says: %s', async (_, bytes) => {
    const { refusals, visits } = await read(bytes);
    expect(refusals).toEqual([]);
    expect(visits[0]?.visitor).toBe('Präsident Ólafur Ragnar Grímsson');
  });

  test('a letter is whole where it lies across two pieces of the file', async () => {
    for (const shift of ['', 'x']) {
      const words = `${shift}${'é'.repeat(70_000)}`;
      const { refusals, visits: read_ } = await read(visits(visit({ description: words })));
      expect(refusals).toEqual([]);
      expect(read_[0]?.remarks === words).toBe(true);
    }
  });

  test('bytes that it does not say are refused at their line; the records before stay', async () => {
    const { ids, refusals } = await read(
      encoded('latin1', 'UTF-8', visits(visit(), visit({ id: '2', visitor: 'Präsident' }))),
    );
    expect(ids).toEqual(['1']);
    expect(refusals).toEqual([
      'visits/data/1950.xml:14 line 14 holds bytes that are not utf-8, in which the file is to be: save it as UTF-8',
    ]);
  });

  test.each([
    [
      'UTF-8 bytes that are said to be ISO-8859-1',
      encoded('utf8', 'ISO-8859-1', text),
      'its bytes are UTF-8',
    ],
    [
      'UTF-8 bytes that are said to be UTF-16',
      encoded('utf8', 'UTF-16', text),
      'says it is UTF-16, and its first bytes say that it is not',
    ],
    [
      'a mark of UTF-16 and the word UTF-8',
      encoded('utf16le', 'UTF-8', text, '\uFEFF'),
      'its first bytes say utf-16le',
    ],
    [
      'an encoding that nobody knows',
      encoded('utf8', 'klingon', text),
      'klingon, which is no encoding known here',
    ],
  ])('refused: %s', async (_, bytes, problem) => {
    const { ids, refusals } = await read(bytes);
    expect(ids).toEqual([]);
    expect(refusals).toEqual([expect.stringContaining(problem)]);
  });
});

describe('What becomes of what is too large?', () => {
  const long = 'x'.repeat(1024 * 1024 + 1);

  test.each([
    ['text', visit({ id: '2', description: `${long}${long}` })],
    ['comment', `<!--${long}${long}-->`],
    ['attribute', `<visit a="${long}${long}"/>`],
  ])('a %s of more than 1 MB ends the file; the records before stay', async (_, record) => {
    const { ids, refusals } = await read(visits(visit(), record, visit({ id: '3' })));
    expect(ids).toEqual(['1']);
    expect(refusals).toEqual([
      expect.stringContaining('a text, tag or comment of more than 1,048,576 characters'),
    ]);
  });

  test('a document type of more than 1 MB is not gathered', async () => {
    const { refusals } = await read(
      `<!DOCTYPE visits [${'<!ENTITY a "a">'.repeat(200_000)}]>${visits().replace(/^.*\n/, '')}`,
    );
    expect(refusals).toEqual([expect.stringContaining('more than 1,048,576 characters')]);
  });

  test('a record of more than 4 MB is passed over, and the rest read', async () => {
    const { ids, refusals } = await read(
      visits(
        visit(),
        `<visit>${`<p>${'x'.repeat(1000)}</p>`.repeat(5000)}<id>2</id></visit>`,
        visit({ id: '3' }),
      ),
    );
    expect(ids).toEqual(['1', '3']);
    expect(refusals).toEqual(['visits/data/1950.xml:10 <visit> is longer than 4,194,304 characters']);
  });

  test('elements within elements without end are no crash', async () => {
    const { ids, refusals } = await read(visits(visit(), '<visit>'.repeat(100_000)));
    expect(ids).toEqual(['1']);
    expect(refusals).toEqual([expect.stringContaining('elements within elements 64 deep')]);
  });

  test('a file that is refused a thousand times is something else', async () => {
    const { ids, refusals } = await read(visits(visit(), '<visit/>'.repeat(5000), visit({ id: '3' })));
    expect(ids).toEqual(['1']);
    expect(refusals).toHaveLength(1001);
    expect(refusals.at(-1)).toContain('1,000 refusals; what follows in the file was not read');
  });
});

test('a file of people that cannot be read is refused, and the people beside it read', async () => {
  const { facts, refused } = await readCheckout(
    folderOf({ 'people/a/a.xml': '<persn/>', 'people/b/b.xml': person('b') }),
  );
  expect(facts.officers.map(({ id }) => id)).toEqual(['b']);
  expect(refused).toEqual([
    {
      record: 'pocom/people/a/a.xml',
      source: 'pocom/people/a/a.xml:1',
      problem: 'its root is <persn>, and <person> belongs here',
    },
  ]);
});
