import type { Draw } from './draw.js';

// What engines treat differently where they can: scripts, accents, case, characters beyond the BMP, quotes.
const names = [
  'Kim',
  'kim',
  'KIM',
  'Kím',
  'Kim Myong Gil',
  '김명길',
  'Ким',
  'كيم',
  '金明吉',
  '𝒳',
  '𝒳 talks',
  'Ｋｉｍ',
  '😀 smile 1',
  'José',
  'Jose\u0301',
  'Straße',
  'STRASSE',
  'Øre',
  'Łódź',
  'İstanbul',
  'istanbul',
  'ﬀ',
  '\ud7ff1',
  '\ufb01n',
  'a',
  'Z',
  'z z',
  "O'Neil",
  'say "no"',
  'back\\slash',
  '100% sure_thing',
  'new\nline',
  ' padded ',
  'x-y',
  '3rd round',
  'the North',
  'North Korea',
  'DPRK',
  'talks',
  'Talks',
];

const words = [
  'talks',
  'Talks',
  'nuclear',
  'núclear',
  '핵',
  '北',
  'ядро',
  'سلام',
  '😀',
  '𝒳',
  'good',
  'not',
  'the',
  'a',
  'U.S.',
  "it's",
  '"quoted"',
];

/** Dates of every kind, few enough to tie. */
const dates = [
  '2019-10-05',
  '2019-10-05',
  '2019-10-06',
  '2019-10',
  '2019',
  '2018-06-12',
  '2019-02-27/2019-02-28',
  '2019-10-05/2019-10-06',
  '2018/2019-05',
  '2019-02~',
  '2019-10-05?',
  '201X',
  '2018-1X',
  '[2019-10-05..2019-10-06]',
  '{2019-10-05,2019-10-07}',
  '[2018,2019]',
  '{2018-03..2018-05}',
  '2019-10-05/..',
  '../2018',
  '2019/',
  '1953-07-27',
  '0001',
  '9999',
].filter((text) => !/X/.test(text));

export const instants = [
  '2020-01-01T00:00:00.000Z',
  '2020-01-01T00:00:00.001Z',
  '2020-01-02T12:30:00.000Z',
  '2019-10-06T09:00:00.000Z',
];

export const randomName = (draw: Draw) =>
  draw.chance(70) ? draw.pick(names) : `${draw.pick(names)} ${draw.pick(names)}`;
export const randomText = (draw: Draw) =>
  Array.from({ length: draw.int(1, 7) }, () => draw.pick(words)).join(' ');
export const randomDate = (draw: Draw) => draw.pick(dates);
export const randomDay = (draw: Draw) =>
  draw.pick([
    '2019-10-05',
    '2019-10-06',
    '2019-10-07',
    '2019-01-01',
    '2018-12-31',
    '2018-06-12',
    '1953-07-27',
    '0001-01-01',
    '9999-12-31',
  ]);
