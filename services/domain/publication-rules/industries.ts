import { testsOf } from '../catalog/tests-of.ts';
import { covers } from '../facts/industry.ts';
import type { PublicationRule, Violation } from './rule.ts';

export const INDUSTRIES_EXIST: PublicationRule = {
  code: 'PR-03',
  severity: 'ERROR',
  sentence: {
    zh: '行业代码均为《国民经济行业分类》（GB/T 4754-2017，含第1号修改单）所列。',
    en: 'Every industry code is one of GB/T 4754-2017 with amendment 1.',
  },
  *violations({ content, reference }) {
    const unknown = (entry: string, field: string, codes: readonly string[]): readonly Violation[] =>
      codes
        .filter((code) => !reference.classification.industry(code))
        .map((value) => ({ entry, field, value }));
    for (const { code, industries } of content.entries) {
      yield* unknown(code, 'industries.include', industries.include);
      yield* unknown(code, 'industries.except', industries.except);
    }
    for (const { entry, field, mentions } of testsOf(content))
      yield* unknown(entry, `${field}.${mentions.options?.field}`, mentions.industries ?? []);
  },
};

export const EXCEPTED_LIE_UNDER_INCLUDED: PublicationRule = {
  code: 'PR-04',
  severity: 'ERROR',
  sentence: {
    zh: '除外的行业均为列入行业的下级。',
    en: 'Every excepted industry lies under an included one.',
  },
  *violations({ content, reference }) {
    for (const { code: entry, industries } of content.entries) {
      // Nothing included means every industry, and every code lies under that.
      if (industries.include.length === 0) continue;
      for (const value of industries.except) {
        const liesUnder = industries.include.some(
          (code) => code !== value && covers(reference.classification, code, value),
        );
        if (!liesUnder) yield { entry, field: 'industries.except', value };
      }
    }
  },
};
