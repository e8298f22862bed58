import type { ArticleText } from './article.js';
import { headOf, type Head } from './dates/heading.js';
import { saidOf } from './dates/said.js';
import { today } from './dates/today.js';
import type { Knowledge } from './knowledge/knowledge.js';
import { linkFigure } from './linking/figure.js';
import { figuresOf } from './names/figures.js';
import { findNames } from './names/find.js';
import { attributionsOf } from './speech/attributions.js';
import { grouped, type Told } from './speech/grouped.js';
import { resolveWho } from './speech/who.js';
import { talksOf, type TalksNamed, type TalksProposed } from './talks/talks.js';
import { partsOf } from './text/parts.js';
import { viewOf, type View } from './text/view.js';
import type { Attribution, Figure, Name, Parts } from './work.js';

/** What is known of an article while it is read: each stage adds what it gives. */
export interface Work {
  readonly article: ArticleText;
  readonly knowledge: Knowledge;
  view: View;
  parts: Parts & { readonly unbalanced: number };
  head: Head;
  /** The day that dates are counted from: the article's, else today. */
  day: string;
  names: readonly Name[];
  figureOf: ReadonlyMap<Name, Figure>;
  attributions: readonly Attribution[];
  talks: { readonly named: readonly TalksNamed[]; readonly proposed: readonly TalksProposed[] };
  told: readonly Told[];
}

/** One step of the reading: it can be run, shown and scored alone, given what it needs. */
export interface Stage {
  readonly name: string;
  readonly needs: readonly (keyof Work)[];
  readonly gives: readonly (keyof Work)[];
  run(work: Work): void;
}

const skipped = (text: string, at: number) => at + (/^[\s—–-]*/.exec(text.slice(at))?.[0].length ?? 0);

/** The stages of the reading by rules, in their order. */
const stages: readonly Stage[] = [
  {
    name: 'normalise',
    needs: ['article'],
    gives: ['view'],
    run: (work) => void (work.view = viewOf(work.article.text)),
  },
  {
    name: 'paragraphs and sentences',
    needs: ['view'],
    gives: ['parts'],
    run: (work) => void (work.parts = partsOf(work.article, work.view)),
  },
  {
    name: 'dateline',
    needs: ['parts'],
    gives: ['head', 'day', 'parts'],
    run(work) {
      work.head = headOf(work.article, work.view.text, work.parts.paragraphs);
      work.day = work.head.day ?? today();
      const { dateline } = work.head;
      // What is sent begins after where and when it was sent.
      if (dateline)
        work.parts = {
          ...work.parts,
          sentences: work.parts.sentences.map((s) =>
            s.start === dateline.start && s.end > dateline.end
              ? { ...s, start: skipped(work.view.text, dateline.end) }
              : s,
          ),
        };
    },
  },
  {
    name: 'names',
    needs: ['parts', 'knowledge'],
    gives: ['names'],
    run: (work) => void (work.names = findNames(work.parts, work.knowledge)),
  },
  {
    name: 'people',
    needs: ['names', 'day'],
    gives: ['figureOf'],
    run(work) {
      const exact = ({ start, end }: Name) => work.view.text.slice(start, end);
      work.figureOf = figuresOf(work.names, exact, work.knowledge, work.day);
      const around = new Set(work.names.flatMap((n) => n.known.map((k) => k.entity.name)));
      for (const figure of new Set(work.figureOf.values()))
        figure.link = linkFigure(figure, work.knowledge, work.day, around);
    },
  },
  {
    name: 'quotations',
    needs: ['parts', 'names'],
    gives: ['attributions'],
    run: (work) => void (work.attributions = attributionsOf(work.parts, work.names)),
  },
  {
    name: 'who spoke',
    needs: ['attributions', 'names', 'figureOf', 'day'],
    gives: ['attributions'],
    run({ attributions, parts, names, figureOf, knowledge, day }) {
      resolveWho(attributions, { parts, names, figureOf, knowledge, day });
    },
  },
  {
    name: 'when',
    needs: ['attributions', 'day'],
    gives: ['attributions'],
    run({ attributions, parts, day }) {
      for (const attribution of attributions) attribution.said = saidOf(attribution, parts, day);
    },
  },
  {
    name: 'talks',
    needs: ['names', 'figureOf', 'day'],
    gives: ['talks'],
    run: (work) =>
      void (work.talks = talksOf(work.parts, work.names, work.figureOf, work.knowledge, work.day)),
  },
  {
    name: 'told again',
    needs: ['attributions'],
    gives: ['told'],
    run: (work) => void (work.told = grouped(work.attributions, work.view.text)),
  },
];

/** Runs the stages in their order; `seen` is called after each. */
export function runStages(
  article: ArticleText,
  knowledge: Knowledge,
  seen?: (stage: Stage, work: Work, ms: number) => void,
): Work {
  const work = { article, knowledge } as Work;
  for (const stage of stages) {
    const began = performance.now();
    stage.run(work);
    seen?.(stage, work, performance.now() - began);
  }
  return work;
}
