import { axisX, barY, plot, ruleY } from '@observablehq/plot';
import { useEffect, useRef } from 'react';

interface Props {
  readonly of: readonly { readonly year: number; readonly count: number }[];
  /** What is counted. */
  readonly what: string;
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
      marks: [
        barY(all, { x: 'year', y: 'count', fill: 'var(--accent)' }),
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
              <th scope="col">Year</th>
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
