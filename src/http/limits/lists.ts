import { visit, type DocumentNode } from 'graphql';
import type { Limits } from '../../config.js';
import type { Over } from './over.js';

/** A list that is too long, and where it stands. */
export const tooLong = (where: string, asked: number, allowed: number) => ({
  limit: 'LIST_ITEMS' as const,
  allowed,
  asked,
  message: `${where} a list of ${asked} items; at most ${allowed} are allowed (MAX_LIST_ITEMS). Send long lists in several requests`,
});

/** Lists written in the document, in arguments and in the defaults of variables. */
export function listLiterals(document: DocumentNode, { listItems }: Limits): Over[] {
  const over: Over[] = [];
  visit(document, {
    ListValue(node) {
      if (node.values.length <= listItems || over.length) return;
      over.push({ ...tooLong('The document has', node.values.length, listItems), nodes: [node] });
    },
  });
  return over;
}
