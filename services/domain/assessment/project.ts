import type { DeclaredFact } from '../facts/fact.ts';
import type { Activity, Nature } from '../vocabulary.ts';

/** A number as it came in: a string, or a JSON number of at most 15 significant digits. */
export type DecimalInput = string | number;

/** What an applicant states of a project, as it was sent: unchecked. Unset or null means unknown (DESIGN 2.3). */
export interface ProjectInput {
  readonly zone: string;
  readonly ref?: string | null;
  readonly name?: string | null;
  readonly projectCode?: string | null;
  readonly unifiedSocialCreditCode?: string | null;
  readonly industries?: readonly string[] | null;
  readonly nature?: Nature | null;
  readonly activities?: readonly Activity[] | null;
  readonly area?: string | null;
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
export interface FactsInput {
  readonly totalInvestment?: DecimalInput | null;
  readonly investmentExcludingLand?: DecimalInput | null;
  readonly fixedAssetInvestment?: DecimalInput | null;
  readonly equipmentInvestment?: DecimalInput | null;
  readonly landArea?: DecimalInput | null;
  readonly taxPerMu?: DecimalInput | null;
  readonly annualEnergy?: DecimalInput | null;
  readonly exposedPersons?: DecimalInput | null;
  readonly purposes?: readonly string[] | null;
  readonly nationalClass?: string | null;
  readonly hazardousChemicalProject?: boolean | null;
  readonly processes?: readonly string[] | null;
  readonly chemicals?: readonly ChemicalInput[] | null;
  readonly products?: readonly ProductInput[] | null;
  readonly majorHazardLevel?: string | null;
  readonly combustibleDust?: boolean | null;
  readonly labourIntensive?: boolean | null;
  readonly firstOfKindProcess?: boolean | null;
  readonly reactionRiskAssessed?: boolean | null;
  readonly automaticControl?: boolean | null;
  readonly safetyInstrumentedSystem?: boolean | null;
  readonly declared?: readonly DeclaredFact[] | null;
}
export interface ChemicalInput {
  readonly cas: string;
  readonly specification?: string | null;
  readonly activities?: readonly Activity[] | null;
  readonly tonnes?: DecimalInput | null;
}
export interface ProductInput {
  readonly product: string;
  readonly unit: string;
  readonly capacity?: DecimalInput | null;
  readonly addedCapacity?: DecimalInput | null;
  readonly lines?: DecimalInput | null;
}
