import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Officer, President } from '../../../../src/exchange/historyatstate/facts.js';
import type { Sighting } from '../../../../src/exchange/historyatstate/people/sighting.js';
import { splitVisitor } from '../../../../src/exchange/historyatstate/people/visitor.js';

const folder = join(import.meta.dirname, '../../../../../shared/data/historyatstate');
/** Why tests on the whole record are skipped, where they are. */
export const absent = existsSync(folder) ? false : 'the record is not at ../shared/data/historyatstate';

/** The text of an element, only as far as these tests need it: no mixed content, five entities. */
const text = (xml: string, name: string): string =>
  (new RegExp(`<${name}\\b[^>]*>([^<]*)</${name}>`).exec(xml)?.[1] ?? '')
    .replace(/&apos;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();

const given = <T extends Record<string, string>>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value));

const files = (under: string) =>
  readdirSync(join(folder, under), { recursive: true, encoding: 'utf8' })
    .filter((f) => f.endsWith('.xml'))
    .sort()
    .map((f) => readFileSync(join(folder, under, f), 'utf8'));

const each = (under: string, name: string) =>
  files(under).flatMap((xml) => xml.match(new RegExp(`<${name}[ >][^]*?</${name}>`, 'g')) ?? []);

export interface PrintedVisit {
  readonly id: string;
  readonly day: string;
  readonly country: string;
  readonly visitor: string;
}

export const visits = (): PrintedVisit[] =>
  each('visits/data', 'visit').map((xml) => ({
    id: text(xml, 'id'),
    day: text(xml, 'start-date'),
    country: /<from id="([^"]*)"/.exec(xml)?.[1] ?? '',
    visitor: text(xml, 'visitor'),
  }));

export const sightingsOf = (all: readonly PrintedVisit[]): Sighting[] =>
  all.flatMap(({ id, day, country, visitor }) =>
    splitVisitor(visitor).map((one, index) => ({
      visit: id,
      index,
      day,
      country: `country:${country}`,
      visitor: one,
    })),
  );

const fact = (repository: 'pocom' | 'travels', id: string) => ({ repository, id, at: id }) as const;

export const officers = (): Officer[] =>
  each('pocom/people', 'person').map((xml) => ({
    ...fact('pocom', text(xml, 'id')),
    surname: text(xml, 'surname'),
    forename: text(xml, 'forename'),
    ...given({
      generation: text(xml, 'genName'),
      otherName: text(xml, 'altname'),
      born: text(xml, 'birth'),
      died: text(xml, 'death'),
    }),
  }));

export const presidents = (): President[] =>
  each('travels/presidents', 'president').map((xml) => ({
    ...fact('travels', text(xml, 'id')),
    name: text(xml, 'name'),
    isInOffice: false,
    ...given({ born: text(xml, 'birth-year'), died: text(xml, 'death-year') }),
  }));

/** States that are one line here; the territories of gsh say which in the import. */
const lines = [
  ['korea', 'korea-south'],
  ['czechoslovakia', 'czech-republic', 'czechia'],
  ['czechoslovakia', 'slovakia'],
  ['turkey', 'turkiye'],
  ['macedonia', 'north-macedonia'],
  ['samoa', 'somoa'],
  ['swaziland', 'eswatini'],
].map((line) => new Set(line.map((c) => `country:${c}`)));

export const sameLine = (a: string, b: string): boolean => a === b || lines.some((l) => l.has(a) && l.has(b));
