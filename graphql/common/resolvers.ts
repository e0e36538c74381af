import type { Refusal } from '../../services/domain/refusal.ts';
import type { Locale } from '../../services/domain/text.ts';
import type { Resolvers } from '../generated/types.ts';
import { userErrorType } from '../user-errors.ts';
import { nodeOf, nodeType } from './node.ts';
import { scalars } from './scalars.ts';

const userError = {
  message: (refusal: Refusal, { locale }: { locale: Locale }) => refusal.text(locale),
};

export const commonResolvers: Resolvers = {
  ...scalars,
  Locale: { ZH: 'zh', EN: 'en' },
  Node: { __resolveType: nodeType },
  UserError: { __resolveType: userErrorType },
  InputError: { ...userError, value: ({ details }) => textOf(details.value) },
  AccessError: userError,
  StateError: userError,
  StaleRevisionError: {
    ...userError,
    expectedRevision: ({ details }) => Number(details.expected),
    currentRevision: ({ details }) => Number(details.revision),
    item: ({ details }) => String(details.item),
    current: ({ details }) => String(details.current),
    yours: ({ details }) => String(details.yours),
  },
  PublicationRuleError: {
    ...userError,
    rule: ({ details }) => String(details.rule),
    sentence: ({ details }) => ({ zh: String(details.sentenceZh), en: String(details.sentenceEn) }),
    entry: ({ details }) => textOf(details.entry),
    field: ({ details }) => textOf(details.field),
    value: ({ details }) => textOf(details.value),
    acknowledgeable: ({ code }) => code === 'ACKNOWLEDGEMENT_REQUIRED',
  },
  Query: { node: (_, { id }, context) => nodeOf(id, context) },
};

const textOf = (detail: Refusal['details'][string] | undefined): string | null =>
  detail == null ? null : String(detail);
