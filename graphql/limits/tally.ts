import { type DocumentNode, Kind, visit } from 'graphql';

/** How often what is limited is written in a query: counted in one walk. */
export interface Tally {
  readonly fields: number;
  readonly aliases: number;
  readonly directives: number;
  readonly spreads: number;
}

export function tallyOf(document: DocumentNode): Tally {
  const tally = { fields: 0, aliases: 0, directives: 0, spreads: 0 };
  visit(document, {
    enter(node) {
      switch (node.kind) {
        case Kind.FIELD:
          tally.fields++;
          if (node.alias) tally.aliases++;
          break;
        case Kind.DIRECTIVE:
          tally.directives++;
          break;
        case Kind.FRAGMENT_SPREAD:
          tally.spreads++;
      }
    },
  });
  return tally;
}
