/** What rules cannot mend: a visitor as printed, as it must read, and why. */
const misprints: readonly (readonly [printed: string, read: string, why: string])[] = [
  ['Prime Minster Mackenzie King', 'Prime Minister Mackenzie King', 'a letter is missing in the title'],
  ['Prime Minster Adrian Nastase', 'Prime Minister Adrian Nastase', 'a letter is missing in the title'],
  ['Prime Ministere Silvio Berlusconi', 'Prime Minister Silvio Berlusconi', 'a letter too many in the title'],
  ['Prime MinisterHaidar al- Abadi', 'Prime Minister Haidar al-Abadi', 'one blank missing, one too many'],
  ['President Giulio Giulio Andreotti', 'President Giulio Andreotti', 'the first name stands twice'],
  ['President Gustavo Gustavo Diaz Ordaz', 'President Gustavo Diaz Ordaz', 'the first name stands twice'],
  ['President Muluzi Bakili', 'President Bakili Muluzi', 'the family name stands first'],
];

const readings = new Map(misprints.map(([printed, read]) => [printed, read]));

/** A visitor as it must read, the same where nothing is wrong. */
export const mended = (printed: string): string => readings.get(printed) ?? printed;
