import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { RapporteurError } from '../../errors.js';
import { readSources, sourcesFile } from '../historyatstate/tables/sources.js';
import { tableFiles } from '../historyatstate/tables/tables.js';
import type { RecordInput } from '../../model/change-set.js';

/** A folder of seeds: one change set, with what it needs before it and the sources it credits. */
export interface Seed {
  readonly name: string;
  readonly requires: readonly string[];
  readonly note: string;
  readonly sources: readonly object[];
  /** Written by hand, one change set. */
  readonly records: readonly RecordInput[];
  /** The folder of tables that hold the public record, which goes in by many change sets. */
  readonly tables?: string;
  /** Of all its files: another digest is another edition of the seeds. */
  readonly digest: string;
}

/** Reads the named folders of seeds and what they require, in the order in which they can be applied. */
export async function readSeeds(root: string, wanted: 'all' | 'none' | readonly string[]): Promise<Seed[]> {
  if (wanted === 'none') return [];
  const there = (await readdir(root, { withFileTypes: true }))
    .filter((e) => e.isDirectory() && existsSync(join(root, e.name, 'seed.yaml')))
    .map((e) => e.name)
    .sort();
  const found = new Map<string, Seed>();
  const add = async (name: string, from: string[]): Promise<void> => {
    if (found.has(name)) return;
    if (!there.includes(name))
      throw new RapporteurError(
        'BAD_SETTING',
        `There are no seeds '${name}'${from.length ? `, which ${from.at(-1)} requires` : ''}; there are ${there.join(', ')}`,
      );
    if (from.includes(name))
      throw new RapporteurError('BAD_RECORD', `The seeds ${[...from, name].join(' > ')} require each other`);
    const seed = await readSeed(join(root, name), name);
    for (const other of seed.requires) await add(other, [...from, name]);
    found.set(name, seed);
  };
  for (const name of wanted === 'all' ? there : wanted) await add(name, []);
  return [...found.values()];
}

interface Manifest {
  readonly requires?: string[];
  readonly note?: string;
  readonly sources?: object[];
  /** The folder in it where the tables lie. */
  readonly tables?: string;
}

async function readSeed(folder: string, name: string): Promise<Seed> {
  const files = (await readdir(folder)).filter((f) => f.endsWith('.yaml')).sort();
  const hash = createHash('sha256');
  const records: RecordInput[] = [];
  let manifest: Manifest = {};
  for (const file of files) {
    const text = await readFile(join(folder, file), 'utf8');
    hash.update(file).update(text);
    if (file === 'seed.yaml')
      manifest = (parse(text, `${name}/${file}`).document.toJS() ?? {}) as typeof manifest;
    else records.push(...readRecords(text, `${name}/${file}`));
  }
  const tables = manifest.tables && join(folder, manifest.tables);
  for (const file of tables ? [...tableFiles, sourcesFile] : [])
    hash.update(file).update(await readFile(join(tables!, file)));
  return {
    name,
    requires: manifest.requires ?? [],
    note: manifest.note ?? `The seeds ${name}`,
    sources: tables ? await readSources(tables) : (manifest.sources ?? []),
    records,
    ...(tables ? { tables } : {}),
    digest: hash.digest('hex'),
  };
}

function parse(text: string, file: string) {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length)
    throw new RapporteurError('BAD_RECORD', `${file}: ${document.errors.map((e) => e.message).join('; ')}`);
  return { document, lines };
}

function readRecords(text: string, file: string): RecordInput[] {
  const { document, lines } = parse(text, file);
  const list = document.toJS() as unknown;
  if (list === null) return [];
  if (!Array.isArray(list))
    throw new RapporteurError('BAD_RECORD', `${file}: a file of seeds is a list of records`);
  return list.map((item: unknown, i): RecordInput => {
    const at = (document.contents as unknown as { items: { range: [number] }[] }).items[i]!.range[0];
    const source = `${file}:${lines.linePos(at).line}`;
    if (typeof item !== 'object' || item === null)
      throw new RapporteurError('BAD_RECORD', `${source}: ${JSON.stringify(item)} is no record`);
    const { type, id, ...set } = item as Record<string, unknown>;
    return { type: String(type ?? ''), id: String(id ?? ''), set, source };
  });
}
