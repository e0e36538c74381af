import { type DocumentNode, Kind, visit } from 'graphql';
import { memoize } from '../../services/domain/values/memoize.ts';

/** How often what is limited is written in a query: counted in one walk. */
export const tallyOf = memoize((document: DocumentNode) => {
  const tally = { fields: 0, aliases: 0, directives: 0, spreads: 0 };
  visit(document, {
    enter(node) {
      if (node.kind === Kind.FIELD) tally.fields++;
      if (node.kind === Kind.FIELD && node.alias) tally.aliases++;
      if (node.kind === Kind.DIRECTIVE) tally.directives++;
      if (node.kind === Kind.FRAGMENT_SPREAD) tally.spreads++;
    },
  });
  return tally;
});
