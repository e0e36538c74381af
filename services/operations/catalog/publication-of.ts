import type { CatalogState } from '../../domain/catalog/catalog.ts';
import type { Publication } from '../../domain/publication-rules/rule.ts';
import type { Register } from '../../domain/register/register.ts';
import type { Day } from '../../domain/vocabulary.ts';
import type { Deps } from '../deps.ts';
import { loadContent } from '../read.ts';
import { catalogsBeside } from './catalog-on-day.ts';

/** A content that may become law, and the days on which it would be. */
export interface ToBePublished {
  readonly state: CatalogState;
  readonly register: Register;
  /** Hash of the blob that holds the content. */
  readonly content: string;
  readonly effectiveFrom: Day;
  readonly effectiveTo?: Day | null;
}

/** What the publication rules ask about, read together: checking a draft and publishing it see the same. */
export async function publicationOf(
  deps: Deps,
  { state, register, content, effectiveFrom, effectiveTo }: ToBePublished,
): Promise<Publication> {
  return {
    catalog: state,
    content: await loadContent(deps, content),
    effectiveFrom,
    effectiveTo,
    versions: state.versions,
    register,
    above: await catalogsBeside(deps, register, state, effectiveFrom),
    reference: deps.reference,
  };
}
