import type { ApolloServerPlugin } from '@apollo/server';
import type { MessageCode } from '../services/domain/messages/messages.ts';
import { faultCode } from './request-fault.ts';

/**
 * The status for clients that ask for `application/json` by name: GraphQL over HTTP gives that media type 200 for every
 * answer to a well-formed request, because proxies and old clients take other statuses for failures of the transport.
 * All others get 400, as does what exceeds a limit: that is no answer to the query.
 */
export const legacyStatus: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async willSendResponse({ request, response: { http }, errors = [] }) {
        if (request.http?.headers.get('accept') !== 'application/json' || http.status !== 400) return;
        if (errors.every((error) => FAULTS_OF_QUERIES.has(faultCode(error)))) http.status = 200;
      },
    };
  },
};

const FAULTS_OF_QUERIES: ReadonlySet<MessageCode> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
]);
