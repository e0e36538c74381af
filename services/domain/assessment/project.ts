import type { PlainFacts } from '../facts/dictionary.ts';
import type { StatedFact } from '../facts/fact.ts';
import type { Activity, Day, DecimalInput, Nature } from '../vocabulary.ts';

/** What an applicant states of a project, as it was sent: unchecked. Unset or null means unknown (DESIGN 2.3). */
export interface ProjectInput {
  readonly zone: string;
  readonly ref?: string | null;
  /** The day it is assessed for (受理日), that of the request where not given. */
  readonly on?: Day | null;
  readonly name?: string | null;
  readonly projectCode?: string | null;
  readonly unifiedSocialCreditCode?: string | null;
  /** Who would build it (建设单位); no rule reads it. */
  readonly applicant?: string | null;
  readonly industries?: readonly string[] | null;
  /** The edition of GB/T 4754 that the codes are of, 2017 where not given. */
  readonly industryEdition?: string | null;
  readonly natures?: readonly Nature[] | null;
  readonly activities?: readonly Activity[] | null;
  /** Keys of the areas of the zone; any of them counts. */
  readonly areas?: readonly string[] | null;
  readonly earlierApproval?: EarlierApproval | null;
  readonly facts?: FactsInput | null;
  readonly confirmations?: readonly Confirmation[] | null;
}
export interface EarlierApproval {
  readonly approvedOn?: string | null;
  readonly none?: boolean | null;
}
export interface Confirmation {
  readonly catalog: string;
  readonly entry: string;
  readonly exception: string;
  readonly confirmed: boolean;
  readonly document: string;
}
export interface FactsInput extends PlainFacts {
  readonly chemicals?: readonly ChemicalInput[] | null;
  readonly products?: readonly ProductInput[] | null;
  readonly declared?: readonly StatedFact[] | null;
}
/** A line has a CAS number or a name or both. */
export interface ChemicalInput {
  readonly cas?: string | null;
  readonly name?: string | null;
  /** A mixture or an article (混合物、物品) that is none of the listed substances. */
  readonly withoutCas?: boolean | null;
  /** As GB 18218-2018 table 1 words it, where it has several rows for a substance or demands something of it. */
  readonly specification?: string | null;
  /** Its classes by GB 18218-2018 table 2, by their symbols; empty: none of them. */
  readonly hazardClasses?: readonly string[] | null;
  readonly activities?: readonly Activity[] | null;
  readonly tonnes?: DecimalInput | null;
  /** Mass fraction (质量分数) in percent. */
  readonly fraction?: DecimalInput | null;
}
export interface ProductInput extends ProductAmountInput {
  readonly product: string;
  /** Number of lines. */
  readonly lines?: DecimalInput | null;
  /** The terms that it is, all of them, where its name does not say so; empty: none. */
  readonly is?: readonly string[] | null;
  /** What it has in units of other dimensions. */
  readonly otherAmounts?: readonly ProductAmountInput[] | null;
}
export interface ProductAmountInput {
  readonly unit: string;
  readonly capacity?: DecimalInput | null;
  readonly addedCapacity?: DecimalInput | null;
  /** The capacity of every line. */
  readonly lineCapacities?: readonly DecimalInput[] | null;
}
