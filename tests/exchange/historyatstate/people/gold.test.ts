import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { resolvePeople } from '../../../../src/exchange/historyatstate/people/resolve.js';
import { absent } from '../sources.js';
import { officers, presidents, sameLine, sightingsOf, visits } from './record.js';

const gold = readFileSync(join(import.meta.dirname, '../gold/pairs.tsv'), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => {
    const [is, a, b, printedA, printedB, why] = line.split('\t') as [
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    return { is, a, b, printedA, printedB, why };
  });

test('the gold list has at least sixty pairs of one person and sixty of two', () => {
  expect(gold.filter((g) => g.is === 'one').length).toBeGreaterThanOrEqual(60);
  expect(gold.filter((g) => g.is === 'two').length).toBeGreaterThanOrEqual(60);
  expect(new Set(gold.map((g) => [g.a, g.b].sort().join(' '))).size).toBe(gold.length);
});

const printed = absent ? [] : await visits();
const facts = absent
  ? { officers: [], presidents: [] }
  : { officers: await officers(), presidents: await presidents() };

describe.skipIf(absent)('people of the record, held against the gold list', () => {
  const resolution = resolvePeople({ sightings: sightingsOf(printed), ...facts, sameLine });

  const who = (ref: string) => {
    const [kind, id] = ref.split(':') as [string, string?];
    if (kind === 'officer') return resolution.personOfOfficer(id!);
    if (kind === 'president') return resolution.personOfPresident(id!);
    const [visit, place = '1'] = ref.split('.') as [string, string?];
    return resolution.personOf(visit, Number(place) - 1);
  };
  const isJoined = (g: (typeof gold)[number]) => who(g.a) === who(g.b);

  test('the list quotes the source', () => {
    const texts = new Map([
      ...printed.map((v) => [v.id, v.visitor] as const),
      ...facts.presidents.map((p) => [`president:${p.id}`, p.name] as const),
      ...facts.officers.map(
        (o) => [`officer:${o.id}`, [o.forename, o.surname, o.generation].filter(Boolean).join(' ')] as const,
      ),
    ]);
    const text = (ref: string) => texts.get(ref.includes(':') ? ref : ref.split('.')[0]!);
    for (const g of gold) expect([text(g.a), text(g.b)], g.why).toEqual([g.printedA, g.printedB]);
  });

  test('nobody is joined silently who is two', () => {
    expect(gold.filter((g) => g.is === 'two' && isJoined(g))).toEqual([]);
  });

  test('of those who are one nearly nine in ten are joined', () => {
    const one = gold.filter((g) => g.is === 'one');
    const missed = one.filter((g) => !isJoined(g));
    const recall = 1 - missed.length / one.length;
    console.info(`recall ${recall.toFixed(3)}: ${one.length - missed.length} of ${one.length} pairs`);
    expect(recall).toBeGreaterThanOrEqual(0.87);
  });

  test('of those who are not joined a curator is asked about nearly all', () => {
    const asked = new Set(resolution.matches.map((m) => [m.a, m.b].sort().join(' ')));
    const missed = gold.filter((g) => g.is === 'one' && !isJoined(g));
    const unasked = missed.filter((g) => !asked.has([who(g.a)!, who(g.b)!].sort().join(' ')));
    expect(unasked.map((g) => g.why)).toEqual(['Hifikepunye Pohamba']);
  });

  test('matches are few enough to be read, and each is of two people that are there', () => {
    const ids = new Set(resolution.people.map((p) => p.id));
    expect(resolution.matches.length).toBeLessThan(100);
    for (const { a, b, score } of resolution.matches) {
      expect(ids.has(a) && ids.has(b) && a !== b).toBe(true);
      expect(score > 0 && score < 1).toBe(true);
    }
  });

  test('every visitor, officer and president is somebody', () => {
    for (const { visit, index, visitor } of sightingsOf(printed))
      expect(Boolean(resolution.personOf(visit, index)), visitor.printed).toBe(true);
    for (const { id } of facts.officers) expect(resolution.personOfOfficer(id)).toBeDefined();
    for (const { id } of facts.presidents) expect(resolution.personOfPresident(id)).toBeDefined();
    expect(new Set(resolution.people.map((p) => p.id)).size).toBe(resolution.people.length);
    for (const { id } of resolution.people) expect(id).toMatch(/^person:[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  test('the order of the record decides nothing', () => {
    const turned = resolvePeople({ sightings: sightingsOf(printed).reverse(), ...facts, sameLine });
    const plain = ({ people, matches }: typeof resolution) => ({
      people: people.map((p) => ({ ...p, visits: [...p.visits].sort() })),
      matches,
    });
    expect(plain(turned)).toEqual(plain(resolution));
  });

  test('imported again, everybody has the id of before and is asked about as before', () => {
    const prior = new Map(
      resolution.people.flatMap((p) => [
        ...p.visits.map((v) => [v, p.id] as const),
        ...p.officers.map((o) => [`officer:${o}`, p.id] as const),
        ...p.presidents.map((o) => [`president:${o}`, p.id] as const),
      ]),
    );
    const known = resolution.people.map((p) => ({ id: p.id, names: [p.name, ...p.otherNames] }));
    const again = resolvePeople({ sightings: sightingsOf(printed), ...facts, sameLine, prior, known });
    expect(again.people.map((p) => [p.id, p.visits.length])).toEqual(
      resolution.people.map((p) => [p.id, p.visits.length]),
    );
    expect(again.matches.map((m) => `${m.a} ${m.b}`).sort()).toEqual(
      resolution.matches.map((m) => `${m.a} ${m.b}`).sort(),
    );
  });
});
