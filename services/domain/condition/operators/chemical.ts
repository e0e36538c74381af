import * as z from 'zod';
import { decimal, exactlyOne, nonBlank, someBounds } from '../../messages/fields.ts';
import { OPTION_LABELS } from '../../messages/labels.ts';
import { fault } from '../../messages/read-input.ts';
import { sayFrom } from '../../messages/sentences.ts';
import { sameValue } from '../../values/canonical.ts';
import { parseDecimal } from '../../values/decimal.ts';
import { intervalOf } from '../../values/interval.ts';
import { inLocale } from '../../values/text.ts';
import { ACTIVITIES } from '../../vocabulary.ts';
import type { SubstanceScope } from '../condition.ts';
import { ALL_ACTIVITIES, activityMask } from '../tests.ts';
import { boundsText, exceeds, isWithin } from './bounds.ts';
import { isPart, listOf } from './lists.ts';
import type { Operator } from './operator.ts';
import type { Words } from './words.ts';
import { listed } from './words.ts';

const substance = exactlyOne({
  cas: nonBlank.optional(),
  list: nonBlank.optional(),
  outsideList: nonBlank.optional(),
  any: z.literal(true).optional(),
}) as z.ZodType<SubstanceScope>;

/** An amount is never below 0, so neither is what it is compared with. */
const amount = decimal.refine((text) => parseDecimal(text)!.n >= 0n, fault('NEGATIVE_AMOUNT'));

/** The project handles a substance (化学品条件), of a mass fraction or more of it than an amount. */
export const chemical: Operator<'chemical'> = {
  tests: 'chemical',
  shape: z.strictObject({
    substance,
    activities: listOf(z.enum(ACTIVITIES)).optional(),
    fraction: someBounds.optional(),
    moreThan: amount.optional(),
  }),
  text({ substance, activities, fraction, moreThan }, words) {
    const { locale } = words;
    const say = sayFrom(SENTENCES)(locale);
    const parts = {
      substance: substanceText(substance, words),
      fraction: fraction == null ? '' : say('FRACTION', { bounds: boundsText(fraction, '%', words) }),
      amount: moreThan == null ? '' : say('MORE_THAN', { tonnes: moreThan }),
    };
    const does = (activities ?? []).map((one) => inLocale(OPTION_LABELS.activities![one]!, locale));
    return does.length > 0
      ? say('DOES', { ...parts, activities: listed(does, locale) })
      : say('HANDLES', parts);
  },
  compile({ substance, activities, fraction: asked, moreThan }, refuse) {
    const threshold = moreThan == null ? null : (parseDecimal(moreThan) ?? refuse('moreThan is no decimal'));
    if (threshold && threshold.n < 0n) refuse('moreThan is below 0');
    const mask = activities?.length ? activityMask(activities) : ALL_ACTIVITIES;
    const fraction =
      asked == null ? null : (intervalOf(asked) ?? refuse('a bound on the fraction is no decimal'));
    return { kind: 'chemical', substance, mask, fraction, moreThan: threshold };
  },
  /** More lines count where more activities do, and amounts are never below 0. */
  implies: (one, other) =>
    sameValue(one.substance, other.substance) &&
    (other.activities == null || (one.activities != null && isPart(one.activities, other.activities))) &&
    (other.fraction == null || (one.fraction != null && isWithin(one.fraction, other.fraction))) &&
    (other.moreThan == null || exceeds(one.moreThan, other.moreThan, 0)),
  mentions: ({ substance, fraction }) => ({
    fraction: fraction ?? undefined,
    cas: 'cas' in substance ? substance.cas : undefined,
    list: listOfScope(substance),
  }),
};

/** The key of the list that a scope names. */
export function listOfScope(scope: SubstanceScope): string | undefined {
  if ('list' in scope) return scope.list;
  return 'outsideList' in scope ? scope.outsideList : undefined;
}

function substanceText(scope: SubstanceScope, { names, locale }: Words): string {
  const say = sayFrom(SENTENCES)(locale);
  if ('cas' in scope)
    return say('ONE', { name: inLocale(names.substance(scope.cas), locale), cas: scope.cas });
  const list = listOfScope(scope);
  if (list === undefined) return say('ANY');
  return say('list' in scope ? 'OF_LIST' : 'OUTSIDE_LIST', { list: inLocale(names.list(list), locale) });
}

const SENTENCES = {
  HANDLES: {
    zh: '涉及{substance}{fraction}{amount}',
    en: 'the project handles {substance}{fraction}{amount}',
  },
  DOES: {
    zh: '{activities}{substance}{fraction}{amount}',
    en: 'the project is to {activities} {substance}{fraction}{amount}',
  },
  FRACTION: { zh: '，质量分数{bounds}', en: ', mass fraction {bounds}' },
  MORE_THAN: { zh: '，设计最大量超过 {tonnes} t', en: ', designed maximum more than {tonnes} t' },
  ONE: { zh: '{name}（CAS {cas}）', en: '{name} (CAS {cas})' },
  OF_LIST: { zh: '“{list}”中的任一种化学品', en: 'any one chemical of "{list}"' },
  OUTSIDE_LIST: { zh: '“{list}”以外的化学品', en: 'a chemical outside "{list}"' },
  ANY: { zh: '任何化学品', en: 'any chemical' },
} as const;
