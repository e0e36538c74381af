import { type GraphQLSchema, parse } from 'graphql';
import { assessmentResolvers } from './assessment/resolvers.ts';
import { batchesResolvers } from './batches/resolvers.ts';
import { catalogsResolvers } from './catalogs/resolvers.ts';
import { classificationResolvers } from './classification/resolvers.ts';
import { comparisonResolvers } from './comparison/resolvers.ts';
import { decisionsResolvers } from './decisions/resolvers.ts';
import { draftLifeResolvers } from './draft-life/resolvers.ts';
import { entriesResolvers } from './entries/resolvers.ts';
import { executableSchema } from './executable-schema.ts';
import { factsResolvers } from './facts/resolvers.ts';
import { historyResolvers } from './history/resolvers.ts';
import { countItems } from './limits/count-items.ts';
import { locateRefusals } from './locate-refusals.ts';
import { productsResolvers } from './products/resolvers.ts';
import { projectResolvers } from './project/resolvers.ts';
import { proposalsResolvers } from './proposals/resolvers.ts';
import { publicationResolvers } from './publication/resolvers.ts';
import { registerResolvers } from './register/resolvers.ts';
import { registerChangesResolvers } from './register-changes/resolvers.ts';
import { stagedEditsResolvers } from './staged-edits/resolvers.ts';
import { substancesResolvers } from './substances/resolvers.ts';
import { typeDefs } from './type-defs.ts';
import { viewerResolvers } from './viewer/resolvers.ts';
import { vocabularyResolvers } from './vocabulary/resolvers.ts';
import { withdrawalsResolvers } from './withdrawals/resolvers.ts';
import { zoneSearchResolvers } from './zone-search/resolvers.ts';

/** The executable schema of the public API. */
export function createSchema(): GraphQLSchema {
  const schema = executableSchema(parse(typeDefs, { noLocation: true }), [
    vocabularyResolvers,
    registerResolvers,
    registerChangesResolvers,
    classificationResolvers,
    substancesResolvers,
    productsResolvers,
    catalogsResolvers,
    draftLifeResolvers,
    stagedEditsResolvers,
    publicationResolvers,
    proposalsResolvers,
    withdrawalsResolvers,
    entriesResolvers,
    comparisonResolvers,
    factsResolvers,
    projectResolvers,
    assessmentResolvers,
    zoneSearchResolvers,
    decisionsResolvers,
    batchesResolvers,
    historyResolvers,
    viewerResolvers,
  ]);
  countItems(schema);
  locateRefusals(schema);
  return schema;
}
