import type { ApolloServerPlugin } from '@apollo/server';
import type { DocumentNode, FragmentDefinitionNode, OperationDefinitionNode } from 'graphql';
import { GraphQLError, Kind, valueFromASTUntyped } from 'graphql';
import type { Refusal } from '../../services/domain/messages/refusal.ts';
import type { Context } from '../context.ts';
import { extensionsOf } from '../errors.ts';
import { costRefusal } from './cost.ts';
import { introspectionRefusal } from './introspection.ts';
import type { Variables } from './value-in.ts';

/** What is refused of a request once its query is known to be valid, and before anything of it is run. */
export const beforeExecution: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, document, operation, request, contextValue }) {
        // Which operation is meant cannot always be told; the executor says so.
        if (!operation) return;
        const fragments = fragmentsOf(document);
        const introspection = contextValue.showsSchema ? null : introspectionRefusal(operation, fragments);
        if (introspection) throw refused(introspection, 403);
        const variables = { ...defaultsOf(operation), ...request.variables };
        const cost = costRefusal({ schema, operation, fragments, variables });
        if (cost) throw refused(cost, 400);
      },
    };
  },
};

const refused = (refusal: Refusal, status: number): GraphQLError =>
  new GraphQLError(refusal.message, { extensions: { ...extensionsOf(refusal), http: { status } } });

const fragmentsOf = ({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> =>
  new Map(
    definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );

const defaultsOf = ({ variableDefinitions = [] }: OperationDefinitionNode): Variables =>
  Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
    ),
  );
