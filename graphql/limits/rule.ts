import type { ASTVisitor, DocumentNode, ValidationContext } from 'graphql';
import { GraphQLError } from 'graphql';
import { extensionsOf } from '../errors.ts';
import { fragmentsOf, operationsOf } from '../selected-fields.ts';
import { fragmentCycles } from './fragment-cycles.ts';
import { atMost, type Limit } from './limit.ts';
import { literalLists } from './literal-lists.ts';
import { printedArguments } from './printed-arguments.ts';
import { shapeOf } from './query-shape.ts';
import { tallyOf } from './tally.ts';

/** In this order, as the later ones rely on the earlier: the first that is exceeded is reported. */
const LIMITS: readonly Limit[] = [
  // A request runs one of its operations; each is checked whichever it is.
  atMost(20, 'QUERY_TOO_MANY_OPERATIONS', (document) => operationsOf(document).length),
  // Each is looked up and compared with its neighbours, known or not.
  atMost(50, 'QUERY_TOO_MANY_DIRECTIVES', (document) => tallyOf(document).directives),
  // With aliases one field can be asked any number of times.
  atMost(100, 'QUERY_TOO_MANY_ALIASES', (document) => tallyOf(document).aliases),
  // Fields of one name are compared pair by pair to see whether they can be merged, so their number counts squared.
  atMost(500, 'QUERY_TOO_LONG', (document) => tallyOf(document).fields),
  atMost(50_000, 'QUERY_TOO_COSTLY', printedArguments),
  // Spreads of fragments, and fragments themselves: used or not, each is compared with each.
  atMost(100, 'QUERY_TOO_MANY_FRAGMENTS', (document) =>
    Math.max(fragmentsOf(document).length, tallyOf(document).spreads),
  ),
  fragmentCycles,
  // The deepest introspection that tools send has 14 levels.
  atMost(16, 'QUERY_TOO_DEEP', (document) => shapeOf(document).depth),
  // Fields asked of `Query` or `Mutation` at once: each may be a whole batch.
  atMost(25, 'QUERY_TOO_BROAD', (document) => shapeOf(document).breadth),
  // Twenty-five fragments that spread the next one twice make 33 million fields.
  atMost(2_000, 'QUERY_TOO_LONG', (document) => shapeOf(document).size),
  literalLists,
];

/** The validation rule that holds the limits of a query. What exceeds one is looked at no further. */
export function limits(context: ValidationContext): ASTVisitor {
  return {
    Document(document) {
      for (const limit of LIMITS) {
        const refusal = limit(document);
        if (!refusal) continue;
        context.reportError(new GraphQLError(refusal.message, { extensions: extensionsOf(refusal) }));
        // The rules of the library walk through the text together with this one, and some of them take time that
        // grows with its square: they find it empty.
        (document as { definitions: DocumentNode['definitions'] }).definitions = [];
        return;
      }
    },
  };
}
