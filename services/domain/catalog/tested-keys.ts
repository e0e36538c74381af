import type { Condition } from '../condition/condition.ts';
import type { Entry } from './entry.ts';

/** A fact or substance list that a condition of an entry names. */
export interface TestedKey {
  readonly key: string;
  /** The exception whose test it is, where an authority may deny that exception; null otherwise. */
  readonly deniable: string | null;
}

/** The keys of all facts and substance lists that the conditions of an entry name. */
export function testedKeys(entry: Entry): readonly TestedKey[] {
  return [
    ...keysIn(entry.when).map((key) => ({ key, deniable: null })),
    ...entry.exceptions.flatMap((exception) =>
      keysIn(exception.when).map((key) => ({
        key,
        deniable: exception.discretionary ? exception.key : null,
      })),
    ),
    ...entry.requirements.flatMap(({ when }) => keysIn(when).map((key) => ({ key, deniable: null }))),
  ];
}

function keysIn(condition: Condition | null | undefined): readonly string[] {
  if (condition == null) return [];
  if ('all' in condition) return condition.all.flatMap(keysIn);
  if ('any' in condition) return condition.any.flatMap(keysIn);
  if ('not' in condition) return keysIn(condition.not);
  if ('number' in condition) return [condition.number.fact];
  if ('flag' in condition) return [condition.flag.fact];
  if ('choice' in condition) return [condition.choice.fact];
  if ('set' in condition) return [condition.set.fact];
  if ('date' in condition) return [condition.date.fact];
  if ('product' in condition) return [];
  const { substance } = condition.chemical;
  if ('list' in substance) return [substance.list];
  return 'outsideList' in substance ? [substance.outsideList] : [];
}
