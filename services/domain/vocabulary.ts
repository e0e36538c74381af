// The words that the law and an answer are made of; everything else stands on them.

/** Decimals travel as strings, so that nothing is lost on the way. */
export type DecimalText = string;

/** A number as it came in: a string, or a JSON number of at most 15 significant digits. */
export type DecimalInput = string | number;

/** An amount as it came in: with its unit, or alone in the unit of the fact. */
export type QuantityInput = DecimalInput | { readonly number: DecimalInput; readonly unit?: string | null };

/** A calendar day in Asia/Shanghai, `2026-11-23`. Days compare as strings. */
export type Day = string;

export const ACTIVITIES = ['PRODUCE', 'STORE', 'USE', 'TRADE', 'TRANSPORT'] as const;
export type Activity = (typeof ACTIVITIES)[number];

export const MEASURES = ['PROHIBITED', 'RESTRICTED'] as const;
export type Measure = (typeof MEASURES)[number];

export const FORCES = ['MANDATORY', 'IN_PRINCIPLE'] as const;
export type Force = (typeof FORCES)[number];

export const NATURES = [
  'NEW_BUILD',
  'EXPANSION',
  'RECONSTRUCTION',
  'TECHNICAL_UPGRADE',
  'RELOCATION',
] as const;
export type Nature = (typeof NATURES)[number];

export interface LegalBasis {
  readonly document: string;
  readonly number?: string | null;
  readonly article?: string | null;
  readonly url?: string | null;
}

export const JURISDICTION_LEVELS = ['COUNTRY', 'PROVINCE', 'PREFECTURE', 'COUNTY', 'ZONE'] as const;
export type JurisdictionLevel = (typeof JURISDICTION_LEVELS)[number];

export const ZONE_KINDS = [
  'DEVELOPMENT_ZONE',
  'HIGH_TECH_ZONE',
  'INDUSTRIAL_PARK',
  'CHEMICAL_PARK',
  'OUTSIDE',
] as const;
export type ZoneKind = (typeof ZONE_KINDS)[number];

export const ZONE_LEVELS = ['NATIONAL', 'PROVINCIAL', 'OTHER'] as const;
export type ZoneLevel = (typeof ZONE_LEVELS)[number];

export const RISK_GRADES = ['A', 'B', 'C', 'D', 'UNRATED', 'NONE'] as const;
export type RiskGrade = (typeof RISK_GRADES)[number];

/** What a fact is about. */
export type FactSubject = 'PROJECT' | 'ZONE';

export type Truth = 'TRUE' | 'FALSE' | 'UNKNOWN';

/** What an applying entry does, gravest first (DESIGN 2.4). */
export const EFFECTS = ['REFUSE', 'REVIEW', 'CONDITION', 'NONE'] as const;
export type Effect = (typeof EFFECTS)[number];

export const OUTCOMES = ['ADMITTED', 'CONDITIONAL', 'NEEDS_INFORMATION', 'REVIEW', 'REFUSED'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** An outcome of one full set of facts, mildest first. */
export const SETTLED_OUTCOMES = ['ADMITTED', 'CONDITIONAL', 'REVIEW', 'REFUSED'] as const;
export type SettledOutcome = (typeof SETTLED_OUTCOMES)[number];

/** What an assessment says besides, which changes no outcome. */
export type NoticeCode =
  | 'PROJECT_CODE_LOOKS_MISTYPED'
  | 'INDUSTRY_READ'
  | 'CHEMICAL_READ'
  | 'MAJOR_HAZARD_LEVEL_DIFFERS'
  | 'DEFINITION_LAPSED';
/** How much an explanation says. */
export const EXPLANATION_DETAILS = ['DECISIVE', 'FULL'] as const;
export type ExplanationDetail = (typeof EXPLANATION_DETAILS)[number];

export type ReasonCode =
  | 'NO_CATALOG_IN_FORCE'
  | 'CATALOG_LAPSED'
  | 'ZONE_HAS_NO_CATALOG'
  | 'REGISTER_INCOMPLETE';
