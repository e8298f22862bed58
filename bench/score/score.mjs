/**
 * `npm run score`: how well articles are read. Prints a table of the parts of the gold set, of the Stockholm
 * article without its own seeds, of PolNeAR where that is given, and of speed.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import v8 from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parse } from 'csv-parse/sync';
import { polnear } from './polnear.mjs';

const say = (text = '') => process.stdout.write(`${text}\n`);
const percent = (a, b) => (b ? `${((100 * a) / b).toFixed(1)} % (${a} of ${b})` : 'none');

/** @param root the checkout  @param data the folder of the texts */
export async function score(root, data, { failures = false, corpus = undefined } = {}) {
  const load = (path) => import(pathToFileURL(join(root, 'dist', path)));
  const { catalogue } = await load('model/the-catalogue.js');
  const { openStore } = await load('store/open.js');
  const { readSeeds } = await load('exchange/seeds/read.js');
  const { sow } = await load('exchange/seeds/sow.js');
  const { loadKnowledge } = await load('reading/knowledge/load.js');
  const { rules } = await load('reading/rules.js');
  const { markdownArticle } = await load('exchange/articles/markdown.js');
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-score-'));
  const store = await openStore(catalogue, { dataDir: folder, statementTimeout: 60_000 });
  try {
    // Countries and the public record; of the latter a few records rest on the Stockholm article, and stay out with it.
    for (const seed of await readSeeds(join(root, 'seeds'), 'all'))
      if (seed.name !== 'stockholm')
        await sow(store, catalogue, seed, new Date().toISOString()).catch(() => undefined);
    const began = performance.now();
    const knowledge = await loadKnowledge(store, catalogue);
    const loaded = performance.now() - began;
    const texts = textsIn(data, markdownArticle);
    const read = (article) => rules.extract(article, knowledge);
    const gold = readFileSync(join(root, 'bench/score/gold.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const parts = {};
    for (const entry of gold) {
      const article = texts.get(entry.sha256);
      if (!article) continue;
      const counts = (parts[entry.part] ??= new Counts());
      counts.add(entry, await read({ ...article, published: entry.published }), article, failures);
    }
    say(`| of the gold set | ${PARTS.map((part) => `${part} part`).join(' | ')} |`);
    say(`| --- |${PARTS.map(() => ' --- |').join('')}`);
    for (const [name, of] of rowsOf)
      say(`| ${name} | ${PARTS.map((part) => (parts[part] ? of(parts[part]) : 'no texts')).join(' | ')} |`);
    say();
    await stockholm(root, data, read, load);
    if (corpus) await polnear(corpus, read, say);
    await speed(texts, read, loaded);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function textsIn(data, markdownArticle) {
  const found = new Map();
  const keep = (article) => found.set(createHash('sha256').update(article.text).digest('hex'), article);
  for (const year of ['2019', '2020']) {
    const file = join(data, `wikinews/wikinews_${year}.csv`);
    if (existsSync(file))
      for (const row of parse(readFileSync(file), { columns: true, relax_quotes: true, bom: true }))
        keep({ title: row.title, text: row.text.trim(), published: row.date, language: 'en' });
  }
  const folder = join(data, 'whitehouse');
  if (existsSync(folder))
    for (const file of readdirSync(folder)) keep(markdownArticle(readFileSync(join(folder, file), 'utf8')));
  return found;
}

/**
 * The parts of the gold set. The rules were made on the first, and mended by what they missed in the others, each drawn
 * by the digests of its texts and scored before that.
 */
const PARTS = ['first', 'second', 'third', 'fourth'];

const plain = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
/** A speaker is right where the words of one of the names the gold gives are in what was found. */
const isSame = (wanted, found) => wanted.split(',').some((name) => plain(found).includes(plain(name)));
const covers = (pieces, { start, end }) =>
  pieces.reduce((sum, p) => sum + Math.max(0, Math.min(p.end, end) - Math.max(p.start, start)), 0) >=
  0.8 * (end - start);

class Counts {
  articles = 0;
  quotations = 0;
  found = 0;
  speakers = 0;
  wrongly = 0;
  indirect = 0;
  indirectFound = 0;
  indirectSpeakers = 0;
  claimed = 0;
  claimedRight = 0;
  people = 0;
  peopleRight = 0;
  countries = 0;
  countriesRight = 0;
  spans = 0;
  exact = 0;

  add(gold, extraction, article, failures) {
    this.articles++;
    const names = new Map(extraction.actors.map((a) => [a.key, `${a.name} ${a.entity ?? ''} ${a.of ?? ''}`]));
    const speakerOf = (s, r) =>
      `${s.speaker ? (s.speaker.key ? names.get(s.speaker.key) : s.speaker.id.replace(/[:-]/g, ' ')) : 'nobody'} ${r.speakerAs ?? ''}`;
    const reports = extraction.statements.flatMap((s) =>
      s.reports.map((r) => ({ ...r, who: speakerOf(s, r) })),
    );
    for (const r of reports)
      for (const span of [r.source, r.cue, ...r.content])
        if (span) {
          this.spans++;
          if (article.text.slice(span.start, span.end) === span.exact) this.exact++;
        }
    for (const { exact, of } of extraction.mentions) {
      const kind = of?.id?.split(':')[0];
      if (kind !== 'person' && kind !== 'country') continue;
      const isRight = gold.links[exact.replace(/\s+/g, ' ')] === of.id;
      const name = kind === 'person' ? 'people' : 'countries';
      this[name]++;
      if (isRight) this[`${name}Right`]++;
      else if (failures) say(`${gold.part} linked wrongly: ${exact} -> ${of.id}`);
    }
    const fail = (what, { start, end }, more = '') =>
      failures &&
      say(
        `${gold.part} ${what}: ${article.text.slice(start, end).replace(/\s+/g, ' ').slice(0, 150)} ${more}`,
      );
    for (const q of gold.quotations) {
      if (q.either) continue;
      const hits = reports.filter((r) => r.form !== 'INDIRECT' && covers(r.content, q));
      if (q.speaker === null) {
        if (hits.length) {
          this.wrongly++;
          fail('no speech, but read as', q, hits[0].who);
        }
        continue;
      }
      this.quotations++;
      if (!hits.length) fail(`missed, of ${q.speaker}`, q);
      else {
        this.found++;
        if (hits.some((r) => isSame(q.speaker, r.who))) this.speakers++;
        else fail(`wrong speaker, ${q.speaker} is`, q, hits[0].who);
      }
    }
    const inside = (r, g) =>
      r.content.some((c) => c.start < g.end && c.end > g.start) ||
      (r.cue && r.cue.start >= g.start && r.cue.end <= g.end);
    const used = new Set();
    for (const g of gold.indirect ?? []) {
      if (g.either) continue;
      this.indirect++;
      const of = reports.filter((r) => r.form === 'INDIRECT' && inside(r, g) && !used.has(r));
      const hit = of.find((r) => isSame(g.speaker, r.who)) ?? of[0];
      if (!hit) {
        fail(`indirect missed, of ${g.speaker}`, g);
        continue;
      }
      used.add(hit);
      this.indirectFound++;
      if (isSame(g.speaker, hit.who)) this.indirectSpeakers++;
      else fail(`indirect with a wrong speaker, ${g.speaker} is`, g, hit.who);
    }
    for (const r of gold.indirect ? reports.filter((r) => r.form === 'INDIRECT') : []) {
      this.claimed++;
      if (gold.indirect.some((g) => inside(r, g))) this.claimedRight++;
      else fail('indirect that is none', r.content[0], `<- ${r.who}`);
    }
  }
}

const rowsOf = [
  ['articles', (c) => String(c.articles)],
  ['direct and mixed quotations found', (c) => percent(c.found, c.quotations)],
  ['of those, right speaker', (c) => percent(c.speakers, c.found)],
  ['quotation marks around what is no speech, read as speech', (c) => String(c.wrongly)],
  ['indirect found', (c) => percent(c.indirectFound, c.indirect)],
  ['of those, right speaker', (c) => percent(c.indirectSpeakers, c.indirectFound)],
  ['indirect, precision', (c) => percent(c.claimedRight, c.claimed)],
  ['people linked, precision', (c) => percent(c.peopleRight, c.people)],
  ['countries linked, precision', (c) => percent(c.countriesRight, c.countries)],
  ['spans exact', (c) => percent(c.exact, c.spans)],
];

/** The hand-modelled statements of the first article against what is read of it without its own seeds. */
async function stockholm(root, data, read, load) {
  const file = join(data, '../seed/stockholm-2019-10-06.txt');
  if (!existsSync(file)) return say('The text of the Stockholm article is not there: it is not scored.');
  const text = readFileSync(file, 'utf8');
  const { readSeeds } = await load('exchange/seeds/read.js');
  const seed = (await readSeeds(join(root, 'seeds'), ['stockholm'])).find((s) => s.name === 'stockholm');
  const { statements, actors } = await read({ title: 'Nuclear talks', text, published: '2019-10-06' });
  const names = new Map(actors.map((a) => [a.key, plain(a.name).replace(/\s+/g, '-')]));
  const speakerOf = (s) =>
    s.speaker ? (s.speaker.key ? names.get(s.speaker.key) : s.speaker.id.replace(/^\w+:/, '')) : undefined;
  const modelled = seed.records.filter((r) => r.type === 'Statement');
  const reports = seed.records.filter((r) => r.type === 'Report');
  let right = 0;
  const missing = [];
  for (const { id, set } of modelled) {
    const own = reports
      .filter((r) => r.set.statement === id)
      .flatMap((r) => r.set.spans.filter((s) => s.role === 'CONTENT'));
    const wanted = set.speaker.replace(/^\w+:/, '');
    const hit = statements.find(
      (s) =>
        speakerOf(s) === wanted &&
        s.reports.some((r) =>
          own.some((span) => r.content.some((c) => c.start < span.end && c.end > span.start)),
        ),
    );
    if (hit) right++;
    else missing.push(id);
  }
  const known = new Set(modelled.map((m) => m.set.speaker.replace(/^\w+:/, '')));
  const invented = [...new Set(statements.map(speakerOf).filter((s) => s && !known.has(s)))];
  const spans = statements
    .flatMap((s) => s.reports.flatMap((r) => [r.source, r.cue, ...r.content]))
    .filter(Boolean);
  say('| the Stockholm article, its own seeds left out | |');
  say('| --- | --- |');
  say(`| hand-modelled statements with the right speaker | ${percent(right, modelled.length)} |`);
  say(
    `| spans exact | ${percent(spans.filter((s) => text.slice(s.start, s.end) === s.exact).length, spans.length)} |`,
  );
  say(`| speakers invented | ${invented.length ? invented.join(', ') : 'none'} |`);
  if (missing.length) say(`| not found | ${missing.join(', ')} |`);
  say();
}

async function speed(texts, read, loaded) {
  const all = [...texts.values()];
  if (!all.length) return;
  const once = async () => {
    for (const article of all) await read(article);
  };
  await once();
  const began = performance.now();
  await once();
  const seconds = (performance.now() - began) / 1000;
  const gc = collector();
  gc();
  const before = process.memoryUsage().heapUsed;
  let n = 0;
  while (n < 10_000)
    for (const article of all.slice(0, Math.min(all.length, 10_000 - n))) {
      await read(article);
      n++;
    }
  gc();
  const after = process.memoryUsage().heapUsed;
  const mb = (bytes) => `${Math.round(bytes / 1e6)} MB`;
  say('| speed, one core | |');
  say('| --- | --- |');
  say(
    `| articles a second, text to what it says | ${Math.round(all.length / seconds)} (${all.length} articles of ${Math.round(all.reduce((sum, a) => sum + a.text.length, 0) / all.length)} characters) |`,
  );
  say(`| what the graph knows, read into memory | ${Math.round(loaded)} ms |`);
  say(`| heap before and after 10,000 articles | ${mb(before)}, ${mb(after)} |`);
  say();
}

/** The engine's own collector, so that what is counted is what is held. */
function collector() {
  v8.setFlagsFromString('--expose-gc');
  return runInNewContext('gc');
}
