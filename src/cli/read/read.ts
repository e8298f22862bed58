import type { ArticleText } from '../../reading/article.js';
import { admit } from '../../reading/admit.js';
import { Library } from '../../reading/knowledge/library.js';
import { readArticle } from '../../reading/read.js';
import { RapporteurError } from '../../errors.js';
import { catalogue } from '../../model/the-catalogue.js';
import { interrupted } from '../interrupted.js';
import { open } from '../open.js';
import { Progress } from '../progress.js';
import { explained } from './explained.js';
import { documentOf, foundIn, Tally } from './report.js';
import { handedOver } from './sources.js';

export interface ReadFlags {
  readonly dryRun?: boolean;
  readonly explain?: boolean;
  readonly json?: boolean;
  readonly title?: string;
  readonly published?: string;
  readonly publisher?: string;
  readonly url?: string;
  readonly licence?: string;
  readonly keepText: boolean;
  readonly by: string;
}

const say = (text: string) => process.stdout.write(`${text}\n`);
const tell = (text: string) => process.stderr.write(`${text}\n`);

/** Reads articles one after another; what cannot be read is refused by name, and the others go on. */
export async function read(names: readonly string[], flags: ReadFlags): Promise<void> {
  const { store } = await open();
  const { signal, done } = interrupted();
  const library = new Library(store, catalogue);
  const progress = new Progress(process.stderr);
  const tally = new Tally();
  try {
    for await (const handed of handedOver(names)) {
      if (signal.aborted) break;
      tally.seen++;
      progress.show(`Reading ${tally.seen.toLocaleString('en')}: ${handed.source}`);
      try {
        if ('error' in handed) throw handed.error;
        const article = withFlags(handed.article, flags);
        if (flags.explain) {
          progress.clear();
          admit(article);
          say(explained(article, await library.get(), process.stdout));
        }
        const result = await readArticle(store, catalogue, library, article, {
          by: flags.by,
          dryRun: flags.dryRun ?? false,
        });
        tally.add(result);
        progress.clear();
        const warnings = [...handed.warnings, ...result.warnings];
        if (flags.json) say(JSON.stringify(documentOf(handed.source, { ...result, warnings })));
        else {
          say(`${handed.source}: ${foundIn(result)}`);
          for (const warning of warnings) say(`  ${warning}`);
        }
      } catch (error) {
        if (!(error instanceof RapporteurError)) throw error;
        if (error.code === 'STORE_UNAVAILABLE' || error.code === 'STORE_FORMAT') throw error;
        progress.clear();
        tally.refused++;
        if (flags.json)
          say(JSON.stringify({ source: handed.source, error: { code: error.code, message: error.message } }));
        tell(`${handed.source}: refused: ${error.message}`);
      }
    }
  } finally {
    done();
    progress.clear();
    await store.close();
  }
  if (!flags.json) say(tally.told(flags.dryRun ?? false));
  if (signal.aborted)
    tell('Interrupted: what was read is written; the same command goes on, since nothing is read twice');
  if (tally.refused || signal.aborted) process.exitCode = 1;
}

/** What the command line says goes where the article itself does not say it. */
function withFlags(
  article: ArticleText,
  { title, published, publisher, url, licence, keepText }: ReadFlags,
): ArticleText {
  return {
    ...article,
    ...(title ? { title } : {}),
    published: article.published ?? published,
    publisher: article.publisher ?? publisher,
    url: article.url ?? url,
    licence: article.licence ?? licence,
    keepText: article.keepText ?? keepText,
  };
}
