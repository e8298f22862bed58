import { styleText } from 'node:util';
import type { ArticleText } from '../../reading/article.js';
import type { Knowledge } from '../../reading/knowledge/knowledge.js';
import { runStages, type Stage, type Work } from '../../reading/stages.js';
import type { Attribution, Who } from '../../reading/work.js';

type Out = Pick<NodeJS.WriteStream, 'isTTY' | 'hasColors'>;
type Style = 'bold' | 'cyan' | 'underline' | 'dim' | 'green' | 'yellow';

/** What every stage found in an article, for people: on a terminal the spans stand underlined in their sentences. */
export function explained(article: ArticleText, knowledge: Knowledge, out: Out): string {
  const lines: string[] = [];
  const colours = out.isTTY && out.hasColors();
  const style = (name: Style, text: string) =>
    colours ? styleText(name, text, { validateStream: false }) : text;
  runStages(article, knowledge, (stage, work, ms) => {
    lines.push(
      style('bold', `# ${stage.name}`) +
        style(
          'dim',
          `  needs ${stage.needs.join(', ')}; gives ${stage.gives.join(', ')}; ${ms.toFixed(1)} ms`,
        ),
    );
    lines.push(...shown(stage, work, style).map((line) => `  ${line}`), '');
  });
  return lines.join('\n');
}

function shown(stage: Stage, work: Work, style: (name: Style, text: string) => string): string[] {
  const text = ({ start, end }: { start: number; end: number }) =>
    work.view.text.slice(start, end).replace(/\s+/g, ' ');
  switch (stage.name) {
    case 'normalise':
      return [
        `${work.article.text.length} characters, ${work.article.text.length - work.view.text.length} of them not seen`,
      ];
    case 'paragraphs and sentences': {
      const { paragraphs, sentences, quotes, unbalanced } = work.parts;
      return [
        `${paragraphs.length} paragraphs, ${sentences.length} sentences, ${quotes.length} quotations, ${unbalanced} never closed`,
      ];
    }
    case 'dateline':
      return [
        `day ${work.head.day ?? 'unknown'}; dateline ${work.head.dateline ? `'${text(work.head.dateline)}'` : 'none'}; byline ${work.head.byline ?? 'none'}; agency ${work.head.agency ?? 'none'}`,
      ];
    case 'names':
      return work.names.map((name) => {
        const known = name.known.map((n) => `${n.entity.id} (${n.kind.toLowerCase()})`).join(' or ');
        return `${style('underline', text(name))}${name.title ? ` titled ${style('underline', text(name.title))}` : ''}: ${known || name.kind.toLowerCase()}`;
      });
    case 'people':
      return [...new Set(work.figureOf.values())].map(
        ({ name, names, link }) =>
          `${style('underline', name)}, ${names.length} times: ${link?.entity ? style('green', link.entity.id) : style('yellow', 'open')} ${link?.score ?? 0} (${link?.reason ?? ''})`,
      );
    case 'quotations':
      return work.attributions.flatMap((a) => [`${a.form} ${a.act}`, `  ${marked(a, work, style)}`]);
    case 'who spoke':
      return work.attributions.map(
        (a) => `${style('underline', text(a.source))} -> ${a.who ? who(a.who) : 'nobody that can be told'}`,
      );
    case 'when':
      return work.attributions
        .filter((a) => a.said)
        .map((a) => `${text(a.source)} ${a.cue ? text(a.cue) : ''}: ${a.said}`);
    case 'talks':
      return work.talks.named.map(
        (t) =>
          `${style('underline', text(t))}: ${t.talks?.id ?? `new, '${work.talks.proposed[t.proposed!]!.name}'`} (${t.reason})`,
      );
    case 'told again':
      return work.told.map(
        (t) =>
          `${who(t.who)}: ${t.passages.length === 1 ? 'one passage' : `${t.passages.length} passages`}, ${text(t.passages[0]!.content[0]!).slice(0, 70)}`,
      );
    default:
      return [];
  }
}

/** The sentence with its source, cue and content: underlined, or in brackets where nothing can be underlined. */
function marked(attribution: Attribution, work: Work, style: (name: Style, text: string) => string): string {
  const spans = [
    ...attribution.content.map((s) => ({ ...s, role: 'content' })),
    { ...attribution.source, role: 'source' },
    ...(attribution.cue ? [{ ...attribution.cue, role: 'cue' }] : []),
  ].sort((a, b) => a.start - b.start);
  const pieces: string[] = [];
  let at = spans[0]!.start;
  for (const { start, end, role } of spans) {
    if (start < at) continue;
    const words = work.view.text.slice(start, end);
    const plain = style('underline', words);
    pieces.push(work.view.text.slice(at, start), plain === words ? `[${role}: ${words}]` : plain);
    at = end;
  }
  return pieces.join('').replace(/\s+/g, ' ');
}

function who(of: Who): string {
  if (of.is === 'figure')
    return `${of.figure.name}${of.figure.link?.entity ? ` (${of.figure.link.entity.id})` : ' (new)'}`;
  if (of.is === 'entity') return of.entity.id;
  return of.is === 'several' ? of.each.map(who).join(' and ') : `${of.is}: ${of.text}`;
}
