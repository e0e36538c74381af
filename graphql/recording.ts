import type { ApolloServerPlugin } from '@apollo/server';
import { type DocumentNode, Kind, type SelectionSetNode } from 'graphql';
import type { Context } from './context.ts';

/** Notes in the record of a request what was asked and with which codes it was refused. */
export const recording: ApolloServerPlugin<Context> = {
  async requestDidStart({ contextValue: { record } }) {
    return {
      async didResolveOperation({ document, operation }) {
        if (!operation) return;
        const fields = new Set(rootFields(operation.selectionSet, document));
        record.operationIs({
          type: operation.operation,
          name: operation.name?.value ?? null,
          fields: [...fields].sort(),
        });
      },
      async willSendResponse({ response: { body } }) {
        if (body.kind !== 'single') return;
        for (const { extensions } of body.singleResult.errors ?? [])
          record.countRefusal(String(extensions?.code ?? 'WITHOUT_CODE'));
      },
    };
  },
  // What stops a request outside of everything that can be told to the caller: a bug of ours or of the library.
  async unexpectedErrorProcessingRequest({ requestContext, error }) {
    requestContext.contextValue.record.fault(error);
  },
};

/** The query is valid by now, so that every name is one of the schema. Each fragment is looked into once. */
function rootFields(
  { selections }: SelectionSetNode,
  document: DocumentNode,
  seen = new Set<string>(),
): readonly string[] {
  return selections.flatMap((selection) => {
    switch (selection.kind) {
      case Kind.FIELD:
        return [selection.name.value];
      case Kind.INLINE_FRAGMENT:
        return rootFields(selection.selectionSet, document, seen);
      case Kind.FRAGMENT_SPREAD: {
        const { value: name } = selection.name;
        if (seen.has(name)) return [];
        seen.add(name);
        return document.definitions.flatMap((definition) =>
          definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name
            ? rootFields(definition.selectionSet, document, seen)
            : [],
        );
      }
    }
  });
}
