import type { ApolloServerPlugin } from '@apollo/server';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { GraphQLError, parse, valueFromASTUntyped } from 'graphql';
import { Refusal } from '../../services/domain/messages/refusal.ts';
import { memoize } from '../../services/domain/values/memoize.ts';
import type { Context } from '../context.ts';
import { describeSchema } from '../describe-schema.ts';
import { extensionsOf } from '../errors.ts';
import { fieldsOfDocument } from '../selected-fields.ts';
import { describedTypeDefs } from '../type-defs.ts';
import { costRefusal } from './cost.ts';
import type { Variables } from './value-in.ts';

/** What is refused of a request once its query is known to be valid, and before anything of it is run. */
export const beforeExecution: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, document, operation, request, contextValue }) {
        // It may be unclear which operation is meant; the executor says so.
        if (!operation) return;
        if (asksForSchema(document, operation)) {
          if (!contextValue.showsSchema) throw refused(new Refusal('INTROSPECTION_NOT_ALLOWED'), 403);
          describedOnce(schema);
        }
        const variables = { ...defaultsOf(operation), ...request.variables };
        const cost = costRefusal({ schema, document, operation, variables });
        if (cost) throw refused(cost, 400);
      },
    };
  },
};

const refused = (refusal: Refusal, status: number): GraphQLError =>
  new GraphQLError(refusal.message, { extensions: { ...extensionsOf(refusal), http: { status } } });

/** These fields exist on the first level only. `__typename` names only what the query has asked for already. */
const asksForSchema = (document: DocumentNode, { selectionSet }: OperationDefinitionNode): boolean =>
  fieldsOfDocument(document)(selectionSet).some(({ node }) => SCHEMA_FIELDS.has(node.name.value));

const SCHEMA_FIELDS: ReadonlySet<string> = new Set(['__schema', '__type']);

/** Few requests ask for it, so that it need not be there when a function starts. */
const describedOnce = memoize((schema: GraphQLSchema) => {
  describeSchema(schema, parse(describedTypeDefs(), { noLocation: true }));
});

const defaultsOf = ({ variableDefinitions = [] }: OperationDefinitionNode): Variables =>
  Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
    ),
  );
