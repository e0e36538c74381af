import * as z from 'zod';
import { measureOf } from '../../facts/measure.ts';
import { productName, unitName } from '../../facts/product-name.ts';
import { bounds, hasBounds, nonBlank } from '../../messages/fields.ts';
import { sayFrom } from '../../messages/sentences.ts';
import { intervalOf, scaled } from '../../values/interval.ts';
import type { CapacityOf } from '../condition.ts';
import { boundsImply, boundsText } from './bounds.ts';
import type { Operator } from './operator.ts';

const CAPACITIES = ['CAPACITY', 'PER_LINE', 'ADDED'] as const satisfies readonly CapacityOf[];

/** The project makes a product (产品产能条件), or so much of it; without bounds it counts whatever its amount. */
export const product: Operator<'product'> = {
  tests: 'product',
  shape: z.strictObject({ product: nonBlank, unit: nonBlank, of: z.enum(CAPACITIES), ...bounds }),
  text(asked, words) {
    const { product, unit, of } = asked;
    const say = sayFrom(SENTENCES)(words.locale);
    if (!hasBounds(asked)) return say('MAKES', { product });
    return say(of, { product, bounds: boundsText(asked, unit, words) });
  },
  compile(asked, refuse) {
    const { product, unit, of } = asked;
    const interval = intervalOf(asked) ?? refuse(`a bound on product ${product} is no decimal`);
    if (productName(product) === '' || unitName(unit) === '')
      refuse('a product or its unit has no visible name');
    const { dimension, factor } = measureOf(unit);
    return {
      kind: 'product',
      product: productName(product),
      unit,
      dimension,
      of,
      interval: interval.low || interval.high ? scaled(interval, factor) : null,
    };
  },
  // Without bounds it is another question, whether the product is made at all.
  implies: (one, other) => hasBounds(other) && boundsImply(one, other),
  mentions: (asked) => ({ product: asked, bounds: asked }),
};

const SENTENCES = {
  MAKES: { zh: '生产“{product}”', en: 'the project makes "{product}"' },
  CAPACITY: {
    zh: '产品“{product}”的产能{bounds}',
    en: 'the capacity of product "{product}" is {bounds}',
  },
  PER_LINE: {
    zh: '产品“{product}”的单线产能{bounds}',
    en: 'the capacity per line of product "{product}" is {bounds}',
  },
  ADDED: {
    zh: '产品“{product}”的新增产能{bounds}',
    en: 'the added capacity of product "{product}" is {bounds}',
  },
} as const satisfies Record<CapacityOf | 'MAKES', unknown>;
