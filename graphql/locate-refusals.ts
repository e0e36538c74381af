import { GraphQLError, type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';
import { extensionsOf, refusalOf } from './errors.ts';

/**
 * Makes a refusal that leaves a resolver an error of its field.
 *
 * The executor takes whatever has a `path` for an error that it has placed already, and the path of a refusal leads
 * through the input. Only what has arguments can refuse them.
 */
export function locateRefusals(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields()))
      if (field.resolve && field.args.length > 0) field.resolve = located(field.resolve);
  }
}

function located<Source, Context>(
  resolve: GraphQLFieldResolver<Source, Context>,
): GraphQLFieldResolver<Source, Context> {
  return (...asked) => {
    try {
      const answer = resolve(...asked);
      return answer instanceof Promise ? answer.catch(rethrow) : answer;
    } catch (error) {
      return rethrow(error);
    }
  };
}

function rethrow(error: unknown): never {
  const refusal = refusalOf(error);
  if (!refusal || refusal.code === 'SERVICE_UNAVAILABLE' || refusal.code === 'ASSESSMENT_LATE') throw error;
  throw new GraphQLError(refusal.message, { extensions: extensionsOf(refusal) });
}
