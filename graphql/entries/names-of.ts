import type { AssessmentBasis, Reference } from '../../services/domain/assessment/assessment-basis.ts';
import type { CatalogContent } from '../../services/domain/catalog/catalog.ts';
import { type Names, namesFrom } from '../../services/domain/facts/names.ts';
import { memoize, memoizeByKey } from '../../services/domain/values/memoize.ts';

/** What the things are called that the conditions of a content speak of. A content serves many requests. */
export const namesOfContent = (reference: Reference, catalog: string, content: CatalogContent): Names =>
  namesIn(reference)(content)(catalog);

const namesIn = memoize((reference: Reference) =>
  memoize((content: CatalogContent) =>
    memoizeByKey((catalog: string) => namesFrom(reference.names, new Map([[catalog, content]]))),
  ),
);

/** What the things are called that an assessment on this basis speaks of. A basis serves a thousand projects. */
export const namesOfBasis = memoize(
  (basis: AssessmentBasis): Names =>
    namesFrom(
      basis.reference.names,
      new Map([
        ...basis.lapsed.map(({ catalog, content }) => [catalog, content] as const),
        ...basis.catalogs.flatMap(({ identity, inForce }) =>
          inForce ? [[identity.key, inForce.content] as const] : [],
        ),
      ]),
    ),
);
