import type { Activity, CapacityOf, ConditionInput, SubstanceInput } from '../generated/queries.ts';

/**
 * A condition as one builds it: groups of parts, and tests whose parts are chosen one after the other.
 *
 * INVARIANT: `conditionOf(formOf(condition))` is the condition, whatever it is.
 */
export type ConditionForm = Group | TestForm | Open;

export interface Group {
  readonly kind: 'all' | 'any' | 'not';
  readonly parts: readonly ConditionForm[];
}
/** A part of which nobody has said yet what it is about: it is no part of the condition. */
export interface Open {
  readonly kind: 'open';
}

export type TestForm =
  | {
      readonly kind: 'number';
      readonly fact: string;
      readonly unit: string | null;
      readonly bounds: readonly Bound[];
    }
  | { readonly kind: 'flag'; readonly fact: string; readonly is: boolean }
  | { readonly kind: 'choice'; readonly fact: string; readonly options: readonly string[] }
  | { readonly kind: 'set'; readonly fact: string; readonly way: Way; readonly options: readonly string[] }
  | { readonly kind: 'date'; readonly fact: string; readonly bounds: readonly DayBound[] }
  | {
      readonly kind: 'chemical';
      readonly scope: Scope;
      /** CAS number or key of the list. */
      readonly of: string;
      readonly activities: readonly Activity[] | null;
      /** In percent; null for any. */
      readonly fraction: readonly Bound[] | null;
      /** In tonnes. */
      readonly moreThan: string | null;
    }
  | {
      readonly kind: 'product';
      readonly product: string;
      readonly unit: string;
      readonly of: CapacityOf;
      readonly bounds: readonly Bound[];
    };

export interface Bound {
  readonly relation: Relation;
  readonly value: string;
}
interface DayBound {
  readonly relation: DayRelation;
  readonly value: string;
}

/** As one says them: the lower first. */
export const RELATIONS = ['atLeast', 'moreThan', 'atMost', 'lessThan'] as const;
type Relation = (typeof RELATIONS)[number];
export const DAY_RELATIONS = ['onOrAfter', 'before'] as const;
type DayRelation = (typeof DAY_RELATIONS)[number];
export const WAYS = ['includesAny', 'includesAll', 'includesNone'] as const;
type Way = (typeof WAYS)[number];
export const SCOPES = ['cas', 'list', 'outsideList', 'any'] as const;
type Scope = (typeof SCOPES)[number];

export function formOf(condition: ConditionInput): ConditionForm {
  if (condition.all) return { kind: 'all', parts: condition.all.map(formOf) };
  if (condition.any) return { kind: 'any', parts: condition.any.map(formOf) };
  if (condition.not) return { kind: 'not', parts: [formOf(condition.not)] };
  if (condition.number) {
    const { fact, unit = null, ...bounds } = condition.number;
    return { kind: 'number', fact, unit, bounds: boundsIn(bounds) };
  }
  if (condition.flag) return { kind: 'flag', ...condition.flag };
  if (condition.choice)
    return { kind: 'choice', fact: condition.choice.fact, options: condition.choice.oneOf };
  if (condition.set) {
    const { fact, ...ways } = condition.set;
    const way = WAYS.find((one) => ways[one] != null) ?? 'includesAny';
    return { kind: 'set', fact, way, options: ways[way] ?? [] };
  }
  if (condition.date) {
    const { fact, ...period } = condition.date;
    return { kind: 'date', fact, bounds: given(DAY_RELATIONS, period) };
  }
  if (condition.chemical) {
    const { substance, activities = null, fraction, moreThan = null } = condition.chemical;
    const scope = SCOPES.find((one) => substance[one] != null) ?? 'cas';
    return {
      kind: 'chemical',
      scope,
      of: scope === 'any' ? '' : (substance[scope] ?? ''),
      activities,
      fraction: fraction == null ? null : boundsIn(fraction),
      moreThan,
    };
  }
  if (condition.product) {
    const { product, unit, of, ...bounds } = condition.product;
    return { kind: 'product', product, unit, of, bounds: boundsIn(bounds) };
  }
  return { kind: 'open' };
}

/** The condition that was built; undefined where nothing of it was said. */
export function conditionOf(form: ConditionForm): ConditionInput | undefined {
  switch (form.kind) {
    case 'open':
      return undefined;
    case 'all':
    case 'any': {
      const parts = form.parts.flatMap((part) => conditionOf(part) ?? []);
      return parts.length === 0 ? undefined : ({ [form.kind]: parts } as unknown as ConditionInput);
    }
    case 'not': {
      const part = form.parts[0] && conditionOf(form.parts[0]);
      return part && { not: part };
    }
    case 'number': {
      const { fact, unit, bounds } = form;
      return { number: { fact, ...(unit !== null && { unit }), ...written(bounds) } };
    }
    case 'flag':
      return { flag: { fact: form.fact, is: form.is } };
    case 'choice':
      return { choice: { fact: form.fact, oneOf: form.options } };
    case 'set':
      return { set: { fact: form.fact, [form.way]: form.options } };
    case 'date':
      return { date: { fact: form.fact, ...written(form.bounds) } };
    case 'chemical': {
      const { scope, of, activities, fraction, moreThan } = form;
      return {
        chemical: {
          substance: { [scope]: scope === 'any' ? true : of } as unknown as SubstanceInput,
          ...(activities !== null && { activities }),
          ...(fraction !== null && { fraction: written(fraction) }),
          ...(moreThan !== null && { moreThan }),
        },
      };
    }
    case 'product': {
      const { product, unit, of, bounds } = form;
      return { product: { product, unit, of, ...written(bounds) } };
    }
  }
}

const boundsIn = (bounds: { readonly [Key in Relation]?: string | null | undefined }): readonly Bound[] =>
  given(RELATIONS, bounds);

const given = <Key extends string>(
  keys: readonly Key[],
  bounds: { readonly [Each in Key]?: string | null | undefined },
): readonly { readonly relation: Key; readonly value: string }[] =>
  keys.flatMap((relation) => {
    const value = bounds[relation];
    return value == null ? [] : [{ relation, value }];
  });

/** What is not filled in yet is not said. */
const written = (bounds: readonly { readonly relation: string; readonly value: string }[]) =>
  Object.fromEntries(bounds.flatMap(({ relation, value }) => (value === '' ? [] : [[relation, value]])));
