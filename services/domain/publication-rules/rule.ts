import type {
  CatalogBeside,
  CatalogOnDay,
  LapsedDefinitions,
  Reference,
} from '../assessment/assessment-basis.ts';
import type { Witness } from '../assessment/witness.ts';
import type { CatalogContent, CatalogIdentity } from '../catalog/catalog.ts';
import type { VersionRecord } from '../catalog/version.ts';
import { definitionsIn } from '../engine/lineage.ts';
import type { Register } from '../register/register.ts';
import { memoize } from '../values/memoize.ts';
import type { Day } from '../vocabulary.ts';

/**
 * A rule that a version must meet to be published (DESIGN 3.4). Its sentence is the message, the documentation and
 * the name of its test.
 */
export interface PublicationRule {
  readonly code: RuleCode;
  /** ERROR blocks publication; a WARNING has to be acknowledged by rule and entry. */
  readonly severity: 'ERROR' | 'WARNING';
  readonly sentence: { readonly zh: string; readonly en: string };
  readonly violations: (publication: Publication) => Iterable<Violation>;
  /** Codes of the entries of which the rule could not be decided within its bound. Absent: it is always decided. */
  readonly undecided?: (publication: Publication) => Iterable<string>;
}
/** What a content may name besides what is built in: its own definitions and those of the catalogs beside and above. */
export const namableIn = memoize(
  ({ content, above, lapsed = [] }: Publication): readonly Pick<CatalogContent, 'facts' | 'lists'>[] => [
    content,
    ...definitionsIn({ catalogs: above, lapsed }),
  ],
);

export type RuleCode = `PR-${string}`;

/** What is to be published, and what it is checked against. */
export interface Publication {
  readonly catalog: CatalogIdentity;
  readonly content: CatalogContent;
  readonly effectiveFrom: Day;
  readonly effectiveTo?: Day | null;
  /** The versions published before. */
  readonly versions: readonly VersionRecord[];
  readonly register: Register;
  /** Every other catalog of the same jurisdiction and of those above it, as it stands on `effectiveFrom`. */
  readonly above: readonly CatalogBeside[];
  /** The versions in force on that day of every jurisdiction below; absent where nobody has read them. */
  readonly below?: readonly CatalogOnDay[];
  /** What the content names of those and none of them defines on `effectiveFrom`: the last definitions that counted. */
  readonly lapsed?: readonly LapsedDefinitions[];
  /** Versions of other catalogs that count on `effectiveFrom` or later and name definitions that the content changes. */
  readonly borrowers?: readonly Borrower[];
  readonly reference: Reference;
  /** Branches that each single question of the rules that reason may take. */
  readonly searchBound?: number;
  /** Work that all questions of these rules together may take (`engine/work.ts`). */
  readonly maxWork?: number;
}

export interface Borrower {
  readonly catalog: string;
  readonly number: number;
  /** Keys of the changed facts and lists that it names. */
  readonly keys: readonly string[];
}

export interface Violation {
  /** Code of the entry; null where it concerns the catalog as a whole. */
  readonly entry: string | null;
  /** Where in the entry or catalog, names and keys joined by dots. */
  readonly field: string;
  /** The value at fault, as a message quotes it. */
  readonly value: string;
  /** What is wrong in full sentences, where the rule alone does not say it. */
  readonly detail?: { readonly zh: string; readonly en: string };
  /** A project that shows it. */
  readonly witness?: Witness;
}
