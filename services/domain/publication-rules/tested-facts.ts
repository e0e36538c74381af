import { OPERATORS } from '../condition/operators/table.ts';
import type { PublicationRule } from './rule.ts';
import type { TestableFact } from './tested-fact.ts';
import { factTestsOf, testableFact } from './tested-fact.ts';

export const TESTED_FACTS_ARE_DEFINED: PublicationRule = {
  code: 'PR-11',
  severity: 'ERROR',
  sentence: {
    zh: '条件所用的事项均为内置事项，或由本目录、同级或上级目录定义。',
    en: 'Conditions test facts that are built in or defined by the catalog itself or one beside or above it.',
  },
  violations: (publication) =>
    factTestsOf(publication.content)
      .filter(({ key }) => !testableFact(publication, key))
      .map(({ entry, field, key }) => ({ entry, field: `${field}.fact`, value: key })),
};

export const FACTS_WITH_OWN_FIELDS_ARE_NOT_TESTED: PublicationRule = {
  code: 'PR-12',
  severity: 'ERROR',
  sentence: {
    zh: '所在片区和首次批准日期不写入条件，分别在条目的适用区域和豁免日期中规定。',
    en: 'Area and earlier approval are not tested in conditions: the entry has fields of its own for them.',
  },
  violations: (publication) =>
    factTestsOf(publication.content)
      .filter(({ key }) => testableFact(publication, key)?.testedBy === null)
      .map(({ entry, field, key }) => ({ entry, field: `${field}.fact`, value: key })),
};

export const TESTS_FIT_THEIR_FACTS: PublicationRule = {
  code: 'PR-13',
  severity: 'ERROR',
  sentence: { zh: '条件的类型与事项的类型相符。', en: 'Every test fits the type of its fact.' },
  *violations(publication) {
    for (const { entry, field, key, kind } of factTestsOf(publication.content)) {
      const testedBy = testableFact(publication, key)?.testedBy;
      if (testedBy && testedBy !== OPERATORS[kind].tests) yield { entry, field: `${field}.fact`, value: key };
    }
  },
};

export const NUMBERS_ARE_TESTED_IN_THEIR_UNIT: PublicationRule = {
  code: 'PR-14',
  severity: 'ERROR',
  sentence: {
    zh: '数值条件采用事项规定的计量单位。',
    en: 'Every number is tested in the unit of its fact.',
  },
  *violations(publication) {
    for (const { entry, field, key, kind, mentions } of factTestsOf(publication.content)) {
      const { unit } = mentions;
      const fact = testableFact(publication, key);
      if (unit !== undefined && fact?.testedBy === OPERATORS[kind].tests && (fact.unit ?? null) !== unit)
        yield { entry, field: `${field}.unit`, value: unit ?? '', detail: rightUnit(fact) };
    }
  },
};

export const OPTIONS_EXIST: PublicationRule = {
  code: 'PR-15',
  severity: 'ERROR',
  sentence: { zh: '条件所列选项均为事项的可选项。', en: 'Conditions ask only for options of their fact.' },
  *violations(publication) {
    for (const { entry, field, key, mentions } of factTestsOf(publication.content)) {
      const options = testableFact(publication, key)?.options;
      for (const value of mentions.options?.asked ?? [])
        if (options && !options.includes(value))
          yield {
            entry,
            field: `${field}.${mentions.options!.field}`,
            value,
            detail: rightOptions(options),
          };
    }
  },
};

const rightUnit = ({ unit }: TestableFact) =>
  unit
    ? { zh: `该事项的计量单位是“${unit}”。`, en: `The unit of the fact is "${unit}".` }
    : { zh: '该事项没有计量单位，请不填 unit。', en: 'The fact has no unit: leave unit out.' };

const rightOptions = (options: readonly string[]) => ({
  zh: `可选项为：${options.join('、')}。`,
  en: `Its options are: ${options.join(', ')}.`,
});
