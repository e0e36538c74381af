import * as z from 'zod';
import { day, distinctBy, nonBlank } from '../messages/fields.ts';
import { fault } from '../messages/read-input.ts';
import type { Day } from '../vocabulary.ts';
import type { JurisdictionChange } from './change-jurisdiction.ts';
import { name, zoneFields } from './registration-shape.ts';

/** A change and the day from which it holds. */
export interface DatedChange {
  readonly id: string;
  readonly effectiveFrom: Day;
  readonly change: JurisdictionChange;
}

/** In the form of `ChangeRegionInput`, without reason and acknowledgement. */
export const regionChange: z.ZodType<DatedChange> = z
  .strictObject({ region: nonBlank, effectiveFrom: day, name: name.optional(), parent: nonBlank.optional() })
  .transform(({ region, effectiveFrom, ...change }) => ({ id: region, effectiveFrom, change }))
  .superRefine(somethingGiven);

/** In the form of `ChangeZoneInput`, without reason and acknowledgement. */
export const zoneChange: z.ZodType<DatedChange> = z
  .strictObject({
    zone: nonBlank,
    effectiveFrom: day,
    name: name.optional(),
    parent: nonBlank.optional(),
    ...z.object(zoneFields).partial().shape,
    dropFacts: z
      .array(nonBlank)
      .superRefine(distinctBy((key) => key))
      .optional(),
  })
  .superRefine(({ facts = [], dropFacts = [] }, context) => {
    for (const [place, key] of dropFacts.entries())
      if (facts.some((fact) => fact.key === key))
        context.addIssue(fault('DUPLICATE_FACT', { key, value: key }, ['dropFacts', place]));
  })
  .transform(({ zone: id, effectiveFrom, name, parent, facts, dropFacts, ...zone }) => ({
    id,
    effectiveFrom,
    change: {
      ...(name && { name }),
      ...(parent && { parent }),
      ...(Object.keys(zone).length > 0 && { zone }),
      ...(facts?.length && { facts }),
      ...(dropFacts?.length && { dropFacts }),
    },
  }))
  .superRefine(somethingGiven);

/** In the form of `CloseJurisdictionInput`, without the reason. */
export const closing: z.ZodType<DatedChange> = z
  .strictObject({ jurisdiction: nonBlank, effectiveFrom: day })
  .transform(({ jurisdiction, effectiveFrom }) => ({
    id: jurisdiction,
    effectiveFrom,
    change: { closed: true as const },
  }));

function somethingGiven({ change }: DatedChange, context: z.core.$RefinementCtx<DatedChange>): void {
  if (Object.keys(change).length === 0) context.addIssue(fault('NOTHING_GIVEN', { field: 'input' }));
}
