import { ApolloServer } from '@apollo/server';
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
import { recording } from './recording.ts';
import { faultReports, formatError } from './report-errors.ts';
import { createSchema } from './schema.ts';
import { setAsideMisshapen } from './set-aside.ts';

/** The GraphQL server, not started: the same for Lambda and for the local commands. */
export function createGraphqlServer(): ApolloServer<Context> {
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
