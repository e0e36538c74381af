import type { Condition } from '../condition/condition.ts';
import type { Text } from '../values/text.ts';
import type { Activity, Day, Force, JurisdictionLevel, LegalBasis, Measure, Nature } from '../vocabulary.ts';

/** One line (条目) of a catalog. Lists are always there; an empty list means what DESIGN 2.2 says for it. */
export interface Entry {
  readonly code: string;
  /** Its place in the law as printed (印发文本中的序号): `（一）1`, `第6条`. */
  readonly printedAs?: string | null;
  /** Where it stands in its catalog: as an entry of this code would, where its own is not the order of the law. */
  readonly sortedAs?: string | null;
  readonly measure: Measure;
  readonly force: Force;
  readonly text: Text;
  readonly industries: IndustryScope;
  readonly natures: readonly Nature[];
  readonly activities: readonly Activity[];
  readonly territory: TerritoryScope;
  readonly when?: Condition | null;
  /** Its conditions are still to be written (条件待编写): it says more than `when` does, so nobody may be held to it. */
  readonly conditionsPending?: boolean | null;
  readonly exceptions: readonly Exception[];
  readonly requirements: readonly Requirement[];
  readonly validFrom?: Day | null;
  readonly validTo?: Day | null;
  readonly exemptIfApprovedBefore?: Day | null;
  readonly deadline?: Day | null;
  readonly replacement?: Text | null;
  readonly responsibility?: Responsibility | null;
  readonly basis: readonly LegalBasis[];
  readonly remark?: Text | null;
}

/** What an entry is as far as nothing is said of it (DESIGN 2.2). */
export const NOTHING_SAID = {
  force: 'MANDATORY',
  industries: { include: [], except: [] },
  natures: [],
  activities: [],
  territory: { include: [], except: [] },
  exceptions: [],
  requirements: [],
  basis: [],
} as const satisfies Partial<Entry>;

/** Ids of jurisdictions or areas below the catalog's own jurisdiction; empty `include` is all of it (DESIGN 2.2.3). */
export interface TerritoryScope {
  readonly include: readonly string[];
  readonly except: readonly string[];
}
export interface IndustryScope {
  readonly include: readonly string[];
  readonly except: readonly string[];
}
export interface Exception {
  readonly key: string;
  readonly text: Text;
  readonly when?: Condition | null;
  readonly discretionary: boolean;
  readonly decidedBy?: JurisdictionLevel | null;
}
export interface Requirement {
  readonly key: string;
  readonly text: Text;
  readonly when?: Condition | null;
  readonly evidence?: Text | null;
}
export interface Responsibility {
  readonly lead: string;
  readonly cooperating: readonly string[];
}

/** Every place that a territory names, the ones it leaves out among them. */
export const placesNamed = ({ territory }: Entry): readonly string[] => [
  ...territory.include,
  ...territory.except,
];

/** Whether meeting its condition still leaves evidence to hand in (DESIGN 2.4). */
export const asksForEvidence = ({ when, evidence }: Requirement): boolean => when == null || evidence != null;
