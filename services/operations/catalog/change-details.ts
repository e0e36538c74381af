import type { Actor } from '../../domain/access/access.ts';
import { catalogDetail, catalogTitle } from '../../domain/catalog/catalog-shape.ts';
import type { Detail } from '../../domain/catalog/change.ts';
import { DETAILS } from '../../domain/catalog/change.ts';
import { tryShape } from '../../domain/messages/read-input.ts';
import { Refusal, Refusals } from '../../domain/messages/refusal.ts';
import type { Text } from '../../domain/values/text.ts';
import type { Deps } from '../deps.ts';
import type { CatalogRead } from '../read.ts';
import type { OfCatalog } from './change-catalog.ts';
import { edit, NOTHING } from './put-entries.ts';

export interface ChangeDetailsInput extends OfCatalog {
  readonly expectedRevision: number;
  /** What is not given stays; null takes issuer and document number away. A catalog always has a title. */
  readonly title?: Text | null;
  readonly issuer?: string | null;
  readonly documentNumber?: string | null;
}

/**
 * Changes what the draft says of the catalog itself.
 *
 * @throws Refusals faults of the input, STALE_REVISION for every detail changed by others since
 */
export async function changeDetails(
  deps: Deps,
  actor: Actor | null,
  input: ChangeDetailsInput,
): Promise<CatalogRead> {
  const given = DETAILS.filter((name) => input[name] !== undefined);
  if (given.length === 0) throw new Refusal('NOTHING_GIVEN', { field: DETAILS.join(' / ') });
  const header = readDetails(input, given);
  return edit(deps, actor, 'CHANGE_DETAILS', input, {
    touched: { ...NOTHING, details: given },
    yours: ({ name }) => header[name as Detail] ?? undefined,
    edit: async () => ({ header }),
  });
}

interface Details {
  readonly title?: Text;
  readonly issuer?: string | null;
  readonly documentNumber?: string | null;
}

/** @throws Refusals REQUIRED, WRONG_SHAPE, UNKNOWN_FIELD, TOO_LARGE */
function readDetails(input: ChangeDetailsInput, given: readonly Detail[]): Details {
  const refusals: Refusal[] = [];
  const read = Object.fromEntries(
    given.map((name) => {
      const value = input[name];
      if (name === 'title') return [name, tryShape(catalogTitle, value ?? undefined, [name], refusals)];
      return [name, value === null ? null : tryShape(catalogDetail, value, [name], refusals)];
    }),
  );
  if (refusals.length > 0) throw new Refusals(refusals);
  return read;
}
