import type { Entry, Exception, IndustryScope, Requirement, TerritoryScope } from '../catalog/entry.ts';
import { sameValue } from '../values/canonical.ts';
import type { FieldChange, FieldKinds } from './field-change.ts';
import { fieldChange, fieldChanges } from './field-change.ts';

/**
 * The fields in which two entries differ, in the order in which an entry is read; none exactly if their canonical JSON
 * is the same. Exceptions and requirements are identified by their keys.
 *
 * @param before undefined if there was no entry: every field that is stated is then a change
 * @param after undefined if the entry was removed
 */
export function entryDifference(before: Entry | undefined, after: Entry | undefined): readonly FieldChange[] {
  if (before === after) return [];
  const changes = differing(before ?? NO_ENTRY, after ?? NO_ENTRY);
  if (before && after) return changes;
  return changes.map((change) => ({ ...change, [before ? 'after' : 'before']: null }));
}

const differing = (from: Partial<Entry>, to: Partial<Entry>): readonly FieldChange[] => [
  ...fieldChanges(WHAT, from, to),
  ...fieldChanges(SCOPE, from.industries ?? NO_SCOPE, to.industries ?? NO_SCOPE, ['industries']),
  ...fieldChanges(NATURES_AND_ACTIVITIES, from, to),
  ...fieldChanges(TERRITORY, from.territory ?? NO_TERRITORY, to.territory ?? NO_TERRITORY, ['territory']),
  ...fieldChanges(WHEN, from, to),
  ...keyed('EXCEPTION', EXCEPTION, 'exceptions', from.exceptions ?? [], to.exceptions ?? []),
  ...keyed('REQUIREMENT', REQUIREMENT, 'requirements', from.requirements ?? [], to.requirements ?? []),
  ...fieldChanges(REST, from, to),
];

/**
 * An entry that does not exist has empty lists, like an entry without any. Only the industries always count as a
 * change, because an empty list of them means every industry.
 */
const NO_ENTRY: Partial<Entry> = {
  natures: [],
  activities: [],
  exceptions: [],
  requirements: [],
  basis: [],
};
const NO_SCOPE: Partial<IndustryScope> = { except: [] };
const NO_TERRITORY: TerritoryScope = { include: [], except: [] };

const WHAT: FieldKinds<Pick<Entry, 'code' | 'printedAs' | 'sortedAs' | 'measure' | 'force' | 'text'>> = {
  code: 'WORD',
  printedAs: 'WORD',
  sortedAs: 'WORD',
  measure: 'MEASURE',
  force: 'FORCE',
  text: 'TEXT',
};
const SCOPE: FieldKinds<IndustryScope> = { include: 'INDUSTRIES', except: 'INDUSTRIES' };
const NATURES_AND_ACTIVITIES: FieldKinds<Pick<Entry, 'natures' | 'activities'>> = {
  natures: 'NATURES',
  activities: 'ACTIVITIES',
};
const TERRITORY: FieldKinds<TerritoryScope> = { include: 'PLACES', except: 'PLACES' };
const WHEN: FieldKinds<Pick<Entry, 'validFrom' | 'validTo' | 'exemptIfApprovedBefore' | 'when'>> = {
  validFrom: 'DAY',
  validTo: 'DAY',
  exemptIfApprovedBefore: 'DAY',
  when: 'CONDITION',
};
const EXCEPTION: FieldKinds<Omit<Exception, 'key'>> = {
  text: 'TEXT',
  when: 'CONDITION',
  discretionary: 'YES_OR_NO',
  decidedBy: 'LEVEL',
};
const REQUIREMENT: FieldKinds<Omit<Requirement, 'key'>> = {
  text: 'TEXT',
  when: 'CONDITION',
  evidence: 'TEXT',
};
/** All fields that are in no table above: a new field of an entry does not compile without its kind. */
const REST: FieldKinds<
  Omit<
    Entry,
    | keyof typeof WHAT
    | keyof typeof NATURES_AND_ACTIVITIES
    | keyof typeof WHEN
    | 'industries'
    | 'territory'
    | 'exceptions'
    | 'requirements'
  >
> = {
  conditionsPending: 'YES_OR_NO',
  deadline: 'DAY',
  replacement: 'TEXT',
  responsibility: 'RESPONSIBILITY',
  basis: 'BASIS',
  remark: 'TEXT',
};

/** What was added, changed and removed in a list whose items have keys, and the order if it changed besides. */
function keyed<T extends { readonly key: string }>(
  kind: 'EXCEPTION' | 'REQUIREMENT',
  kinds: FieldKinds<Omit<T, 'key'>>,
  field: 'exceptions' | 'requirements',
  before: readonly T[],
  after: readonly T[],
): readonly FieldChange[] {
  if (sameValue(before, after)) return [];
  const older = new Map(before.map((item) => [item.key, item]));
  const newer = new Map(after.map((item) => [item.key, item]));
  const removed = before.filter(({ key }) => !newer.has(key));
  const changes = after.flatMap((item) => {
    const path = [field, item.key];
    const known = older.get(item.key);
    return known ? fieldChanges(kinds, known, item, path) : [fieldChange(kind, path, null, item)];
  });
  const stayed = before.filter(({ key }) => newer.has(key));
  const expected = [...stayed, ...after.filter(({ key }) => !older.has(key))].map(({ key }) => key);
  const keys = after.map(({ key }) => key);
  return [
    ...removed.map((item) => fieldChange(kind, [field, item.key], item, null)),
    ...changes,
    ...(sameValue(expected, keys)
      ? []
      : [
          fieldChange(
            'ORDER',
            [field],
            before.map(({ key }) => key),
            keys,
          ),
        ]),
  ];
}
