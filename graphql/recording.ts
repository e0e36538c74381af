import type { ApolloServerPlugin } from '@apollo/server';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
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
function rootFields(root: SelectionSetNode, document: DocumentNode): readonly string[] {
  const seen = new Set<string>();
  const below = ({ selections }: SelectionSetNode): readonly string[] => selections.flatMap(fieldsOf);
  const fieldsOf = (selection: SelectionNode): readonly string[] => {
    switch (selection.kind) {
      case Kind.FIELD:
        return [selection.name.value];
      case Kind.INLINE_FRAGMENT:
        return below(selection.selectionSet);
      case Kind.FRAGMENT_SPREAD: {
        const { value: name } = selection.name;
        const fragment = seen.has(name) ? undefined : fragmentNamed(name, document);
        seen.add(name);
        return fragment ? below(fragment.selectionSet) : [];
      }
    }
  };
  return below(root);
}

const fragmentNamed = (name: string, { definitions }: DocumentNode): FragmentDefinitionNode | undefined =>
  definitions.find(
    (definition): definition is FragmentDefinitionNode =>
      definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name,
  );
