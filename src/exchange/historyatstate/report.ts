import type { Outcome } from '../bring/outcome.js';
import type { Read } from './import.js';

const figure = (n: number) => n.toLocaleString('en');
const row = (cells: readonly (string | number)[]) =>
  `| ${cells.map((c) => (typeof c === 'number' ? figure(c) : c)).join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]) =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

/** What the sources came to, in Markdown: a test compares it with the sources. */
export function reportOf({ facts, decided, refused }: Read, outcome: Outcome): string {
  const { entries, people } = decided;
  const spellings = new Set(facts.visits.map((v) => v.visitor)).size;
  const parts = entries.stops.reduce((sum, s) => sum + (s.places.length > 1 ? s.places.length : 0), 0);
  const remarked = entries.stops.reduce((sum, s) => sum + s.remarked.length, 0);
  const merged = entries.stops.filter((s) =>
    s.visitors.some((v) => v.when || v.rests.record !== s.rests.record),
  );
  return `# What the public record came to

Made by \`npm run rapporteur -- record DIR\` from a checkout of the four repositories; a test makes it again.

## Read

${table(
  ['source', 'records'],
  [
    ['visits: visits of foreign leaders', facts.visits.length],
    ['travels: stops of presidents', facts.trips.filter((t) => t.role === 'president').length],
    ['travels: stops of secretaries of state', facts.trips.filter((t) => t.role === 'secretary').length],
    ['travels: terms of presidents', facts.presidents.length],
    ['pocom: people', facts.officers.length],
    ['pocom: appointments', facts.appointments.length],
    ['gsh: territories', facts.territories.length],
    ['gsh: localities', facts.locales.length],
    ['refused, named below', refused.length],
  ],
)}

## Made

${table(
  ['facts', 'number'],
  [
    ['countries, of today and former', entries.countries.length],
    ['organizations', entries.organizations.length],
    ['places', entries.places.length],
    ['people', entries.people.length],
    ['roles', entries.roles.length],
    ['visits and stops', entries.stops.length],
    ['of them a president’s and a secretary’s in one', merged.length],
    ['parts of stops at several places', parts],
    ['participations that rest on remarks', remarked],
    ['records created in an empty graph with the seeds by hand', outcome.created],
    ['records of the seeds by hand amended', outcome.amended],
  ],
)}

## People

${table(
  ['before and after resolving', 'number'],
  [
    ['spellings of visitors', spellings],
    ['visitors, each visit counted', people.sightings],
    ['people they are', people.visitors],
    ['officers and presidents', people.americans],
    ['of all, known to the seeds by hand', people.known],
    ['proposals left: two people who may be one', entries.matches.length],
  ],
)}

## Refused

${refused.map(({ record, source, problem }) => `- ${record} (${source ?? ''}): ${problem}`).join('\n') || 'Nothing.'}
`;
}
