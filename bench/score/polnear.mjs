import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const f1 = (precision, recall) =>
  precision + recall ? (200 * precision * recall) / (precision + recall) : 0;
const stretches = (words) =>
  words.split(';').map((pair) => {
    const [start, end] = pair.trim().split(' ').map(Number);
    return { start, end };
  });
const meet = (a, b) => a.some((x) => b.some((y) => x.start < y.end && y.start < x.end));
const ends = (pieces) => `${pieces[0].start} ${pieces.at(-1).end}`;

/**
 * Contents and sources against a part of PolNeAR (Newell et al., "An Attribution Relations Corpus for Political News",
 * LREC 2018): a folder with text/ and attributions/, brat's standoff of Source, Cue and Content. Its contents run with "that"
 * and without quotation marks, and it attributes beliefs and intentions too: ends are compared without both.
 */
export async function polnear(folder, read, say) {
  const count = { gold: 0, found: 0, right: 0, recalled: 0, exact: 0, matched: 0, sources: 0, texts: 0 };
  for (const file of readdirSync(join(folder, 'attributions'))) {
    const name = file.replace(/(?:_[0-9a-f]{4})?\.ann$/, '');
    const path = join(folder, 'text', `${name}.txt`);
    if (!existsSync(path)) continue;
    const text = readFileSync(path, 'utf8');
    const gold = attributionsIn(readFileSync(join(folder, 'attributions', file), 'utf8')).map((a) => ({
      ...a,
      key: ends(bare(text, a.content)),
    }));
    const { statements } = await read({ title: name, text, published: /\d{4}-\d\d-\d\d/.exec(name)?.[0] });
    const reports = statements.flatMap((s) => s.reports);
    count.texts++;
    count.gold += gold.length;
    count.found += reports.length;
    for (const report of reports) {
      const of = gold.filter((g) => meet(g.content, report.content));
      if (of.length) count.right++;
      if (of.some((g) => g.key === ends(bare(text, report.content)))) count.exact++;
      const sourced = of.filter((g) => g.source.length);
      if (!sourced.length || !report.source) continue;
      count.matched++;
      if (sourced.some((g) => meet(g.source, [report.source]))) count.sources++;
    }
    count.recalled += gold.filter((g) => reports.some((r) => meet(g.content, r.content))).length;
  }
  const of = (a, b) => `${((100 * a) / b).toFixed(1)} %`;
  const [precision, recall] = [count.right / count.found, count.recalled / count.gold];
  say(`| PolNeAR, ${count.texts} texts, ${count.gold} attributions | |`);
  say('| --- | --- |');
  say(
    `| contents, overlapping: precision, recall, F1 | ${of(precision, 1)}, ${of(recall, 1)}, ${f1(precision, recall).toFixed(1)} |`,
  );
  say(`| contents, exact: F1 | ${f1(count.exact / count.found, count.exact / count.gold).toFixed(1)} |`);
  say(`| of those that overlap, right source | ${of(count.sources, count.matched)} |`);
  say();
}

function attributionsIn(standoff) {
  const spans = new Map();
  const found = [];
  for (const line of standoff.split('\n')) {
    const [id, what = ''] = line.split('\t');
    const type = what.split(' ')[0];
    if (id.startsWith('T')) spans.set(id, stretches(what.slice(type.length + 1)));
    if (!id.startsWith('E')) continue;
    const roles = what.split(' ').map((pair) => pair.split(':'));
    const all = (role) =>
      roles.filter(([r]) => r.replace(/\d+$/, '') === role).flatMap(([, t]) => spans.get(t) ?? []);
    const content = all('Content').sort((a, b) => a.start - b.start);
    if (content.length) found.push({ content, source: all('Source') });
  }
  return found;
}

/** Without "that" and marks at both ends. */
function bare(text, pieces) {
  const first = { ...pieces[0] };
  const last = { ...pieces.at(-1) };
  const before = /^(?:that\b|[\s"“”'‘’,.:;—–-])*/i.exec(text.slice(first.start, last.end))[0].length;
  const after = /[\s"“”'‘’,.:;—–-]*$/.exec(text.slice(first.start, last.end))[0].length;
  return [{ start: first.start + before, end: last.end - after }];
}
