import type { ArticleText } from '../../reading/article.js';

/** An article on its way in: what it is, where it was found, and what was noticed. */
export interface IncomingArticle {
  /** For messages: a file with its line, an address. */
  readonly source: string;
  readonly article: ArticleText;
  readonly warnings: readonly string[];
}
