import * as z from 'zod';
import { ACTIVITIES, NATURES } from '../../../services/domain/vocabulary.ts';
import { known, oneOf, text, word, yesNo } from './words.ts';

/** A number as text, or with `json` as a JSON number, the way a careless caller sends it. */
const decimal = z.union([text, z.strictObject({ json: text })]);

/** An amount with its unit; alone it is in the unit of its fact. */
const quantity = z.union([decimal, z.strictObject({ number: decimal, unit: text.optional() })]);

/** What a product has in one unit. */
const amount = {
  capacity: known(decimal).optional(),
  addedCapacity: known(decimal).optional(),
  lineCapacities: known(z.array(decimal)).optional(),
};

/** A fact that a catalog defines, stated by a project or by the register. */
export const declared = z.strictObject({
  key: text,
  number: decimal.optional(),
  numbers: z.array(decimal).optional(),
  unit: text.optional(),
  flag: yesNo.optional(),
  choice: word.optional(),
  set: z.array(word).optional(),
  date: text.optional(),
});

/** What the applicant states: the facts side by side with the rest. Values are not checked here, that is the law's. */
export const project = z.strictObject({
  projectCode: text.optional(),
  unifiedSocialCreditCode: text.optional(),
  industries: known(z.array(decimal)).optional(),
  industryEdition: known(text).optional(),
  natures: known(z.array(oneOf(NATURES))).optional(),
  activities: known(z.array(oneOf(ACTIVITIES))).optional(),
  areas: known(z.array(text)).optional(),
  earlierApproval: known(text).optional(),
  totalInvestment: known(quantity).optional(),
  investmentExcludingLand: known(quantity).optional(),
  fixedAssetInvestment: known(quantity).optional(),
  equipmentInvestment: known(quantity).optional(),
  landArea: known(quantity).optional(),
  taxPerMu: known(quantity).optional(),
  annualEnergy: known(quantity).optional(),
  exposedPersons: known(text).optional(),
  purposes: known(z.array(word)).optional(),
  nationalClass: known(word).optional(),
  hazardousChemicalProject: known(yesNo).optional(),
  processes: known(z.array(word)).optional(),
  chemicals: known(
    z.array(
      z.strictObject({
        cas: decimal.optional(),
        name: text.optional(),
        withoutCas: yesNo.optional(),
        activities: z.array(oneOf(ACTIVITIES)).optional(),
        tonnes: known(decimal).optional(),
        fraction: known(decimal).optional(),
        specification: text.optional(),
        hazardClasses: known(z.array(text)).optional(),
      }),
    ),
  ).optional(),
  products: known(
    z.array(
      z.strictObject({
        product: text,
        unit: text,
        is: known(z.array(text)).optional(),
        ...amount,
        lines: known(text).optional(),
        otherAmounts: z.array(z.strictObject({ unit: text, ...amount })).optional(),
      }),
    ),
  ).optional(),
  majorHazardLevel: known(word).optional(),
  combustibleDust: known(yesNo).optional(),
  labourIntensive: known(yesNo).optional(),
  firstOfKindProcess: known(yesNo).optional(),
  reactionRiskAssessed: known(yesNo).optional(),
  automaticControl: known(yesNo).optional(),
  safetyInstrumentedSystem: known(yesNo).optional(),
  declared: z.array(declared).optional(),
  confirmations: z
    .array(z.strictObject({ entry: text, exception: text, confirmed: yesNo, document: text }))
    .optional(),
});
