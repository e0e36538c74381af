import * as z from 'zod';
import { nonBlank } from '../../messages/fields.ts';
import { fault } from '../../messages/read-input.ts';
import { sayFrom } from '../../messages/sentences.ts';
import { unreachable } from '../../values/unreachable.ts';
import type { Activity } from '../../vocabulary.ts';
import type { Asked } from '../condition.ts';
import type { Expression } from '../tests.ts';
import { activityMask, all, asExpression, none } from '../tests.ts';
import { isPart, listOf } from './lists.ts';
import type { Operator } from './operator.ts';
import { filled } from './operator.ts';
import { factName, optionNames } from './words.ts';

/** How a set is held against some options: one of them is in it, all are, none is. */
const WAYS = ['includesAny', 'includesAll', 'includesNone'] as const;
type Way = (typeof WAYS)[number];

/** What of a set is asked (多选条件); industries with everything below them. */
export const set: Operator<'set'> = {
  tests: 'set',
  shape: z
    .strictObject({
      fact: nonBlank,
      includesAny: listOf(nonBlank).optional(),
      includesAll: listOf(nonBlank).optional(),
      includesNone: listOf(nonBlank).optional(),
    })
    .superRefine((given, context) => {
      const ways = WAYS.filter((way) => given[way] !== undefined);
      if (ways.length !== 1)
        context.addIssue(fault('NOT_EXACTLY_ONE', { options: [...WAYS], value: ways.length ? ways : '{}' }));
    }),
  text: (asked, words) => {
    const { way, options } = read(asked);
    const names = optionNames(asked.fact, options, words, way === 'includesAll' ? 'AND' : 'OR');
    return sayFrom(SENTENCES)(words.locale)(way, { fact: factName(asked.fact, words), options: names });
  },
  compile(asked, refuse) {
    const { way, options } = read(asked);
    const some = filled(options, way, refuse);
    switch (way) {
      case 'includesAny':
        return includes(asked.fact, some);
      case 'includesAll':
        return all(some.map((one) => includes(asked.fact, [one])));
      case 'includesNone':
        return none(includes(asked.fact, some));
      default:
        return unreachable(way);
    }
  },
  implies: (one, other) => one.fact === other.fact && impliedBy(read(one), read(other)),
  mentions: (asked) => {
    const { way, options } = read(asked);
    return {
      fact: asked.fact,
      options: { field: way, asked: options },
      ...(asked.fact === 'industries' ? { industries: options } : {}),
    };
  },
};

interface Asking {
  readonly way: Way;
  readonly options: readonly string[];
}
const read = (asked: Asked['set']): Asking => {
  const way = WAYS.find((one) => asked[one] != null) ?? 'includesAny';
  return { way, options: asked[way] ?? [] };
};

function includes(fact: string, some: readonly string[]): Expression {
  if (fact === 'industries') return asExpression({ kind: 'industry', scope: { include: some, except: [] } });
  if (fact === 'activities')
    return asExpression({ kind: 'activity', mask: activityMask(some as readonly Activity[]) });
  return asExpression({ kind: 'set', fact, any: new Set(some) });
}

function impliedBy(one: Asking, other: Asking): boolean {
  if (one.way === 'includesAny') return other.way === 'includesAny' && isPart(one.options, other.options);
  if (one.way === other.way) return isPart(other.options, one.options);
  return (
    one.way === 'includesAll' &&
    other.way === 'includesAny' &&
    one.options.some((option) => other.options.includes(option))
  );
}

const SENTENCES = {
  includesAny: { zh: '{fact}包括{options}', en: '{fact} include {options}' },
  includesAll: { zh: '{fact}同时包括{options}', en: '{fact} include all of {options}' },
  includesNone: { zh: '{fact}不包括{options}', en: '{fact} do not include {options}' },
} as const;
