import { axisX, barY, plot, ruleY } from '@observablehq/plot';
import { useEffect, useRef } from 'react';
import { words } from '../words.js';

interface Props {
  readonly of: readonly {
    readonly year: number;
    readonly count: number;
    /** Of which so many of each part, where they are told apart. */
    readonly parts?: readonly { readonly part: string; readonly count: number }[];
  }[];
  /** What is counted. */
  readonly what: string;
}

const COLOURS = [1, 2, 3, 4, 5, 6].map((n) => `var(--part-${n})`);

/** The parts of each year, the rarest together as others: six colours are all that one can tell apart. */
function partsOf(years: Props['of']) {
  const all = years.flatMap(({ year, parts = [] }) => parts.map((p) => ({ ...p, year })));
  const totals = new Map<string, number>();
  for (const { part, count } of all) totals.set(part, (totals.get(part) ?? 0) + count);
  const most = [...totals].sort(([, a], [, b]) => b - a).map(([part]) => part);
  const own = new Set(most.slice(0, most.length > COLOURS.length ? COLOURS.length - 1 : COLOURS.length));
  return all
    .map((p) => ({ ...p, part: own.has(p.part) ? p.part : 'other' }))
    .sort((a, b) => (totals.get(b.part) ?? 0) - (totals.get(a.part) ?? 0));
}

/** How many in each year, as bars; the same numbers stand in a table for who cannot see them. */
export function Timeline({ of, what }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const years = of.filter(({ year }) => Number.isFinite(year)).sort((a, b) => a.year - b.year);
  useEffect(() => {
    if (!place.current || !years.length) return;
    const first = years[0]!.year;
    const last = years.at(-1)!.year;
    const byYear = new Map(years.map(({ year, count }) => [year, count]));
    const all = Array.from({ length: last - first + 1 }, (_, i) => ({
      year: first + i,
      count: byYear.get(first + i) ?? 0,
    }));
    const parts = partsOf(years);
    const step = Math.max(1, Math.ceil(all.length / 8));
    const chart = plot({
      width: 640,
      height: 200,
      marginLeft: 44,
      x: { type: 'band', label: null, padding: all.length > 40 ? 0 : 0.15 },
      y: {
        label: null,
        grid: true,
        tickFormat: 'd',
        ticks: Math.min(5, Math.max(...all.map((d) => d.count))),
      },
      ...(parts.length && {
        color: { domain: [...new Set(parts.map(({ part }) => part))], range: COLOURS, legend: true },
      }),
      marks: [
        barY(all, { x: 'year', y: 'count', fill: 'var(--accent)' }),
        ...(parts.length ? [barY(parts, { x: 'year', y: 'count', fill: 'part' })] : []),
        axisX({
          ticks: all.filter((_, i) => i % step === 0).map((d) => d.year),
          tickFormat: (d: number) => String(d),
        }),
        ruleY([0]),
      ],
    });
    chart.setAttribute('aria-hidden', 'true');
    place.current.replaceChildren(chart);
  });
  if (!years.length) return null;
  return (
    <figure className="chart">
      <div ref={place} />
      <details>
        <summary>
          {years.reduce((sum, { count }) => sum + count, 0).toLocaleString('en')} {what}, {years[0]!.year} –{' '}
          {years.at(-1)!.year}
        </summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.year}</th>
              <th scope="col">{what}</th>
            </tr>
          </thead>
          <tbody>
            {years.map(({ year, count }) => (
              <tr key={year}>
                <td>{year}</td>
                <td>{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
