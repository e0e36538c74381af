import { testsOf } from '../catalog/tests-of.ts';
import { isCas } from '../values/cas.ts';
import type { PublicationRule } from './rule.ts';

export const CAS_NUMBERS_ARE_RIGHT: PublicationRule = {
  code: 'PR-17',
  severity: 'ERROR',
  sentence: { zh: 'CAS 号格式和校验位正确。', en: 'Every CAS number has the right check digit.' },
  *violations({ content }) {
    for (const { key, members } of content.lists)
      for (const value of members)
        if (!isCas(value)) yield { entry: null, field: `lists.${key}.members`, value };
    for (const { entry, field, mentions } of testsOf(content))
      if (mentions.cas !== undefined && !isCas(mentions.cas))
        yield { entry, field: `${field}.substance.cas`, value: mentions.cas };
  },
};

export const SUBSTANCE_LISTS_EXIST: PublicationRule = {
  code: 'PR-18',
  severity: 'ERROR',
  sentence: {
    zh: '条件所用的化学品名单均为内置名单或本目录的名单。',
    en: 'Conditions name substance lists that are built in or of the catalog itself.',
  },
  *violations({ content, reference }) {
    const known = new Set([...reference.lists, ...content.lists].map(({ key }) => key));
    for (const { entry, field, mentions } of testsOf(content))
      if (mentions.list !== undefined && !known.has(mentions.list))
        yield { entry, field: `${field}.substance`, value: mentions.list };
  },
};
