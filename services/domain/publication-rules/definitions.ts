import { definedKeys } from '../catalog/definitions-used.ts';
import { testsOf } from '../catalog/tests-of.ts';
import { isPartOfRatio } from '../engine/readable.ts';
import { ownKey } from '../facts/definition-shape.ts';
import { builtInFact } from '../facts/dictionary.ts';
import { scaleOf, statedFor } from '../facts/ratio.ts';
import type { PublicationRule, Violation } from './rule.ts';
import { factTestsOf, testableFact } from './tested-fact.ts';

export const OWN_KEYS_BEGIN_WITH_THE_CATALOG: PublicationRule = {
  code: 'PR-20',
  severity: 'ERROR',
  sentence: {
    zh: '目录定义的事项和名单以“目录编号.名称”编号，不与内置事项重名。',
    en: 'The keys of the catalog’s own facts and lists are its key, a dot and a name, and no built-in ones.',
  },
  *violations({ catalog, content }) {
    for (const { key } of content.facts)
      if (!ownKey(catalog.key, key) || builtInFact(key))
        yield { entry: null, field: `facts.${key}`, value: key };
    for (const { key } of content.lists)
      if (!ownKey(catalog.key, key)) yield { entry: null, field: `lists.${key}`, value: key };
  },
};

export const CODES_AND_KEYS_ARE_DISTINCT: PublicationRule = {
  code: 'PR-21',
  severity: 'ERROR',
  sentence: {
    zh: '条目编码以及除外情形、限制条件、事项、名单和产品类别的编号均不重复。',
    en: 'No two entries have the same code, and no two exceptions, requirements, facts, lists or product terms the same key.',
  },
  *violations({ content }) {
    yield* repeated(null, 'facts', content.facts);
    yield* repeated(null, 'lists', content.lists);
    yield* repeated(null, 'products', content.products);
    yield* repeated(
      null,
      'entries',
      content.entries.map(({ code }) => ({ key: code })),
    );
    for (const { code, exceptions, requirements } of content.entries) {
      yield* repeated(code, 'exceptions', exceptions);
      yield* repeated(code, 'requirements', requirements);
    }
  },
};

export const DEFINITIONS_ARE_USED: PublicationRule = {
  code: 'PR-34',
  severity: 'WARNING',
  sentence: {
    zh: '目录定义的事项和名单均有条件使用。',
    en: 'Every fact and substance list of the catalog is used by some condition.',
  },
  *violations({ content }) {
    const tested = new Set(factTestsOf(content).map(({ key }) => key));
    const facts = new Set([
      ...tested,
      ...content.facts.flatMap((fact) => (tested.has(fact.key) ? statedFor(fact, fact.key) : [])),
    ]);
    const lists = new Set(testsOf(content).map(({ mentions }) => mentions.list));
    for (const { key } of content.facts)
      if (!facts.has(key)) yield { entry: null, field: `facts.${key}`, value: key };
    for (const { key } of content.lists)
      if (!lists.has(key)) yield { entry: null, field: `lists.${key}`, value: key };
  },
};

export const RATIOS_ARE_OF_TWO_NUMBERS: PublicationRule = {
  code: 'PR-39',
  severity: 'ERROR',
  sentence: {
    zh: '比率由项目的两个不同的单值数值事项相除，计量单位与两者相符。',
    en: 'A ratio is of two different numbers of the project, neither a ratio nor of several values, and has their unit.',
  },
  *violations(publication) {
    for (const { key, unit, ratio } of publication.content.facts) {
      if (!ratio) continue;
      const of = testableFact(publication, ratio.numerator);
      const by = testableFact(publication, ratio.denominator);
      for (const [field, fact] of [
        ['numerator', of],
        ['denominator', by],
      ] as const)
        if (!isPartOfRatio(fact))
          yield { entry: null, field: `facts.${key}.ratio.${field}`, value: ratio[field] };
      if (ratio.numerator === ratio.denominator)
        yield { entry: null, field: `facts.${key}.ratio.denominator`, value: ratio.denominator };
      else if (isPartOfRatio(of) && isPartOfRatio(by) && !scaleOf(unit, of?.unit, by?.unit))
        yield {
          entry: null,
          field: `facts.${key}.unit`,
          value: unit ?? '',
          detail: rightUnit(of?.unit ?? '1', by?.unit ?? '1'),
        };
    }
  },
};

const rightUnit = (numerator: string, denominator: string) => ({
  zh: `分子的单位是“${numerator}”，分母的单位是“${denominator}”；同类单位相除的，填 % 或不填单位，其他填“${numerator}/${denominator}”或可换算的单位。`,
  en: `The numerator is in ${numerator}, the denominator in ${denominator}: % or no unit where both measure the same, else ${numerator}/${denominator} or what converts to it.`,
});

export const BORROWED_DEFINITIONS_STAY: PublicationRule = {
  code: 'PR-38',
  // They are law elsewhere: whoever publishes there has to know.
  severity: 'WARNING',
  sentence: {
    zh: '其他目录使用的事项、名单和产品类别定义不改动、不删除。',
    en: 'No definition that other catalogs use is changed or removed.',
  },
  *violations({ content, borrowers = [] }) {
    const defined = definedKeys(content);
    for (const key of new Set(borrowers.flatMap(({ keys }) => keys))) {
      const by = borrowers.filter(({ keys }) => keys.includes(key));
      const names = by.map(({ catalog, number }) => `${catalog}@${number}`).join(', ');
      const kind = (['facts', 'lists', 'products'] as const).find((each) =>
        content[each].some((one) => one.key === key),
      );
      yield {
        entry: null,
        field: `${kind ?? 'definitions'}.${key}`,
        value: names,
        detail: defined.has(key)
          ? {
              zh: `目录 ${names} 使用该定义，自生效之日起按新的定义执行。`,
              en: `Catalogs ${names} use it and follow the new definition from the day this takes effect.`,
            }
          : {
              zh: `目录 ${names} 仍使用该定义，删除后按最后有效的定义执行。`,
              en: `Catalogs ${names} use it still and will follow the last definition that counted.`,
            },
      };
    }
  },
};

function* repeated(
  entry: string | null,
  field: string,
  items: readonly { readonly key: string }[],
): Generator<Violation, void, undefined> {
  const seen = new Set<string>();
  for (const { key: value } of items) {
    if (seen.has(value)) yield { entry, field, value };
    seen.add(value);
  }
}
