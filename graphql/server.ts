import {
  ApolloServer,
  type ApolloServerPlugin,
  type HTTPGraphQLRequest,
  type HTTPGraphQLResponse,
} from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Context } from './context.ts';
import { legacyStatus } from './legacy-status.ts';
import { beforeExecution } from './limits/before-execution.ts';
import { MAX_TOKENS } from './limits/query-text.ts';
import { limits } from './limits/rule.ts';
import { createPreparedQueries } from './prepared/prepared-queries.ts';
import { recording } from './recording.ts';
import { faultReports, formatError } from './report-errors.ts';
import { createSchema } from './schema.ts';
import { setAsideMisshapen } from './set-aside.ts';

/** Answers a request of GraphQL over HTTP, whatever becomes of it. */
export type AnswerGraphql = (
  request: HTTPGraphQLRequest,
  contextNow: () => Promise<Context>,
) => Promise<HTTPGraphQLResponse>;

/**
 * The GraphQL server: the same for Lambda and for the local commands.
 *
 * Apollo reads, checks and answers what comes for the first time, and all that is out of the ordinary. A query that it
 * has let through is prepared, and answered from then on without looking through it again.
 */
export function createGraphqlServer(): AnswerGraphql {
  const prepared = createPreparedQueries();
  const apollo = apolloServer(prepared.preparing);
  // What is wrong with it is the answer to every request.
  apollo.startInBackgroundHandlingStartupErrorsByLoggingAndFailingAllRequests();
  return async (httpGraphQLRequest, contextNow) => {
    const query = prepared.find(httpGraphQLRequest);
    if (!query) return apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest, context: contextNow });
    // Made once, and where it cannot be made, Apollo says so.
    const context = contextNow();
    const answer = await context.then(
      (made) => query.answer(httpGraphQLRequest, made),
      () => null,
    );
    return answer ?? apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest, context: () => context });
  };
}

function apolloServer(preparing: ApolloServerPlugin<Context>): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema: schemaOnce(),
    // Who may read the schema is decided for each request (`beforeExecution`).
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    logger: SILENT,
    parseOptions: { maxTokens: MAX_TOKENS },
    validationRules: [limits],
    formatError,
    stringifyResult: (answer) => JSON.stringify(answer),
    plugins: [
      recording,
      faultReports,
      beforeExecution,
      setAsideMisshapen,
      legacyStatus,
      preparing,
      // Cache control costs 25 ms in an answer of a thousand items (DESIGN 10); the landing page needs a CDN.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
    ],
  });
}

/** Everything in it is the same for every server of a process. */
function schemaOnce(): GraphQLSchema {
  built ??= createSchema();
  return built;
}
let built: GraphQLSchema | undefined;

/** The library's own lines quote the request. What they say of faults reaches the log through the plugins. */
const SILENT = { debug() {}, info() {}, warn() {}, error() {} };
