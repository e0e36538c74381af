import type { ASTVisitor, DocumentNode, ValidationContext } from 'graphql';
import { GraphQLError } from 'graphql';
import { extensionsOf } from '../errors.ts';
import { aliases } from './aliases.ts';
import { depth } from './depth.ts';
import { directives } from './directives.ts';
import { fields } from './fields.ts';
import { fragmentCycles } from './fragment-cycles.ts';
import { fragments } from './fragments.ts';
import type { Limit } from './limit.ts';
import { literalLists } from './literal-lists.ts';
import { operations } from './operations.ts';
import { repeatedArguments } from './repeated-arguments.ts';
import { rootFields } from './root-fields.ts';
import { tallyOf } from './tally.ts';
import { unfoldedFields } from './unfolded-fields.ts';

/** In this order, as the later ones rely on the earlier: the first that is exceeded is told. */
const LIMITS: readonly Limit[] = [
  operations,
  directives,
  aliases,
  fields,
  repeatedArguments,
  fragments,
  fragmentCycles,
  depth,
  rootFields,
  unfoldedFields,
  literalLists,
];

/** The validation rule that holds the limits of a query. What exceeds one is looked at no further. */
export function limits(context: ValidationContext): ASTVisitor {
  return {
    Document(document) {
      const tally = tallyOf(document);
      for (const limit of LIMITS) {
        const refusal = limit(document, tally);
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
