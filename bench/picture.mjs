/** Colours that are told apart in light and in dark, one for each contestant. */
const COLOURS = {
  'rapporteur-http': '#3b82c4',
  'rapporteur-driver': '#7fb3e0',
  handwritten: '#8a8a8a',
  '@neo4j/graphql': '#d97757',
};
const ROW = 15;
const LEFT = 170;
const WIDTH = 760;

const text = (x, y, words, more = '') =>
  `<text x="${x}" y="${y}" ${more}>${String(words).replace(/&/g, '&amp;').replace(/</g, '&lt;')}</text>`;

/** p50 of each question and contestant as bars on a logarithmic scale, as SVG that is read on light and on dark. */
export function bars(results, statements, title) {
  const rows = results.filter((r) => r.statements === statements && r.clients === 1 && r.p50);
  const names = [...new Set(rows.map((r) => r.question))];
  const contestants = Object.keys(COLOURS).filter((c) => rows.some((r) => r.contestant === c));
  const low = Math.floor(Math.log10(Math.min(...rows.map((r) => r.p50))));
  const high = Math.ceil(Math.log10(Math.max(...rows.map((r) => r.p50))));
  const x = (ms) => LEFT + ((Math.log10(ms) - low) / (high - low)) * (WIDTH - LEFT - 60);
  const out = [];
  let y = 56;
  const top = y - 8;
  for (const name of names) {
    out.push(text(LEFT - 8, y + (contestants.length * ROW) / 2 + 2, name, 'text-anchor="end"'));
    for (const contestant of contestants) {
      const row = rows.find((r) => r.question === name && r.contestant === contestant);
      if (row) {
        out.push(
          `<rect x="${LEFT}" y="${y}" width="${Math.max(1, x(row.p50) - LEFT).toFixed(1)}" height="${ROW - 4}" fill="${COLOURS[contestant]}"/>`,
          text(
            (x(row.p50) + 4).toFixed(1),
            y + ROW - 6,
            row.p50 < 10 ? row.p50.toFixed(2) : row.p50.toFixed(0),
            'class="n"',
          ),
        );
      }
      y += ROW;
    }
    y += 8;
  }
  const scale = Array.from({ length: high - low + 1 }, (_, i) => 10 ** (low + i));
  const lines = scale.map(
    (ms) =>
      `<line x1="${x(ms)}" x2="${x(ms)}" y1="${top}" y2="${y}" class="l"/>${text(x(ms), top - 4, `${ms} ms`, 'text-anchor="middle" class="n"')}`,
  );
  const legend = contestants.map(
    (c, i) =>
      `<rect x="${LEFT + i * 150}" y="${y + 8}" width="10" height="10" fill="${COLOURS[c]}"/>${text(LEFT + 14 + i * 150, y + 17, c)}`,
  );
  return frame(y + 30, title, [...lines, ...out, ...legend]);
}

/** p50 of each question by the size of the graph, as lines on logarithmic scales. */
export function lines(results, contestant, title) {
  const rows = results.filter((r) => r.contestant === contestant && r.clients === 1 && r.p50);
  const sizes = [...new Set(rows.map((r) => r.statements))].sort((a, b) => a - b);
  const names = [...new Set(rows.map((r) => r.question))];
  const low = Math.floor(Math.log10(Math.min(...rows.map((r) => r.p50))));
  const high = Math.ceil(Math.log10(Math.max(...rows.map((r) => r.p50))));
  const height = 420;
  const x = (n) => 60 + (sizes.indexOf(n) / Math.max(1, sizes.length - 1)) * (WIDTH - 300);
  const y = (ms) => 50 + height - ((Math.log10(ms) - low) / (high - low)) * height;
  const scale = Array.from({ length: high - low + 1 }, (_, i) => 10 ** (low + i));
  const labels = names
    .map((name) => ({ name, at: y(rows.filter((r) => r.question === name).at(-1).p50) }))
    .sort((a, b) => a.at - b.at);
  labels.forEach((label, i) => (label.at = Math.max(label.at, i ? labels[i - 1].at + 12 : 0)));
  return frame(height + 90, title, [
    ...scale.map(
      (ms) =>
        `<line x1="60" x2="${WIDTH - 240}" y1="${y(ms)}" y2="${y(ms)}" class="l"/>${text(54, y(ms) + 4, `${ms} ms`, 'text-anchor="end" class="n"')}`,
    ),
    ...sizes.map((n) => text(x(n), height + 70, n.toLocaleString('en'), 'text-anchor="middle" class="n"')),
    ...names.map((name) => {
      const points = sizes.flatMap((n) => {
        const row = rows.find((r) => r.question === name && r.statements === n);
        return row ? [`${x(n).toFixed(1)},${y(row.p50).toFixed(1)}`] : [];
      });
      return `<polyline points="${points.join(' ')}" fill="none" stroke="${COLOURS[contestant]}" stroke-width="1.5"/>`;
    }),
    ...labels.map(({ name, at }) => text(WIDTH - 232, at + 4, name, 'class="n"')),
  ]);
}

const frame = (height, title, parts) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="11" role="img" aria-label="${title}">
<style>text { fill: #333 } .n { font-size: 9px; fill: #777 } .l { stroke: #7775; stroke-width: 0.5 } @media (prefers-color-scheme: dark) { text { fill: #ddd } .n { fill: #aaa } }</style>
${text(8, 18, title, 'font-size="14"')}
${parts.join('\n')}
</svg>
`;
