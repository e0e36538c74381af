import { findJurisdiction } from '../find.ts';
import type { Resolvers } from '../generated/types.ts';

export const viewerResolvers: Resolvers = {
  Role: { EDITOR: 'editor', PUBLISHER: 'publisher', OFFICER: 'officer', ADMIN: 'admin' },
  Grant: {
    jurisdictionId: ({ jurisdiction }) => jurisdiction,
    jurisdiction: ({ jurisdiction }, _, context) => findJurisdiction(jurisdiction, context),
  },
  Viewer: { grants: ({ roles }) => roles },
  Query: { viewer: (_, __, { actor }) => actor },
};
