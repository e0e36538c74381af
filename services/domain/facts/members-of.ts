import type { Interval } from '../values/interval.ts';
import { intervalOf } from '../values/interval.ts';
import { memoize } from '../values/memoize.ts';
import type { SubstanceList } from './fact.ts';
import type { BuiltInList, Membership } from './substance.ts';

/** The CAS numbers of a list, each with the mass fractions in percent in which it is a member; none: in any. */
export type SubstanceMembers = ReadonlyMap<string, readonly Interval[]>;

/** For looking up: the catalogue of hazardous chemicals alone has 2 678 numbers. */
export const membersOf = memoize((list: SubstanceList | BuiltInList): SubstanceMembers => {
  const members = new Map<string, readonly Interval[]>(
    'memberships' in list ? [] : list.members.map((cas) => [cas, []]),
  );
  const demands: readonly Pick<Membership, 'cas' | 'fraction'>[] =
    'memberships' in list ? list.memberships : (list.fractions ?? []);
  // A number that stands once without a fraction is a member in any.
  const inAny = new Set(demands.filter(({ fraction }) => !fraction).map(({ cas }) => cas));
  for (const { cas, fraction } of demands)
    members.set(cas, inAny.has(cas) ? [] : [...(members.get(cas) ?? []), intervalOf(fraction!)!]);
  return members;
});
