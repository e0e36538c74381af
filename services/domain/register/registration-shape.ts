import * as z from 'zod';
import { declaredFact } from '../facts/definition-shape.ts';
import { builtInFact } from '../facts/dictionary.ts';
import { regionId, zoneId } from '../ids.ts';
import { code, day, distinctBy, key, nonBlank, text } from '../messages/fields.ts';
import { fault, shown } from '../messages/read-input.ts';
import { isBlank } from '../values/is-blank.ts';
import { RISK_GRADES, ZONE_KINDS, ZONE_LEVELS } from '../vocabulary.ts';
import type { JurisdictionRecord, ZoneFacts } from './jurisdiction.ts';
import { gradeFits, usualGrade } from './jurisdiction.ts';

// What the register says of a jurisdiction, as it is put in: whole, and in a change.

/** A name has to be there from the start: nothing in the register is a draft. */
export const name = text.refine(({ zh }) => !isBlank(zh), { ...fault('REQUIRED'), path: ['zh'] });

/** There is no official list of positionings, so any key will do: what counts is that catalogs test the same one. */
const positioning = z.array(nonBlank).superRefine(distinctBy((industry) => industry));

const areas = z.array(z.strictObject({ key, name })).superRefine(distinctBy((area) => area.key));

/** Values of facts that catalogs define; the built-in ones have fields of their own. */
const zoneFacts = z.array(declaredFact).superRefine((facts, context) => {
  const seen = new Set<string>();
  facts.forEach((fact, place) => {
    const path = [place, 'key'];
    if (builtInFact(fact.key)) context.addIssue(fault('BUILT_IN_FACT', { value: fact.key }, path));
    if (seen.has(fact.key))
      context.addIssue(fault('DUPLICATE_FACT', { key: fact.key, value: shown(fact.value) }, path));
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

/** What the register says of a zone, field by field. */
export const zoneFields = {
  kind: z.enum(ZONE_KINDS),
  zoneLevel: z.enum(ZONE_LEVELS),
  riskGrade: z.enum(RISK_GRADES),
  positioning,
  areas,
  suspended: z.boolean(),
  facts: zoneFacts,
} satisfies { readonly [Field in keyof ZoneFacts]-?: z.ZodType<ZoneFacts[Field]> };

/** A zone in the form of `RegisterZoneInput`, without the reason. */
export const zoneRecord: z.ZodType<JurisdictionRecord> = z
  .strictObject({
    code,
    name,
    parent: nonBlank,
    ...zoneFields,
    riskGrade: zoneFields.riskGrade.optional(),
    positioning: positioning.default([]),
    areas: areas.default([]),
    suspended: zoneFields.suspended.default(false),
    facts: zoneFacts.default([]),
    effectiveFrom: day,
  })
  .superRefine(({ kind, riskGrade }, context) => {
    if (riskGrade && !gradeFits(kind, riskGrade))
      context.addIssue(fault('RISK_GRADE_NOT_FITTING', { value: riskGrade, kind }, ['riskGrade']));
  })
  .transform(({ code, name, parent, effectiveFrom, riskGrade, ...zone }) => ({
    id: zoneId(code),
    code,
    level: 'ZONE' as const,
    name,
    parent,
    effectiveFrom,
    zone: { ...zone, riskGrade: riskGrade ?? usualGrade(zone.kind) },
  }));
