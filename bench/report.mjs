import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { goals, hubs } from './goals.mjs';
import { bars, lines } from './picture.mjs';
import { columns, growth, rowsOf, sizesOf } from './table.mjs';

const folder = join(import.meta.dirname, 'results');

/** Keeps a run's results and pictures, and writes bench/README.md anew from all that are kept. */
export async function write(results, notes) {
  const { engine } = notes;
  const sizes = sizesOf(results);
  await mkdir(folder, { recursive: true });
  const largest = sizes.at(-1);
  await writeFile(join(folder, `${engine}.json`), `${JSON.stringify({ notes, results }, null, 1)}\n`);
  await writeFile(
    join(folder, `${engine}.svg`),
    bars(results, largest, `${engine}, ${largest.toLocaleString('en')} statements, p50`),
  );
  if (sizes.length > 1)
    await writeFile(
      join(folder, `${engine}-growth.svg`),
      lines(results, 'rapporteur-driver', `${engine}, Rapporteur's statement by the size of the graph, p50`),
    );
  const kept = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
  const parts = await Promise.all(
    kept.map(async (file) => part(JSON.parse(await readFile(join(folder, file), 'utf8')))),
  );
  const head = await readFile(join(import.meta.dirname, 'README.head.md'), 'utf8');
  await writeFile(join(import.meta.dirname, 'README.md'), [head.trimEnd(), ...parts].join('\n\n') + '\n');
}

function part({ notes, results }) {
  const { engine, machine, sizes } = notes;
  const counts = sizesOf(results);
  const versions = Object.entries(machine)
    .filter(([, v]) => v !== null)
    .map(([name, v]) => `${name} ${v}`);
  const loads = sizes.map(({ statements, load, startMs, idleMB }) => [
    statements.toLocaleString('en'),
    load.records.toLocaleString('en'),
    load.perSecond,
    `${load.firstTenth} to ${load.lastTenth}`,
    startMs,
    idleMB ?? '',
  ]);
  return [
    `## ${engine}`,
    `Measured on: ${versions.join(', ')}. loopMs is how long a loop of 10^9 additions took.`,
    `![p50 by question](results/${engine}.svg)`,
    ...(counts.length > 1
      ? [`![growth](results/${engine}-growth.svg)`, columns(growth(results, 'rapporteur-driver'), true)]
      : []),
    columns(
      [['statements', 'records loaded', 'records/s', 'first to last tenth', 'start ms', 'idle MB'], ...loads],
      true,
    ),
    `### Against the goals, ${counts.at(-1).toLocaleString('en')} statements\n\nIn brackets what the project asks of itself; ✗ where it is missed.`,
    columns(goals(results, engine), true),
    `A hub's page by that of a median entity (at most 2 x): ${hubs(results).join(', ')}.`,
    ...counts
      .toReversed()
      .map((n) => `### ${n.toLocaleString('en')} statements\n\n${columns(rowsOf(results, n), true)}`),
  ].join('\n\n');
}
