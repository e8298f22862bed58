const ms = (n) =>
  n === null || n === undefined ? '' : n < 10 ? n.toFixed(2) : n < 100 ? n.toFixed(1) : n.toFixed(0);
const times = (n) => (Number.isFinite(n) ? `${n < 10 ? n.toFixed(1) : n.toFixed(0)} x` : '');

/** Columns with their widths, as text or as Markdown. */
export function columns(rows, markdown = false) {
  const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => String(row[i]).length)));
  const line = (row) =>
    row.map((cell, i) => (i < 2 ? String(cell).padEnd(widths[i]) : String(cell).padStart(widths[i])));
  if (!markdown) return rows.map((row) => line(row).join('  ').trimEnd()).join('\n');
  const rule = widths.map((w, i) => (i < 2 ? '-'.repeat(w) : `${'-'.repeat(Math.max(1, w - 1))}:`));
  return [line(rows[0]), rule, ...rows.slice(1).map(line)].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** Each question and contestant: p50, p95, how many times the hand-written one, hits, statements, answers a second by clients. */
export function rowsOf(results, statements) {
  const of = results.filter((r) => r.statements === statements);
  const clients = [...new Set(of.map((r) => r.clients))].sort((a, b) => a - b);
  const head = [
    'question',
    'contestant',
    'p50 ms',
    'p95 ms',
    'to hand',
    'dbHits',
    'statements',
    ...clients.map((n) => `${n} client${n > 1 ? 's' : ''}/s`),
  ];
  const rows = of
    .filter((r) => r.clients === 1)
    .map((r) => {
      const hand = of.find(
        (x) => x.question === r.question && x.contestant === 'handwritten' && x.clients === 1,
      );
      const perSecond = clients.map((n) => {
        const load = of.find(
          (x) => x.question === r.question && x.contestant === r.contestant && x.clients === n,
        );
        return load?.perSecond ? String(Math.round(load.perSecond)) : '';
      });
      if (r.error)
        return [r.question, r.contestant, '', '', '', r.error.slice(0, 60), '', ...clients.map(() => '')];
      return [
        r.question,
        `${r.contestant}${r.variant ? ` (${r.variant.replace(/^\w+\./, '')})` : ''}${r.differs ? ' DIFFERS' : ''}`,
        ms(r.p50),
        ms(r.p95),
        hand?.p50 ? times(r.p50 / hand.p50) : '',
        r.dbHits ?? '',
        r.dbStatements ?? '',
        ...perSecond,
      ];
    });
  return [head, ...rows];
}

export const sizesOf = (results) => [...new Set(results.map((r) => r.statements))].sort((a, b) => a - b);

/** p50 of each question by size, and how many times the smallest the largest is. */
export function growth(results, contestant) {
  const sizes = sizesOf(results);
  const names = [...new Set(results.map((r) => r.question))];
  const rows = names.map((question) => {
    const p50 = sizes.map(
      (n) =>
        results.find(
          (r) =>
            r.question === question && r.contestant === contestant && r.statements === n && r.clients === 1,
        )?.p50,
    );
    return [question, contestant, ...p50.map(ms), times(p50.at(-1) / p50[0])];
  });
  return [['question', 'contestant', ...sizes.map((n) => `${n}`), 'growth'], ...rows];
}

/** All of a run as text. */
export function table(results, notes) {
  const sizes = sizesOf(results);
  const parts = sizes.map((n) => `${notes.engine}, ${n} statements\n${columns(rowsOf(results, n))}`);
  if (sizes.length > 1) parts.push(columns(growth(results, 'rapporteur-driver')));
  parts.push(JSON.stringify(notes));
  return parts.join('\n\n');
}
