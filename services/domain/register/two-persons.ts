import { sameValue } from '../values/canonical.ts';
import type { Day } from '../vocabulary.ts';
import type { JurisdictionRecord, ZoneFacts } from './jurisdiction.ts';
import type { RecordItem } from './register-change.ts';

/** Whether a change of the register takes two persons: entries test what it changes, or it changes days gone by. */
export const takesTwoPersons = (items: readonly RecordItem[], today: Day): boolean =>
  items.some(
    ({ record, before }) =>
      before !== null &&
      (record.effectiveFrom < today || TESTED.some((said) => !sameValue(said(record), said(before)))),
  );

type Said = (record: JurisdictionRecord) => unknown;

/** What entries test, or what says which catalogs apply; a name does neither. */
const ASPECTS: {
  readonly [Aspect in 'name' | 'parent' | 'closed' | keyof ZoneFacts]: Said | 'ONE_PERSON';
} = {
  name: 'ONE_PERSON',
  parent: ({ parent }) => parent,
  closed: ({ closed }) => closed ?? false,
  kind: ({ zone }) => zone?.kind,
  zoneLevel: ({ zone }) => zone?.zoneLevel,
  riskGrade: ({ zone }) => zone?.riskGrade,
  positioning: ({ zone }) => zone?.positioning,
  areas: ({ zone }) => zone?.areas,
  suspended: ({ zone }) => zone?.suspended,
  facts: ({ zone }) => zone?.facts,
};
const TESTED = Object.values(ASPECTS).filter((aspect) => aspect !== 'ONE_PERSON');
