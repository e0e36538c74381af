import {
  type ASTVisitor,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';
import { Refusal } from '../services/domain/refusal.ts';

/** The deepest introspection that tools send has 14 levels. */
const DEEPEST = 16;
/** Fields asked of `Query` or `Mutation` at once, aliases included: each may be a whole batch. */
const BROADEST = 25;

/** Refuses queries that no client needs and that would tie up the service (DESIGN 6). */
export function limits(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      const measured = new Map<FragmentDefinitionNode, Measure>();
      const { depth, breadth } = measure(operation.selectionSet, context, measured);
      const refusal =
        depth > DEEPEST
          ? new Refusal('QUERY_TOO_DEEP', { value: depth, allowed: DEEPEST })
          : breadth > BROADEST
            ? new Refusal('QUERY_TOO_BROAD', { value: breadth, allowed: BROADEST })
            : null;
      if (refusal)
        context.reportError(
          new GraphQLError(refusal.message, {
            nodes: operation,
            extensions: { code: refusal.code, zh: refusal.text('zh') },
          }),
        );
    },
  };
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
        case Kind.FIELD:
          return {
            depth:
              1 + (selection.selectionSet ? measure(selection.selectionSet, context, measured).depth : 0),
            breadth: 1,
          };
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
