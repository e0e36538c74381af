import type { Exception, Requirement, Responsibility } from '../catalog/entry.ts';
import type { Condition } from '../condition/condition.ts';
import type { FactType, MemberFraction, Ratio } from '../facts/fact.ts';
import { sameValue } from '../values/canonical.ts';
import type { Text } from '../values/text.ts';
import type {
  Activity,
  Day,
  FactSubject,
  Force,
  JurisdictionLevel,
  LegalBasis,
  Measure,
  Nature,
} from '../vocabulary.ts';

/** The values of fields that can change, by a kind that determines how they are put in words. */
export interface FieldValues {
  readonly WORD: string;
  readonly TEXT: Text;
  readonly DAY: Day;
  readonly YES_OR_NO: boolean;
  readonly CONDITION: Condition;
  readonly MEASURE: Measure;
  readonly FORCE: Force;
  readonly LEVEL: JurisdictionLevel;
  readonly FACT_TYPE: FactType;
  readonly FACT_SUBJECT: FactSubject;
  readonly RATIO: Ratio;
  readonly RESPONSIBILITY: Responsibility;
  readonly EXCEPTION: Exception;
  readonly REQUIREMENT: Requirement;
  readonly INDUSTRIES: readonly string[];
  readonly NATURES: readonly Nature[];
  readonly ACTIVITIES: readonly Activity[];
  readonly PLACES: readonly string[];
  readonly SUBSTANCES: readonly string[];
  readonly FRACTIONS: readonly MemberFraction[];
  readonly OPTIONS: readonly string[];
  readonly BASIS: readonly LegalBasis[];
  /** The keys of exceptions or requirements, if those that stay are in another order. */
  readonly ORDER: readonly string[];
}
export type FieldKind = keyof FieldValues;

/**
 * One field that differs, with its values as data; null for no value.
 *
 * Lists that mean sets are given whole, so that another order still differs from no change at all, as it does in the
 * content hash.
 */
export type FieldChange = { readonly [Kind in FieldKind]: ChangeOf<Kind> }[FieldKind];
export interface ChangeOf<Kind extends FieldKind> {
  readonly kind: Kind;
  /** E.g. `['when']`, `['industries', 'include']`, `['requirements', 'opinion', 'when']`. Keys may have dots in them. */
  readonly path: readonly string[];
  readonly before: FieldValues[Kind] | null;
  readonly after: FieldValues[Kind] | null;
}

/** The kind of every field of a type; the compiler names a field that is forgotten. */
export type FieldKinds<T> = {
  readonly [Field in keyof T]-?: KindOf<NonNullable<T[Field]>>;
};
type KindOf<Value> = { [Kind in FieldKind]: Value extends FieldValues[Kind] ? Kind : never }[FieldKind];

/** The fields of two items that differ, in the order of `kinds`. */
export function fieldChanges<T extends object>(
  kinds: FieldKinds<T>,
  before: Partial<T>,
  after: Partial<T>,
  path: readonly string[] = [],
): readonly FieldChange[] {
  const fields = Object.keys(kinds) as (keyof T & string)[];
  return fields
    .filter((field) => !sameValue(before[field], after[field]))
    .map((field) => fieldChange(kinds[field], [...path, field], before[field], after[field]));
}

/** INVARIANT: the values are of the kind; callers take both from one table that the compiler checks. */
export const fieldChange = (
  kind: FieldKind,
  path: readonly string[],
  before: unknown,
  after: unknown,
): FieldChange => ({ kind, path, before: before ?? null, after: after ?? null }) as FieldChange;
