import { describe, expect, test } from 'vitest';
import { referenceNames } from '../../../services/data/names.ts';
import type { CatalogContent } from '../../../services/domain/catalog/catalog.ts';
import type { Condition } from '../../../services/domain/condition/condition.ts';
import { conditionText } from '../../../services/domain/condition/condition-text.ts';
import type { FactDefinition } from '../../../services/domain/facts/fact.ts';
import { namesFrom } from '../../../services/domain/facts/names.ts';

/** What the hand of an editor may put into a name, and what a text must not read as a part of itself. */
const NAMES = [
  '甲$&乙',
  "甲$`乙$'",
  '甲$1乙',
  '甲$$乙',
  '{list}',
  '{fact}{options}{bounds}',
  '甲、乙',
  '甲, 乙',
];

describe.each(NAMES)('what is called %s', (name) => {
  test.each<[string, Condition]>([
    ['a list', { chemical: { substance: { list: 'p.list' } } }],
    ['a list around which the test is', { chemical: { substance: { outsideList: 'p.list' } } }],
    [
      'a list within a mass fraction',
      { chemical: { substance: { list: 'p.list' }, fraction: { moreThan: '8' } } },
    ],
    ['a product', { product: { product: name, unit: 't', of: 'CAPACITY', moreThan: '1' } }],
    ['a product made at all', { product: { product: name, unit: 't', of: 'CAPACITY' } }],
    ['a unit', { number: { fact: 'p.NUMBER', unit: name, atLeast: '1' } }],
    ['a number', { number: { fact: 'p.NUMBER', atLeast: '1', lessThan: '2' } }],
    ['a flag', { flag: { fact: 'p.FLAG', is: true } }],
    ['a choice', { choice: { fact: 'p.CHOICE', oneOf: ['1'] } }],
    ['a set', { set: { fact: 'p.SET', includesAny: ['1'] } }],
    ['a date', { date: { fact: 'p.DATE', before: '2026-01-01' } }],
    ['the first option', { choice: { fact: 'zone.kind', oneOf: [name, 'OUTSIDE', '3'] } }],
    ['the last option', { set: { fact: 'processes', includesAny: ['1', '2', name] } }],
  ])('%s, is said as it is', (_, condition) => {
    for (const locale of ['zh', 'en'] as const)
      for (const nested of [condition, { not: { any: [condition, condition] } }])
        expect(conditionText(nested, namesOf(name), locale)).toBe(
          // A name in which nothing is to be read, put back.
          conditionText(renamed(nested, name, 'QQ'), namesOf('QQ'), locale).replaceAll('QQ', () => name),
        );
  });
});

const renamed = (condition: Condition, name: string, other: string): Condition =>
  JSON.parse(JSON.stringify(condition), (_, value) => (value === name ? other : value));

function namesOf(name: string) {
  const fact = (type: FactDefinition['type']): FactDefinition => ({
    key: `p.${type}`,
    type,
    about: 'PROJECT',
    options: ['1'],
    name: { zh: name },
    question: { zh: name },
  });
  const content: CatalogContent = {
    title: { zh: '目录' },
    facts: [fact('NUMBER'), fact('FLAG'), fact('CHOICE'), fact('SET'), fact('DATE')],
    products: [],
    lists: [{ key: 'p.list', name: { zh: name }, members: [] }],
    entries: [],
  };
  return namesFrom(referenceNames, new Map([['p', content]]));
}
