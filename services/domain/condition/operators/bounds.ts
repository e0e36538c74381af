import { BOUNDS } from '../../messages/fields.ts';
import { unitLabel } from '../../messages/labels.ts';
import { sayFrom } from '../../messages/sentences.ts';
import { sameValue } from '../../values/canonical.ts';
import { compare, parseDecimal } from '../../values/decimal.ts';
import type { Bounds } from '../../values/interval.ts';
import type { Words } from './words.ts';

/** All bounds that are given, empty where none is. */
export function boundsText(test: Bounds, unit: string, { locale }: Words): string {
  const say = sayFrom(SENTENCES)(locale);
  const label = unitLabel(unit, locale);
  const clauses = (['atLeast', 'moreThan', 'atMost', 'lessThan'] as const)
    .filter((bound) => test[bound] != null)
    .map((bound) => say(bound, { value: label ? `${test[bound]} ${label}` : test[bound]! }));
  return clauses.join(say('AND'));
}

const SENTENCES = {
  atLeast: { zh: '不低于 {value}', en: 'at least {value}' },
  moreThan: { zh: '超过 {value}', en: 'more than {value}' },
  atMost: { zh: '不超过 {value}', en: 'at most {value}' },
  lessThan: { zh: '低于 {value}', en: 'less than {value}' },
  AND: { zh: '且', en: ' and ' },
} as const;

/** Whether two tests ask the same but for their bounds, and whoever meets those of the one meets the other's. */
export const boundsImply = <T extends Bounds>(one: T, other: T): boolean =>
  sameValue(withoutBounds(one), withoutBounds(other)) && isWithin(one, other);

const withoutBounds = (test: Bounds) => ({
  ...test,
  ...Object.fromEntries(BOUNDS.map((bound) => [bound, null])),
});

/** Whether every number within the one bounds lies within the other ones. */
export function isWithin(one: Bounds, other: Bounds): boolean {
  const { lessThan, atMost, atLeast, moreThan } = other;
  return (
    (atLeast == null || exceeds(one.atLeast, atLeast, 0) || exceeds(one.moreThan, atLeast, 0)) &&
    (moreThan == null || exceeds(one.moreThan, moreThan, 0) || exceeds(one.atLeast, moreThan, 1)) &&
    (atMost == null || exceeds(atMost, one.atMost, 0) || exceeds(atMost, one.lessThan, 0)) &&
    (lessThan == null || exceeds(lessThan, one.lessThan, 0) || exceeds(lessThan, one.atMost, 1))
  );
}

/** Whether the one number is the other or above, or, with 1, above; false where one is not given. */
export function exceeds(
  one: string | null | undefined,
  other: string | null | undefined,
  by: 0 | 1,
): boolean {
  const left = one == null ? undefined : parseDecimal(one);
  const right = other == null ? undefined : parseDecimal(other);
  return left !== undefined && right !== undefined && compare(left, right) >= by;
}
