import { ONE } from '../values/decimal.ts';
import { memoizeText } from '../values/memoize.ts';
import type { Unit } from '../values/unit.ts';
import { unitOf } from '../values/unit.ts';
import { unitName } from './product-name.ts';

/** What a unit of products measures. One that nobody knows measures something of its own. */
export const measureOf: (unit: string) => Unit = memoizeText(
  (unit) => unitOf(unit) ?? { dimension: unitName(unit), factor: ONE },
);
