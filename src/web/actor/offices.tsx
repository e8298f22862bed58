import { graphql, readFragment, type FragmentOf } from '../graph/graphql.js';
import { Actor } from '../panel/actor.js';
import { day } from '../panel/days.js';
import { words } from '../words.js';

export const OfficeFields = graphql(`
  fragment OfficeFields on Role {
    id
    title
    began
    ended
    ending
    attested
    of {
      __typename
      id
      name
    }
  }
`);

const WIDTH = 600;
const ROW = 22;
const yearOf = (edtf: string | null | undefined) => {
  const year = Number(/-?\d{4}/.exec(edtf ?? '')?.[0]);
  return Number.isFinite(year) && edtf
    ? year + (Number(/^-?\d{4}-(\d\d)/.exec(edtf)?.[1] ?? 1) - 1) / 12
    : undefined;
};

/** Offices as bars on one line of time, ends that are not known as fading ones; below as a list. */
export function Offices({ of }: { readonly of: readonly FragmentOf<typeof OfficeFields>[] }) {
  const roles = readFragment(OfficeFields, of);
  if (!roles.length) return <p>{words.empty}</p>;
  const now = new Date().getFullYear() + 1;
  const held = roles.map((role) => {
    const [from, to] = (role.attested ?? '').split('/');
    const start = yearOf(role.began) ?? yearOf(from);
    const end = yearOf(role.ended) ?? (role.ending === 'ONGOING' ? now : (yearOf(to ?? from) ?? start));
    return { role, start, end, isSure: Boolean(role.began), isEnded: Boolean(role.ended) };
  });
  const known = held.flatMap(({ start, end }) => [start, end]).filter((y) => y !== undefined);
  const [first, last] = [
    Math.floor(Math.min(...known)),
    Math.ceil(Math.max(...known, Math.min(...known) + 1)),
  ];
  const x = (year: number) => ((year - first) / (last - first)) * WIDTH;
  return (
    <>
      {known.length > 0 && (
        <svg
          className="offices"
          viewBox={`0 0 ${WIDTH} ${held.length * ROW + 18}`}
          xmlns="http://www.w3.org/2000/svg"
          aria-hidden="true"
        >
          <defs>
            <linearGradient id="fades">
              <stop offset="0.6" stopColor="currentColor" />
              <stop offset="1" stopColor="currentColor" stopOpacity="0.1" />
            </linearGradient>
          </defs>
          {held.map(({ role, start, end, isEnded }, i) =>
            start === undefined || end === undefined ? null : (
              <rect
                key={role.id}
                x={x(start)}
                y={i * ROW + 4}
                width={Math.max(4, x(end) - x(start))}
                height={ROW - 10}
                rx="2"
                fill={isEnded ? 'currentColor' : 'url(#fades)'}
              />
            ),
          )}
          <text x="0" y={held.length * ROW + 14}>
            {first}
          </text>
          <text x={WIDTH} y={held.length * ROW + 14} textAnchor="end">
            {last}
          </text>
        </svg>
      )}
      <ol className="rounds">
        {held.map(({ role, isSure }) => (
          <li key={role.id}>
            <time>
              {isSure ? day(role.began) : role.attested ? `attested ${day(role.attested)}` : words.unknown}
              {isSure && ' – '}
              {isSure && (role.ended ? day(role.ended) : role.ending === 'ONGOING' ? words.present : '?')}
            </time>
            <span>{role.title}</span>
            <Actor of={role.of} />
          </li>
        ))}
      </ol>
    </>
  );
}
