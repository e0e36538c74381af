import * as z from 'zod';
import { builtInFact } from './dictionary.ts';
import { code, day, declaredFact, distinctBy, key, nonBlank, text } from './fields.ts';
import type { JurisdictionRecord } from './jurisdiction.ts';
import { RISK_GRADES, regionId, ZONE_KINDS, ZONE_LEVELS, zoneId } from './jurisdiction.ts';
import { fault } from './shape.ts';

/** A name has to be there from the start: nothing in the register is a draft. */
const name = text.refine(({ zh }) => zh.trim() !== '', { ...fault('REQUIRED'), path: ['zh'] });

/** A region in the form of `RegisterRegionInput`, without the reason. */
export const regionRecord: z.ZodType<JurisdictionRecord> = z
  .strictObject({
    code,
    level: z.enum(['COUNTRY', 'PROVINCE', 'PREFECTURE', 'COUNTY']),
    name,
    parent: nonBlank.optional(),
    effectiveFrom: day,
  })
  .transform(({ code, level, name, parent, effectiveFrom }) => ({
    id: regionId(code),
    code,
    level,
    name,
    parent: parent ?? null,
    effectiveFrom,
  }));

/** A zone in the form of `RegisterZoneInput`, without the reason. */
export const zoneRecord: z.ZodType<JurisdictionRecord> = z
  .strictObject({
    code,
    name,
    parent: nonBlank,
    kind: z.enum(ZONE_KINDS),
    zoneLevel: z.enum(ZONE_LEVELS),
    riskGrade: z.enum(RISK_GRADES).optional(),
    positioning: z.array(nonBlank).default([]),
    areas: z
      .array(z.strictObject({ key, name }))
      .superRefine(distinctBy((area) => area.key))
      .default([]),
    suspended: z.boolean().default(false),
    facts: z
      .array(declaredFact)
      .superRefine(distinctBy((fact) => fact.key))
      .default([]),
    effectiveFrom: day,
  })
  .superRefine(({ kind, riskGrade, facts }, context) => {
    if (riskGrade && (riskGrade === 'NONE') === (kind === 'CHEMICAL_PARK'))
      context.addIssue(fault('RISK_GRADE_NOT_FITTING', { value: riskGrade, kind }, ['riskGrade']));
    facts.forEach((fact, place) => {
      if (builtInFact(fact.key))
        context.addIssue(fault('BUILT_IN_FACT', { value: fact.key }, ['facts', place, 'key']));
    });
  })
  .transform(
    ({
      code,
      name,
      parent,
      effectiveFrom,
      kind,
      riskGrade,
      zoneLevel,
      positioning,
      areas,
      suspended,
      facts,
    }) => ({
      id: zoneId(code),
      code,
      level: 'ZONE' as const,
      name,
      parent,
      effectiveFrom,
      zone: {
        kind,
        zoneLevel,
        riskGrade: riskGrade ?? (kind === 'CHEMICAL_PARK' ? ('UNRATED' as const) : ('NONE' as const)),
        positioning,
        areas,
        suspended,
        facts,
      },
    }),
  );
