import * as z from 'zod';
import { declaredFact } from '../facts/definition-shape.ts';
import { builtInFact } from '../facts/dictionary.ts';
import { regionId, zoneId } from '../ids.ts';
import { code, day, distinctBy, key, nonBlank, text } from '../messages/fields.ts';
import { fault, shown } from '../messages/read-input.ts';
import type { Details } from '../messages/refusal.ts';
import { isBlank } from '../values/is-blank.ts';
import { RISK_GRADES, ZONE_KINDS, ZONE_LEVELS } from '../vocabulary.ts';
import type { JurisdictionRecord } from './jurisdiction.ts';
import { gradeFits, usualGrade } from './jurisdiction.ts';

// What the register says of a jurisdiction, as it is put in: whole, and in a change.

/** A name has to be there from the start: nothing in the register is a draft. */
export const name = text.refine(({ zh }) => !isBlank(zh), { ...fault('REQUIRED'), path: ['zh'] });

/** There is no official list of positionings, so any key will do: what counts is that catalogs test the same one. */
export const positioning = z.array(nonBlank).superRefine(distinctBy((industry) => industry));

export const areas = z.array(z.strictObject({ key, name })).superRefine(distinctBy((area) => area.key));

/** Values of facts that catalogs define; the built-in ones have fields of their own. */
export const zoneFacts = z.array(declaredFact).superRefine((facts, context) => {
  const seen = new Set<string>();
  facts.forEach((fact, place) => {
    const refuse = (code: 'BUILT_IN_FACT' | 'DUPLICATE_FACT', details: Details) =>
      context.addIssue(fault(code, details, [place, 'key']));
    if (builtInFact(fact.key)) refuse('BUILT_IN_FACT', { value: fact.key });
    if (seen.has(fact.key)) refuse('DUPLICATE_FACT', { key: fact.key, value: shown(fact.value) });
    seen.add(fact.key);
  });
});

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
    positioning: positioning.default([]),
    areas: areas.default([]),
    suspended: z.boolean().default(false),
    facts: zoneFacts.default([]),
    effectiveFrom: day,
  })
  .superRefine(({ kind, riskGrade }, context) => {
    if (riskGrade && !gradeFits(kind, riskGrade))
      context.addIssue(fault('RISK_GRADE_NOT_FITTING', { value: riskGrade, kind }, ['riskGrade']));
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
        riskGrade: riskGrade ?? usualGrade(kind),
        positioning,
        areas,
        suspended,
        facts,
      },
    }),
  );
