import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, type GraphQLFormattedError, Kind } from 'graphql';
import { Refusal } from '../services/domain/messages/refusal.ts';
import type { Context } from './context.ts';
import { extensionsOf, isExpected, refusalOf } from './errors.ts';
import { requestFault } from './request-fault.ts';

/**
 * Our own errors say what is wrong, with a stable code; everything else is a bug or an outage, which is reported here
 * and masked below (DESIGN 7).
 */
export const faultReports: ApolloServerPlugin<Context> = {
  async requestDidStart({ contextValue }) {
    return { didEncounterErrors: async ({ errors }) => reportErrors(errors, contextValue) };
  },
};

/** Reports those that are a bug or an outage. */
export function reportErrors(errors: readonly GraphQLError[], { record, showsSchema }: Context): void {
  for (const error of errors) {
    contexts.set(error, { requestId: record.requestId, showsSchema });
    const { originalError: cause, nodes } = error;
    if (isOfRequest(error) || isExpected(refusalOf(cause))) continue;
    // Its name in the schema: the path is made of names that the caller may give.
    const field = nodes?.find((node) => node.kind === Kind.FIELD)?.name.value;
    record.fault(cause, field);
  }
}

/** The request an error struck: `formatError` gets nothing but the error. */
const contexts = new WeakMap<object, { readonly requestId: string; readonly showsSchema: boolean }>();

/** Apollo's hook: what an error looks like to the caller. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { requestId = '', showsSchema = false } = contexts.get(Object(error)) ?? {};
  if (isOfRequest(error)) return requestFault(formatted, error, showsSchema);
  const cause = error instanceof GraphQLError ? error.originalError : error;
  const refusal = refusalOf(cause) ?? new Refusal('INTERNAL_ERROR', { requestId });
  return { ...formatted, message: refusal.message, extensions: extensionsOf(refusal) };
}

/**
 * Whether an error is about the request as GraphQL, its syntax, names and variables, or was finished before.
 * The executor reports an argument that does not fit its place without a code, as an error of the field.
 */
function isOfRequest(error: unknown): error is GraphQLError {
  if (!(error instanceof GraphQLError)) return false;
  const { originalError: cause, extensions } = error;
  if (!cause || extensions.code) return true;
  return cause instanceof GraphQLError && /^(Argument|Variable) "/.test(cause.message);
}
