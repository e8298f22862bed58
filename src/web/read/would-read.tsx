import { print } from 'graphql';
import { Link } from '../address/link.js';
import { Marked } from '../article/marked.js';
import type { ResultOf } from '../graph/graphql.js';
import { words } from '../words.js';
import { read } from './asked.js';
import type { Given } from './form.js';

interface Props {
  readonly of: ResultOf<typeof read>['readArticle'];
  readonly article: Given;
  readonly write: () => void;
}

/** What would be read, in the text and as a list, before anything is written. */
export function WouldRead({ of, article, write }: Props) {
  const part = {
    query: { text: print(read), variables: { input: article, dryRun: true } },
    data: of,
    error: undefined,
  };
  return (
    <section aria-label={words.wouldRead}>
      {of.duplicateOf && (
        <p className="failed">
          {words.duplicate} <Link to={of.duplicateOf.id}>{of.duplicateOf.title}</Link>
        </p>
      )}
      {of.warnings.map((warning) => (
        <p key={warning} className="failed">
          {warning}
        </p>
      ))}
      <p>
        {words.wouldBe(of.article.reports.totalCount, of.article.mentions.totalCount)}{' '}
        <button type="button" onClick={write}>
          {words.write}
        </button>
      </p>
      <Marked of={of.article} part={part} />
    </section>
  );
}
