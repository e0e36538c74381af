import { memoize } from '../values/memoize.ts';
import type { SubstanceList } from './fact.ts';

/** The CAS numbers of a list, for looking up: the catalogue of hazardous chemicals alone has 2 678. */
export const membersOf = memoize((list: SubstanceList): ReadonlySet<string> => new Set(list.members));
