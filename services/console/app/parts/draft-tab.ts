import type { DraftHeadQuery } from '../generated/queries.ts';
import type { Query } from '../shell/router.ts';

/** What every tab of a draft gets. */
export interface DraftTabProps {
  readonly catalog: NonNullable<DraftHeadQuery['catalog']>;
  /** Null where none is open, or one may not see it. */
  readonly draft: NonNullable<DraftHeadQuery['catalog']>['draft'];
  readonly query: Query;
  /** Asks for catalog and draft anew: after whatever changes the revision. */
  readonly reload: () => void;
}
