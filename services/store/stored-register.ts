import * as z from 'zod';
import { proposalOf } from '../domain/access/proposal.ts';
import type { DeclaredFact, FactValue } from '../domain/facts/fact.ts';
import type { Area, JurisdictionRecord, ZoneFacts } from '../domain/register/jurisdiction.ts';
import type { RegisterAct } from '../domain/register/register-act.ts';
import { JURISDICTION_LEVELS, RISK_GRADES, ZONE_KINDS, ZONE_LEVELS } from '../domain/vocabulary.ts';
import { fields } from './reading.ts';
import { registeredCatalog, text } from './stored-catalog.ts';

const factValue = fields<FactValue>()({
  number: z.union([z.string(), z.number()]).nullish(),
  numbers: z.array(z.union([z.string(), z.number()])).nullish(),
  flag: z.boolean().nullish(),
  choice: z.string().nullish(),
  set: z.array(z.string()).nullish(),
  date: z.string().nullish(),
});

const zone = fields<ZoneFacts>()({
  kind: z.enum(ZONE_KINDS),
  zoneLevel: z.enum(ZONE_LEVELS),
  riskGrade: z.enum(RISK_GRADES),
  positioning: z.array(z.string()),
  areas: z.array(fields<Area>()({ key: z.string(), name: text })),
  suspended: z.boolean(),
  facts: z.array(fields<DeclaredFact>()({ key: z.string(), value: factValue })),
});

export const jurisdictionRecord: z.ZodType<JurisdictionRecord> = fields<JurisdictionRecord>()({
  id: z.string(),
  code: z.string(),
  level: z.enum(JURISDICTION_LEVELS),
  name: text,
  parent: z.string().nullable(),
  effectiveFrom: z.string(),
  closed: z.boolean().optional(),
  zone: zone.optional(),
});

export const registerProposal = proposalOf<RegisterAct>(
  fields<RegisterAct>()({ records: z.array(jurisdictionRecord), acknowledgeLostTerritory: z.boolean() }),
);

/** One line of the register. */
export const registerLine = z.union([
  z.strictObject({ jurisdiction: jurisdictionRecord }),
  z.strictObject({ catalog: registeredCatalog }),
  z.strictObject({ proposal: registerProposal }),
]);
export type RegisterLine = z.infer<typeof registerLine>;
