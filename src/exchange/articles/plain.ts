import type { ArticleText } from '../../reading/article.js';

/** Plain text: its first line is the title. The text stays as it is. */
export function plainArticle(text: string): ArticleText {
  const title =
    text
      .split('\n')
      .map((line) => line.trim())
      .find(Boolean) ?? '';
  return { title: title.slice(0, 300), text };
}
