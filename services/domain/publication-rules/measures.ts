import { jurisdictionOn } from '../register/register.ts';
import { JURISDICTION_LEVELS } from '../vocabulary.ts';
import type { PublicationRule } from './rule.ts';

export const RESTRICTED_HAS_A_REQUIREMENT: PublicationRule = {
  code: 'PR-05',
  severity: 'ERROR',
  sentence: { zh: '限制类条目至少有一项限制条件。', en: 'A RESTRICTED entry has a requirement.' },
  violations: ({ content }) =>
    content.entries
      .filter(({ measure, requirements }) => measure === 'RESTRICTED' && requirements.length === 0)
      .map(({ code, measure }) => ({ entry: code, field: 'requirements', value: measure })),
};

export const PROHIBITED_HAS_NO_REQUIREMENT: PublicationRule = {
  code: 'PR-06',
  severity: 'ERROR',
  sentence: { zh: '禁止类条目不设限制条件。', en: 'A PROHIBITED entry has no requirement.' },
  violations: ({ content }) =>
    content.entries
      .filter(({ measure, requirements }) => measure === 'PROHIBITED' && requirements.length > 0)
      .map(({ code, requirements }) => ({
        entry: code,
        field: 'requirements',
        value: requirements.map(({ key }) => key).join(', '),
      })),
};

export const EXCEPTION_HAS_A_TEST: PublicationRule = {
  code: 'PR-07',
  severity: 'ERROR',
  sentence: {
    zh: '除外情形要么有条件，要么由主管部门认定。',
    en: 'Every exception has a condition or is discretionary.',
  },
  *violations({ content }) {
    for (const { code: entry, exceptions } of content.entries)
      for (const { key, when, discretionary } of exceptions)
        if (when == null && !discretionary) yield { entry, field: `exceptions.${key}`, value: key };
  },
};

export const ONLY_DISCRETION_IS_DECIDED: PublicationRule = {
  code: 'PR-08',
  severity: 'ERROR',
  sentence: {
    zh: '只有须经认定的除外情形才写明认定层级。',
    en: 'Only a discretionary exception names who decides it.',
  },
  *violations({ content }) {
    for (const { code: entry, exceptions } of content.entries)
      for (const { key, discretionary, decidedBy } of exceptions)
        if (decidedBy != null && !discretionary)
          yield { entry, field: `exceptions.${key}.decidedBy`, value: decidedBy };
  },
};

export const DISCRETION_STAYS_AT_OR_ABOVE: PublicationRule = {
  code: 'PR-09',
  // Delegation to a lower level is lawful where the instrument says so, and then the publisher answers for it.
  severity: 'WARNING',
  sentence: {
    zh: '除外情形由本目录所属层级或其上级认定。',
    en: 'A discretionary exception is decided at the level of the catalog or above.',
  },
  *violations({ catalog, content, effectiveFrom, register }) {
    const own = jurisdictionOn(register, catalog.jurisdiction, effectiveFrom);
    if (!own) return;
    for (const { code: entry, exceptions } of content.entries)
      for (const { key, decidedBy } of exceptions)
        if (
          decidedBy != null &&
          JURISDICTION_LEVELS.indexOf(decidedBy) > JURISDICTION_LEVELS.indexOf(own.level)
        )
          yield { entry, field: `exceptions.${key}.decidedBy`, value: decidedBy };
  },
};
