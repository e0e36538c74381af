import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from './context.ts';
import { fieldsOfDocument } from './selected-fields.ts';

/** Notes in the record of a request what was asked and with which codes it was refused. */
export const recording: ApolloServerPlugin<Context> = {
  async requestDidStart({ contextValue: { record } }) {
    return {
      async didResolveOperation({ document, operation }) {
        if (!operation) return;
        const fields = fieldsOfDocument(document)(operation.selectionSet).map(({ node }) => node.name.value);
        record.operationIs({
          type: operation.operation,
          name: operation.name?.value ?? null,
          // The query is valid by now, so that every name is one of the schema.
          fields: [...new Set(fields)].sort(),
        });
      },
      async willSendResponse({ response: { body } }) {
        if (body.kind !== 'single') return;
        for (const { extensions } of body.singleResult.errors ?? [])
          record.countRefusal(String(extensions?.code ?? 'WITHOUT_CODE'));
      },
    };
  },
  // A request that ends without any answer to the caller: a bug of ours or of the library.
  async unexpectedErrorProcessingRequest({ requestContext, error }) {
    requestContext.contextValue.record.fault(error);
  },
};
