/**
 * The built-in facts in the order of DESIGN 2 ("Built-in facts"), written down a second time on purpose:
 * a slip in the engine's own dictionary must not be repeated here.
 */
export const BUILT_IN: Readonly<Record<string, BuiltIn>> = {
  industries: { type: 'SET' },
  natures: {
    type: 'SET',
    options: ['NEW_BUILD', 'EXPANSION', 'RECONSTRUCTION', 'TECHNICAL_UPGRADE', 'RELOCATION'],
  },
  activities: { type: 'SET', options: ['PRODUCE', 'STORE', 'USE', 'TRADE', 'TRANSPORT'] },
  areas: { type: 'AREA' },
  earlierApproval: { type: 'APPROVAL' },
  purposes: {
    type: 'SET',
    options: [
      'SAFETY',
      'ENVIRONMENT',
      'ENERGY',
      'DIGITAL',
      'QUALITY',
      'HAZARD_RECTIFICATION',
      'SUPPORTING_UTILITY',
    ],
  },
  nationalClass: { type: 'CHOICE', options: ['ENCOURAGED', 'PERMITTED', 'RESTRICTED', 'ELIMINATED'] },
  hazardousChemicalProject: { type: 'FLAG' },
  totalInvestment: { type: 'NUMBER', unit: '万元' },
  investmentExcludingLand: { type: 'NUMBER', unit: '万元' },
  fixedAssetInvestment: { type: 'NUMBER', unit: '万元' },
  equipmentInvestment: { type: 'NUMBER', unit: '万元' },
  landArea: { type: 'NUMBER', unit: '亩', positive: true },
  totalInvestmentPerMu: { type: 'NUMBER', unit: '万元/亩', ratio: ['totalInvestment', 'landArea'] },
  fixedAssetInvestmentPerMu: { type: 'NUMBER', unit: '万元/亩', ratio: ['fixedAssetInvestment', 'landArea'] },
  taxPerMu: { type: 'NUMBER', unit: '万元/亩' },
  annualEnergy: { type: 'NUMBER', unit: 'tce' },
  exposedPersons: { type: 'NUMBER', unit: '人', integer: true },
  processes: { type: 'SET' },
  chemicals: { type: 'INVENTORY' },
  products: { type: 'PRODUCTS' },
  majorHazardLevel: { type: 'CHOICE', options: ['NONE', 'FOUR', 'THREE', 'TWO', 'ONE'] },
  combustibleDust: { type: 'FLAG' },
  labourIntensive: { type: 'FLAG' },
  firstOfKindProcess: { type: 'FLAG' },
  reactionRiskAssessed: { type: 'FLAG' },
  automaticControl: { type: 'FLAG' },
  safetyInstrumentedSystem: { type: 'FLAG' },
  'zone.kind': { type: 'CHOICE', zone: true },
  'zone.level': { type: 'CHOICE', zone: true },
  'zone.riskGrade': { type: 'CHOICE', zone: true },
  'zone.positioning': { type: 'SET', zone: true },
  'zone.suspended': { type: 'FLAG', zone: true },
};

export const DICTIONARY_ORDER: readonly string[] = Object.keys(BUILT_IN);

export interface BuiltIn {
  readonly type: 'NUMBER' | 'FLAG' | 'CHOICE' | 'SET' | 'AREA' | 'APPROVAL' | 'INVENTORY' | 'PRODUCTS';
  readonly options?: readonly string[];
  readonly unit?: string;
  readonly integer?: boolean;
  readonly positive?: boolean;
  /** Numerator and denominator of a derived number. */
  readonly ratio?: readonly [string, string];
  readonly zone?: boolean;
}
