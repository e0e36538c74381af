import type { ApolloServerPlugin, HTTPGraphQLRequest, HTTPGraphQLResponse } from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import type {
  DocumentNode,
  GraphQLError,
  GraphQLFormattedError,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Context } from '../context.ts';
import { costRefusal, isCostFixed } from '../limits/cost.ts';
import { operationOf, recordErrors } from '../recording.ts';
import { formatError, reportErrors } from '../report-errors.ts';
import { compileQuery } from './compile-query.ts';
import { variablesReader } from './read-variables.ts';

/** Queries that were found valid and within every limit: a portal has a few of its own and sends them all day. */
interface PreparedQueries {
  /** Keeps what is let through; Apollo answers it that once. */
  readonly preparing: ApolloServerPlugin<Context>;
  /** What a request asks, where that has been prepared. */
  readonly find: (request: HTTPGraphQLRequest) => PreparedQuery | undefined;
}

export interface PreparedQuery {
  /** @returns null where it is for Apollo to say what is wrong; nothing has been run then */
  readonly answer: (request: HTTPGraphQLRequest, context: Context) => Promise<HTTPGraphQLResponse | null>;
}

export function createPreparedQueries(): PreparedQueries {
  const queries = new LRUCache<string, PreparedQuery>({
    maxSize: MAX_CHARACTERS,
    sizeCalculation: (_, query) => query.length,
  });
  return {
    preparing: {
      async requestDidStart() {
        return {
          async didResolveOperation({ source, request, schema, document, operation }) {
            const key = keyOf(source, request.operationName);
            const query = operation && !queries.has(key) ? prepare(schema, document, operation) : null;
            if (query) queries.set(key, query);
          },
        };
      },
    },
    find({ method, headers, body }) {
      if (method !== 'POST' || !headers.get('content-type')?.startsWith('application/json')) return undefined;
      const { query, operationName, variables, extensions } = (body ?? {}) as Readonly<
        Record<string, unknown>
      >;
      if (typeof query !== 'string' || extensions != null) return undefined;
      if (operationName != null && typeof operationName !== 'string') return undefined;
      if (variables != null && (typeof variables !== 'object' || Array.isArray(variables))) return undefined;
      return queries.get(keyOf(query, operationName));
    },
  };
}

/** Of all texts together: some hundreds of those that portals send. */
const MAX_CHARACTERS = 1_000_000;

/** INVARIANT: with the length before the text, no text has the key of another with a name. */
const keyOf = (query: string, operationName: string | null | undefined): string =>
  `${operationName ?? ''}:${query.length}:${query}`;

function prepare(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): PreparedQuery | null {
  const run = compileQuery<Context>(schema, document, operation);
  if (!run) return null;
  const readVariables = variablesReader(schema, operation);
  const recorded = operationOf(document, operation);
  // It was let through, and costs the same whatever its variables are.
  const withinLimits = isCostFixed(document);
  return {
    async answer({ headers, body }, context) {
      const given =
        (body as { readonly variables?: Readonly<Record<string, unknown>> | null }).variables ?? {};
      const variables = readVariables(given);
      if (variables === null) return null;
      if (!withinLimits && costRefusal({ schema, document, operation, variables })) return null;
      context.record.operationIs(recorded);
      const { data, errors: found = [] } = await run(variables, context);
      reportErrors(found, context);
      const errors = found.length > 0 ? found.map(formatted) : undefined;
      recordErrors(errors, context.record);
      const type = `${headers.get('accept') ?? 'application/json'}; charset=utf-8`;
      return {
        headers: new HeaderMap([['content-type', type]]),
        body: { kind: 'complete', string: JSON.stringify({ errors, data }) },
      };
    },
  };
}

/** As Apollo hands an error on to be formatted. */
function formatted(error: GraphQLError): GraphQLFormattedError {
  const code = error.extensions.code ?? 'INTERNAL_SERVER_ERROR';
  return formatError({ ...error.toJSON(), extensions: { ...error.extensions, code } }, error);
}
