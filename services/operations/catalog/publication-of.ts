import type { CatalogBeside, CatalogOnDay } from '../../domain/assessment/assessment-basis.ts';
import type { CatalogContent, CatalogIdentity, CatalogState } from '../../domain/catalog/catalog.ts';
import {
  borrowedKeys,
  changedDefinitions,
  definingCatalog,
  lastCounting,
} from '../../domain/catalog/definitions-used.ts';
import { testsOf } from '../../domain/catalog/tests-of.ts';
import { changesAfter } from '../../domain/catalog/version.ts';
import type { Borrower, Publication } from '../../domain/publication-rules/rule.ts';
import { liesBelow } from '../../domain/publication-rules/territory.ts';
import type { Register } from '../../domain/register/register.ts';
import { catalogsOfLineage, lineageOn } from '../../domain/register/register.ts';
import type { Day } from '../../domain/vocabulary.ts';
import type { Deps } from '../deps.ts';
import { loadContent } from '../read.ts';
import { catalogOnDay, versionsFrom } from './catalog-on-day.ts';
import { contentsOf, lapsedDefinitions } from './lapsed-definitions.ts';

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
export const publicationOf = async (deps: Deps, { content, ...rest }: ToBePublished): Promise<Publication> =>
  publicationWith(deps, { ...rest, content: await loadContent(deps, content) });

/** The same of a content that is stored nowhere. */
export async function publicationWith(
  deps: Deps,
  {
    state,
    register,
    content: read,
    effectiveFrom,
    effectiveTo,
  }: Omit<ToBePublished, 'content'> & { readonly content: CatalogContent },
): Promise<Publication> {
  const above = await catalogsBeside(deps, register, state, effectiveFrom);
  const namable = new Set(above.map(({ identity }) => identity.key));
  const options = { consistent: true };
  const lapsed = await lapsedDefinitions(
    deps,
    [{ key: state.key, content: read }, ...contentsOf(above)],
    effectiveFrom,
    options,
    // What was defined by a catalog that is above no more has to be defined anew.
    (catalog) => namable.has(catalog),
  );
  return {
    catalog: state,
    content: read,
    effectiveFrom,
    effectiveTo,
    versions: state.versions,
    register,
    above,
    below: testsProducts(read) ? await catalogsBelow(deps, register, state, effectiveFrom) : [],
    lapsed: lapsed.map(({ definitions }) => definitions),
    borrowers: await borrowersOf(deps, register, state, read, effectiveFrom),
    reference: deps.reference,
  };
}

/** The versions of other catalogs that name a definition which differs from the one that counts on a day without it. */
async function borrowersOf(
  deps: Deps,
  register: Register,
  { key, versions }: CatalogState,
  content: CatalogContent,
  on: Day,
): Promise<readonly Borrower[]> {
  const [counting] = lastCounting(versions, on);
  const before = counting && (await loadContent(deps, counting.content));
  // What it adds to the terms of others is none of theirs.
  const changed = before
    ? changedDefinitions(before, content).filter((each) => definingCatalog(each) === key)
    : [];
  if (changed.length === 0) return [];
  const borrowers: Borrower[] = [];
  for (const other of register.catalogs.keys()) {
    if (other === key) continue;
    for (const { number, content: its } of (await versionsFrom(deps, other, on)) ?? []) {
      const keys = changed.filter((each) => borrowedKeys(its).has(each));
      if (keys.length > 0) borrowers.push({ catalog: other, number, keys });
    }
  }
  return borrowers;
}

/**
 * Every other catalog of a catalog's jurisdiction and of those above it, as it stands on a day: what the publication
 * rules weigh a version against, for these stand in every zone below.
 */
function catalogsBeside(
  deps: Deps,
  register: Register,
  { key, jurisdiction }: CatalogIdentity,
  on: Day,
): Promise<readonly CatalogBeside[]> {
  const lineage = lineageOn(register, jurisdiction, on) ?? [];
  const others = catalogsOfLineage(register, lineage).filter((each) => each.key !== key);
  return Promise.all(
    others.map(async (identity) => {
      const { catalog, versions } = await catalogOnDay(deps, identity, on, { consistent: true });
      return { ...catalog, changesOn: changesAfter(versions, on) };
    }),
  );
}

/** Every catalog of the jurisdictions below, as it stands on a day: it may count the same products by another measure. */
function catalogsBelow(
  deps: Deps,
  register: Register,
  { jurisdiction }: CatalogIdentity,
  on: Day,
): Promise<readonly CatalogOnDay[]> {
  const below = [...register.catalogs.values()].filter((each) =>
    liesBelow(register, jurisdiction, each.jurisdiction, on),
  );
  return Promise.all(
    below.map(async (identity) => (await catalogOnDay(deps, identity, on, { consistent: true })).catalog),
  );
}

const testsProducts = (content: CatalogContent): boolean =>
  testsOf(content).some(({ mentions }) => mentions.product);
