import { testsOf } from '../catalog/tests-of.ts';
import { isCas } from '../values/cas.ts';
import type { PublicationRule } from './rule.ts';
import { namableIn } from './rule.ts';

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
    zh: '条件所用的化学品名单均为内置名单，或由本目录、同级或上级目录定义。',
    en: 'Conditions name substance lists that are built in or of the catalog itself or one beside or above it.',
  },
  *violations(publication) {
    const { content, reference } = publication;
    const lists = namableIn(publication).flatMap((each) => each.lists);
    const known = new Set([...reference.lists, ...lists].map(({ key }) => key));
    for (const { entry, field, mentions } of testsOf(content))
      if (mentions.list !== undefined && !known.has(mentions.list))
        yield { entry, field: `${field}.substance`, value: mentions.list };
  },
};
