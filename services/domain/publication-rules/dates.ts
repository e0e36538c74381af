import { isWithdrawn } from '../catalog/version.ts';
import type { Day } from '../vocabulary.ts';
import type { PublicationRule } from './rule.ts';

export const VALIDITY_IS_A_PERIOD: PublicationRule = {
  code: 'PR-23',
  severity: 'ERROR',
  sentence: {
    zh: '条目有效期的截止日不早于起始日。',
    en: 'The validity of an entry does not end before it begins.',
  },
  violations: ({ content }) =>
    content.entries
      .filter(({ validFrom, validTo }) => validFrom != null && validTo != null && validTo < validFrom)
      .map(({ code, validFrom, validTo }) => ({
        entry: code,
        field: 'validTo',
        value: `${validFrom} – ${validTo}`,
      })),
};

export const VALIDITY_MEETS_THE_VERSION: PublicationRule = {
  code: 'PR-24',
  severity: 'WARNING',
  sentence: {
    zh: '条目有效期与版本施行期间有重合。',
    en: 'Every entry is valid on some day on which the version can be in force.',
  },
  *violations({ content, effectiveFrom, effectiveTo }) {
    for (const { code: entry, validFrom, validTo } of content.entries) {
      if (isBefore(validTo, effectiveFrom)) yield { entry, field: 'validTo', value: validTo! };
      if (isBefore(effectiveTo, validFrom)) yield { entry, field: 'validFrom', value: validFrom! };
    }
  },
};

export const FOLLOWS_SCHEDULED_VERSIONS: PublicationRule = {
  code: 'PR-25',
  severity: 'WARNING',
  sentence: {
    zh: '版本的生效日期不早于已公布待生效的版本。',
    en: 'A version takes effect no earlier than those already scheduled, which would replace it.',
  },
  violations: ({ versions, effectiveFrom }) =>
    versions
      .filter(
        (version) => effectiveFrom < version.effectiveFrom && !isWithdrawn(version, version.effectiveFrom),
      )
      .map((version) => ({
        entry: null,
        field: 'effectiveFrom',
        value: `${effectiveFrom} < ${version.effectiveFrom} (${version.number})`,
      })),
};

const isBefore = (day: Day | null | undefined, other: Day | null | undefined): boolean =>
  day != null && other != null && day < other;
