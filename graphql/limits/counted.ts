import type { ASTNode, DocumentNode } from 'graphql';
import { type Kind, visit } from 'graphql';

/** How often something of this kind is written in a query. */
export function counted<K extends Kind>(
  document: DocumentNode,
  kind: K,
  isMeant: (node: Extract<ASTNode, { kind: K }>) => boolean = () => true,
): number {
  let count = 0;
  visit(document, {
    enter(node) {
      if (node.kind === kind && isMeant(node as Extract<ASTNode, { kind: K }>)) count++;
    },
  });
  return count;
}
