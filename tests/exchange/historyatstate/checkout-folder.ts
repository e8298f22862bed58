import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A folder with these files for the length of one test. */
export function folderOf(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'checkout-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

export interface Said {
  readonly [element: string]: string;
}

const written = (said: Said) =>
  Object.entries(said)
    .map(([name, text]) => `<${name}>${text}</${name.split(' ')[0]}>`)
    .join('\n');

/** A visit as visits/data has it, on three lines or more. */
export const visit = (said: Said = {}): string => {
  const usual = {
    id: '1',
    'start-date': '1959-09-15',
    'end-date': '1959-09-27',
    visitor: 'Chairman Nikita Khrushchev',
  };
  const from: Said = Object.keys(said).some((name) => name.startsWith('from'))
    ? {}
    : { 'from id="soviet-union"': 'U.S.S.R.' };
  return `<visit>\n${written({ ...usual, ...from, ...said })}\n</visit>`;
};

export const visits = (...records: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<visits>\n${records.join('\n')}\n</visits>\n`;

export const person = (id: string, said: Said = {}): string =>
  `<person><id>${id}</id><persName><surname>Bohlen</surname><forename>Charles</forename></persName>${written(said)}</person>`;

export const role =
  '<role mode="active"><id>ambassador-e-p</id><names><singular>Ambassador Extraordinary and Plenipotentiary</singular></names></role>';

export const chief = (said: Said = {}): string =>
  `<chief>${written({ id: 'su-1953-bohl-01', 'person-id': 'bohlen', 'role-title-id': 'ambassador-e-p', ...said })}</chief>`;

const mission = (chiefs: string, nominees = ''): string =>
  `<country-mission><territory-id>soviet-union</territory-id><chiefs>${chiefs}</chiefs><other-nominees>${nominees}</other-nominees></country-mission>`;

/** The files of a pocom with one officer and one role, and a mission of these chiefs. */
export const pocom = (chiefs: string, nominees = ''): Files => ({
  'pocom/people/b/bohlen.xml': person('bohlen'),
  'pocom/roles-country-chiefs/ambassador-e-p.xml': role,
  'pocom/missions-countries/soviet-union.xml': mission(chiefs, nominees),
});
