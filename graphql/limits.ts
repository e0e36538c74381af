import {
  type ASTVisitor,
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
  visit,
} from 'graphql';
import type { MessageCode } from '../services/domain/messages.ts';
import { Refusal } from '../services/domain/refusal.ts';
import { extensionsOf } from './errors.ts';

/** Tokens of a query. A few hundred projects fit into the text itself; more belong into variables. */
export const MOST_TOKENS = 20_000;
/** Fields as written. Whether fields of one name can be merged is asked pair by pair, before anything else is known. */
const MOST_FIELDS = 500;
/** The deepest introspection that tools send has 14 levels. */
const DEEPEST = 16;
/** Fields asked of `Query` or `Mutation` at once, aliases included: each may be a whole batch. */
const BROADEST = 25;

/** Refuses queries that no client needs and that would tie up the service (DESIGN 6). */
export function limits(context: ValidationContext): ASTVisitor {
  return {
    Document(document) {
      const fields = countFields(document);
      if (fields <= MOST_FIELDS) return;
      refuse(context, 'QUERY_TOO_LONG', fields, MOST_FIELDS);
      // Nothing else is to be asked of it: the other rules find it empty.
      (document as { definitions: DocumentNode['definitions'] }).definitions = [];
    },
    OperationDefinition(operation) {
      const { depth, breadth } = measure(operation.selectionSet, context, new Map());
      if (depth > DEEPEST) refuse(context, 'QUERY_TOO_DEEP', depth, DEEPEST, operation);
      if (breadth > BROADEST) refuse(context, 'QUERY_TOO_BROAD', breadth, BROADEST, operation);
    },
  };
}

function refuse(
  context: ValidationContext,
  code: MessageCode,
  value: number,
  allowed: number,
  nodes?: OperationDefinitionNode,
): void {
  const refusal = new Refusal(code, { value, allowed });
  context.reportError(new GraphQLError(refusal.message, { nodes, extensions: extensionsOf(refusal) }));
}

function countFields(document: DocumentNode): number {
  let fields = 0;
  visit(document, {
    Field: () => {
      fields++;
    },
  });
  return fields;
}

interface Measure {
  readonly depth: number;
  /** Fields on this level. */
  readonly breadth: number;
}

/** Each fragment is measured once, however often it is spread: a few of them can unfold into millions of fields. */
function measure(
  { selections }: SelectionSetNode,
  context: ValidationContext,
  measured: Map<FragmentDefinitionNode, Measure>,
): Measure {
  let depth = 0;
  let breadth = 0;
  for (const selection of selections) {
    const inner = ((): Measure => {
      switch (selection.kind) {
        case Kind.FIELD: {
          const below = selection.selectionSet ? measure(selection.selectionSet, context, measured).depth : 0;
          return { depth: 1 + below, breadth: 1 };
        }
        case Kind.INLINE_FRAGMENT:
          return measure(selection.selectionSet, context, measured);
        case Kind.FRAGMENT_SPREAD: {
          const fragment = context.getFragment(selection.name.value);
          return fragment ? measureFragment(fragment, context, measured) : NOTHING;
        }
      }
    })();
    depth = Math.max(depth, inner.depth);
    breadth += inner.breadth;
  }
  return { depth, breadth };
}

function measureFragment(
  fragment: FragmentDefinitionNode,
  context: ValidationContext,
  measured: Map<FragmentDefinitionNode, Measure>,
): Measure {
  const known = measured.get(fragment);
  if (known) return known;
  // A fragment that contains itself is refused by another rule; here it must only come to an end.
  measured.set(fragment, NOTHING);
  const found = measure(fragment.selectionSet, context, measured);
  measured.set(fragment, found);
  return found;
}

const NOTHING: Measure = { depth: 0, breadth: 0 };
