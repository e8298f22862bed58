import { useEffect, useState } from 'react';
import { roomAt, stay, useAsked } from '../address/address.js';
import { Heading } from '../panel/heading.js';
import { View } from '../panel/view.js';
import { words } from '../words.js';
import { span } from './asked.js';
import { Places } from './places.js';

const WIDTHS = [1, 5, 10, 25];
/** Milliseconds that a year is shown for while the years go by. */
const STEP = 900;

/** Where people met, year after year: a slider over the time that is recorded. */
export function TalksView() {
  return (
    <View document={span} variables={{}}>
      {({ data: { first, last }, errorAt }) => {
        const [from] = first?.nodes ?? [];
        const [to] = last?.nodes ?? [];
        return (
          <>
            <Heading kind={words.explore} name={words.talks} />
            {from?.earliest && to?.latest ? (
              <Years first={Number(from.earliest.slice(0, 4))} last={Number(to.latest.slice(0, 4))} />
            ) : (
              <p className="state">{errorAt('first') ?? words.empty}</p>
            )}
          </>
        );
      }}
    </View>
  );
}

function Years({ first, last }: { readonly first: number; readonly last: number }) {
  const asked = useAsked();
  const width = WIDTHS.find((w) => w === Number(asked.get('years'))) ?? 5;
  const until = Math.min(last, Math.max(first, Number(asked.get('until')) || last));
  const [isPlaying, play] = useState(false);
  const show = (year: number, years = width) =>
    stay(roomAt('talks', { until: String(year), years: String(years) }));
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setTimeout(() => (until < last ? show(until + 1) : play(false)), STEP);
    return () => clearTimeout(timer);
  });
  const from = until - width + 1;
  const title = from === until ? String(until) : `${from} – ${until}`;
  return (
    <>
      <div className="controls">
        <label>
          {words.year}
          <input
            type="range"
            min={first}
            max={last}
            value={until}
            aria-valuetext={title}
            onChange={(event) => show(Number(event.target.value))}
          />
        </label>
        <output>{title}</output>
        <label>
          {words.yearsShown}
          <select value={width} onChange={(event) => show(until, Number(event.target.value))}>
            {WIDTHS.map((w) => (
              <option key={w}>{w}</option>
            ))}
          </select>
        </label>
        <button
          type="button"
          onClick={() => {
            if (!isPlaying && until === last) show(first + width - 1);
            play(!isPlaying);
          }}
        >
          {isPlaying ? words.pause : words.play}
        </button>
      </div>
      <Places during={`${year(from)}/${year(until)}`} title={title} />
    </>
  );
}

/** A year as EDTF has it: four digits. */
const year = (n: number) => String(n).padStart(4, '0');
