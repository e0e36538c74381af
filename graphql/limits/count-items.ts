import {
  defaultFieldResolver,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getNullableType,
  isListType,
  isObjectType,
} from 'graphql';
import { Refusal } from '../../services/domain/messages/refusal.ts';
import type { Context } from '../context.ts';

/**
 * Counts the items that the lists of an answer really hold, and stops at what is too many for one answer.
 *
 * The cost of a query is estimated before it runs, and a small query over long lists can still come to millions of
 * fields: they would fill the memory of the function before their size is known.
 */
export function countItems(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    // The schema itself is bounded, and its types are shared by all schemas of the process.
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields()))
      if (isListType(getNullableType(field.type))) field.resolve = counting(field.resolve);
  }
}

function counting(
  resolve: GraphQLFieldResolver<unknown, Context> = defaultFieldResolver,
): GraphQLFieldResolver<unknown, Context> {
  return (...asked) => {
    const { delivered } = asked[2];
    const answer: unknown = resolve(...asked);
    return answer instanceof Promise
      ? answer.then((list) => counted(list, delivered))
      : counted(answer, delivered);
  };
}

function counted(list: unknown, delivered: Context['delivered']): unknown {
  if (!Array.isArray(list)) return list;
  delivered.items += list.length;
  if (delivered.items > MAX_ITEMS)
    throw new Refusal('QUERY_TOO_COSTLY', { value: delivered.items, allowed: MAX_ITEMS });
  return list;
}

/** A thousand projects with a hundred findings, reasons, documents and texts each. */
const MAX_ITEMS = 100_000;
