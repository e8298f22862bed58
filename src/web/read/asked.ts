import { MarkedFields } from '../article/marked.js';
import { graphql } from '../graph/graphql.js';

/** Reads an article; as a dry run it says what would be read and writes nothing. */
export const read = graphql(
  `
    mutation ReadArticle($input: ArticleInput!, $dryRun: Boolean!) {
      readArticle(input: $input, dryRun: $dryRun) {
        warnings
        duplicateOf {
          id
          title
        }
        change {
          id
          created
        }
        article {
          id
          title
          ...MarkedFields
        }
      }
    }
  `,
  [MarkedFields],
);
