import type { AssessmentBasis, Reference } from '../../services/domain/assessment/assessment-basis.ts';
import type { CatalogContent } from '../../services/domain/catalog/catalog.ts';
import { type Names, namesFrom } from '../../services/domain/facts/names.ts';

/** What the things are called that the conditions of a content speak of. */
export const namesOfContent = (reference: Reference, catalog: string, content: CatalogContent): Names =>
  remembered(content, () => namesFrom(reference.names, new Map([[catalog, content]])));

/** What the things are called that an assessment on this basis speaks of. */
export const namesOfBasis = (basis: AssessmentBasis): Names =>
  remembered(basis, () =>
    namesFrom(
      basis.reference.names,
      new Map(
        basis.catalogs.flatMap(({ identity, inForce }) =>
          inForce ? [[identity.key, inForce.content] as const] : [],
        ),
      ),
    ),
  );

/** A basis serves a thousand projects, and a content many requests; their names are gathered once. */
const known = new WeakMap<object, Names>();

function remembered(of: object, gather: () => Names): Names {
  const names = known.get(of) ?? gather();
  known.set(of, names);
  return names;
}
