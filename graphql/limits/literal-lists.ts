import { Kind, visit } from 'graphql';
import { Refusal } from '../../services/domain/messages/refusal.ts';
import type { Limit } from './limit.ts';

/** Lists written into the text of a query. What is long belongs into variables, which are counted as they come in. */
export const literalLists: Limit = (document) => {
  let refusal: Refusal | null = null;
  const names: string[] = [];
  visit(document, {
    enter(node) {
      if (node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD) names.push(node.name.value);
      if (node.kind !== Kind.LIST || node.values.length <= MAX_ITEMS || refusal) return;
      const details = { field: names.join('.'), value: node.values.length, allowed: MAX_ITEMS };
      refusal = new Refusal('TOO_MANY', details, [...names]);
    },
    leave(node) {
      if (node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD) names.pop();
    },
  });
  return refusal;
};

const MAX_ITEMS = 1_000;
