import type { Appointment, Dated } from '../facts.js';

/**
 * The day that says which state an appointment was to: when it started, else when the officer arrived, was appointed or
 * left; else the year that its notes or its id name. Empty where none is known.
 */
export function appointmentDay({ id, started, arrived, appointed, ended, note }: Appointment): string {
  const dates = [started, arrived, appointed, ended];
  const dated = dates.find((one) => one?.date)?.date;
  return dated ?? yearIn([note, ...dates.map((one?: Dated) => one?.note), id].join(' '));
}

const yearIn = (text: string) => /\b(?:1[789]|20)\d\d\b/.exec(text)?.[0] ?? '';
