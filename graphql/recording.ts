import type { ApolloServerPlugin } from '@apollo/server';
import type { DocumentNode, GraphQLFormattedError, OperationDefinitionNode } from 'graphql';
import type { Context } from './context.ts';
import type { Operation, RequestRecord } from './request-record.ts';
import { fieldsOfDocument } from './selected-fields.ts';

/** Notes in the record of a request what was asked and with which codes it was refused. */
export const recording: ApolloServerPlugin<Context> = {
  async requestDidStart({ contextValue: { record } }) {
    return {
      async didResolveOperation({ document, operation }) {
        if (!operation) return;
        record.operationIs(operationOf(document, operation));
      },
      async willSendResponse({ response: { body } }) {
        if (body.kind !== 'single') return;
        recordErrors(body.singleResult.errors, record);
      },
    };
  },
  // A request that ends without any answer to the caller: a bug of ours or of the library.
  async unexpectedErrorProcessingRequest({ requestContext, error }) {
    requestContext.contextValue.record.fault(error);
  },
};

/** What the record says of an operation. The query is valid, so that every name is one of the schema. */
export function operationOf(document: DocumentNode, operation: OperationDefinitionNode): Operation {
  const fields = fieldsOfDocument(document)(operation.selectionSet).map(({ node }) => node.name.value);
  return {
    type: operation.operation,
    name: operation.name?.value ?? null,
    fields: [...new Set(fields)].sort(),
  };
}

export function recordErrors(
  errors: readonly GraphQLFormattedError[] | undefined,
  record: RequestRecord,
): void {
  for (const { extensions } of errors ?? []) record.countRefusal(String(extensions?.code ?? 'WITHOUT_CODE'));
}
