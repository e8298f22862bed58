import { axisX, dot, line, plot } from '@observablehq/plot';
import { useEffect, useRef } from 'react';
import { plain } from '../words.js';

interface Props {
  readonly of: readonly {
    readonly holder: string;
    readonly stance: string;
    /** ISO 8601. */
    readonly day: string;
    readonly claim: string;
  }[];
}

/** Stances over time, a line for each who took one; affirming stands above the line, denying hollow below it. */
export function Stances({ of }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const holders = [...new Set(of.map(({ holder }) => holder))];
    const dots = of.map((d) => ({ ...d, when: new Date(d.day) }));
    const chart = plot({
      width: 640,
      height: 50 + 34 * holders.length,
      marginLeft: 150,
      x: { type: 'utc', label: null, nice: true },
      y: { domain: holders, label: null, tickSize: 0, tickFormat: (name: string) => short(name) },
      marks: [
        line(dots, { x: 'when', y: 'holder', z: 'holder', stroke: 'var(--line)', strokeWidth: 2 }),
        ...marks(
          dots.filter((d) => d.stance !== 'DENIES'),
          'var(--affirms)',
          'var(--affirms)',
          -7,
        ),
        ...marks(
          dots.filter((d) => d.stance === 'DENIES'),
          'var(--denies)',
          'var(--panel)',
          7,
        ),
        axisX({ ticks: 6 }),
      ],
    });
    chart.setAttribute('aria-hidden', 'true');
    place.current?.replaceChildren(chart);
  }, [of]);
  return <div ref={place} className="chart" />;
}

type Dot = Props['of'][number] & { readonly when: Date };

const marks = (dots: readonly Dot[], stroke: string, fill: string, dy: number) =>
  dots.length
    ? [
        dot(dots, {
          x: 'when',
          y: 'holder',
          r: 6,
          dy,
          stroke,
          fill,
          strokeWidth: 2,
          title: (d: Dot) => `${d.holder} ${plain(d.stance)}, ${d.day}: ${d.claim}`,
        }),
      ]
    : [];

const short = (name: string) => (name.length > 22 ? `${name.slice(0, 21)}…` : name);
