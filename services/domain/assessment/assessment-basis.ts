import type { CatalogContent, CatalogIdentity } from '../catalog/catalog.ts';
import type { Standing } from '../catalog/version.ts';
import type { Classification, Industry, SearchSuggestion } from '../facts/industry.ts';
import type { ReferenceNames } from '../facts/names.ts';
import type { BuiltInTerm, BuiltInTerms } from '../facts/product-term.ts';
import type { BuiltInList, MajorHazardTables, Substance } from '../facts/substance.ts';
import type { JurisdictionRecord } from '../register/jurisdiction.ts';
import type { Text } from '../values/text.ts';
import type { Day } from '../vocabulary.ts';

/** Everything an assessment rests on besides the project: pure data, read before. */
export interface AssessmentBasis {
  readonly on: Day;
  /** The zone and its ancestors as they are on that day, country first, the zone last. */
  readonly lineage: readonly JurisdictionRecord[];
  /** Every catalog of every jurisdiction of the lineage, country first, then by key. */
  readonly catalogs: readonly CatalogOnDay[];
  /** Definitions that these name and that no version in force above has: the last that counted (DESIGN 2.1). */
  readonly lapsed: readonly LapsedDefinitions[];
  readonly reference: Reference;
}

/** What a version defines that is not in force here, and what is read of it all the same. */
export interface LapsedDefinitions extends VersionOnDay {
  readonly catalog: string;
  /** Keys of facts, substance lists and product terms. */
  readonly keys: readonly string[];
}

/** How one catalog stands on the day, and what it says where a version is in force. */
export interface CatalogOnDay {
  readonly identity: CatalogIdentity;
  readonly standing: Standing['kind'];
  /** Present exactly where the standing is IN_FORCE. */
  readonly inForce?: VersionOnDay;
}
/** A catalog that is read beside another: how it stands on a day, and until when as far as is recorded. */
export interface CatalogBeside extends CatalogOnDay {
  /** The first later day on which it no longer stands so. */
  readonly changesOn: Day | null;
}
export interface VersionOnDay {
  readonly number: number;
  readonly contentHash: string;
  readonly content: CatalogContent;
}

/** Reference data that come with the software. */
export interface Reference {
  readonly classification: Classification;
  /** The built-in substance lists, KEY_SUPERVISED and so on. */
  readonly lists: readonly BuiltInList[];
  readonly listsHash: string;
  /** The CAS numbers of all substances with a name or alias; none where nobody knows it. */
  readonly substancesNamed: (name: string) => readonly string[];
  /** By which the level of a major hazard source is computed. */
  readonly majorHazard: MajorHazardTables;
  /** What products are called. */
  readonly productTerms: BuiltInTerms;
  /** What it all is called, for sentences; no part of any decision. */
  readonly names: ReferenceNames;
  /** Finding things in it; no part of any decision. */
  readonly search: ReferenceSearch;
}

export interface ReferenceSearch {
  /** Industries by code or by words, best first. */
  readonly industries: (query: string, first: number) => readonly Industry[];
  /** What to try where a search for industries finds nothing. */
  readonly suggestions: (query: string) => readonly SearchSuggestion[];
  /** Substances by CAS number, name or alias, best first. */
  readonly substances: (query: string, first: number) => readonly Substance[];
  /** Product terms by name or alias, best first. */
  readonly productTerms: (query: string, first: number) => readonly BuiltInTerm[];
  /** Whether something of a name and code that somebody has given it is found by a text, worked out once for each text. */
  readonly named: (text: string) => (name: Text, code: string) => boolean;
}
