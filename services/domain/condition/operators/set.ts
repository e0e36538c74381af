import * as z from 'zod';
import { nonBlank } from '../../messages/fields.ts';
import { sayFrom } from '../../messages/sentences.ts';
import type { Activity } from '../../vocabulary.ts';
import { activityMask } from '../tests.ts';
import { isPart, listOf } from './lists.ts';
import type { Operator } from './operator.ts';
import { filled } from './operator.ts';
import { factName, optionNames } from './words.ts';

/** A set includes one of several (多选条件); industries with everything below them. */
export const set: Operator<'set'> = {
  tests: 'set',
  shape: z.strictObject({ fact: nonBlank, includesAny: listOf(nonBlank) }),
  text: ({ fact, includesAny }, words) =>
    sayFrom(SENTENCES)(words.locale)('INCLUDES', {
      fact: factName(fact, words),
      options: optionNames(fact, includesAny, words),
    }),
  compile({ fact, includesAny }, refuse) {
    const any = filled(includesAny, 'includesAny', refuse);
    if (fact === 'industries') return { kind: 'industry', scope: { include: any, except: [] } };
    if (fact === 'activities') return { kind: 'activity', mask: activityMask(any as readonly Activity[]) };
    return { kind: 'set', fact, any: new Set(any) };
  },
  implies: (one, other) => one.fact === other.fact && isPart(one.includesAny, other.includesAny),
  mentions: ({ fact, includesAny }) => ({
    fact,
    options: { field: 'includesAny', asked: includesAny },
    ...(fact === 'industries' ? { industries: includesAny } : {}),
  }),
};

const SENTENCES = { INCLUDES: { zh: '{fact}包括{options}', en: '{fact} include {options}' } } as const;
