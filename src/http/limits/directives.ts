import { visit, type ASTNode, type DocumentNode } from 'graphql';
import type { Limits } from '../../config.js';
import type { Over } from './over.js';

/** Directives at one place: a field, a fragment or its spread, an operation, a variable's definition. */
export function directives(document: DocumentNode, { directives }: Limits): Over[] {
  const over: Over[] = [];
  visit(document, {
    enter(node: ASTNode) {
      const there = 'directives' in node ? (node.directives ?? []) : [];
      if (there.length <= directives || over.length) return;
      const message = `${there.length} directives stand at one place; at most ${directives} are allowed (MAX_DIRECTIVES)`;
      over.push({ limit: 'DIRECTIVES', allowed: directives, asked: there.length, nodes: [node], message });
    },
  });
  return over;
}
