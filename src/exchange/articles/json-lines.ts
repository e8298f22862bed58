import { RapporteurError } from '../../errors.js';
import type { ArticleText } from '../../reading/article.js';
import { described } from './markdown.js';

/** An article a line, as JSON: `title` and `text` with whatever else is known. @throws BAD_ARTICLE that names what is wrong */
export function jsonArticle(line: string): ArticleText {
  let given: unknown;
  try {
    given = JSON.parse(line);
  } catch (error) {
    throw new RapporteurError('BAD_ARTICLE', `It is no JSON: ${(error as Error).message}`);
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new RapporteurError('BAD_ARTICLE', 'A line is one object with title and text');
  const said = given as Record<string, unknown>;
  const text = said['text'] ?? said['body'] ?? said['articleBody'];
  if (typeof text !== 'string')
    throw new RapporteurError('BAD_ARTICLE', 'It has no text: a line has title and text');
  return described(said, text);
}
