import type { Test } from '../../condition/tests.ts';
import { ACTIVITY } from './activity.ts';
import { APPROVED_BEFORE } from './approved-before.ts';
import { CHEMICAL } from './chemical.ts';
import { CHOICE } from './choice.ts';
import { DATE } from './date.ts';
import type { FactDomain, TestOf } from './domain.ts';
import { INDUSTRY } from './industry.ts';
import { NUMBER } from './number.ts';
import { PRODUCT } from './product.ts';
import { SET } from './set.ts';
import { TERRITORY } from './territory.ts';

/** What each kind of test means: one for every kind, or it does not compile. */
export const FACT_DOMAINS = {
  number: NUMBER,
  choice: CHOICE,
  set: SET,
  date: DATE,
  approvedBefore: APPROVED_BEFORE,
  territory: TERRITORY,
  industry: INDUSTRY,
  activity: ACTIVITY,
  chemical: CHEMICAL,
  product: PRODUCT,
} as const satisfies { readonly [Kind in Test['kind']]: FactDomain<TestOf<Kind>> };
