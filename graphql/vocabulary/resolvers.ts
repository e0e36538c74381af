import type { Witness } from '../../services/domain/assessment/witness.ts';
import { render } from '../../services/domain/messages/messages.ts';
import type { Refusal } from '../../services/domain/messages/refusal.ts';
import type { Locale, Text } from '../../services/domain/values/text.ts';
import { findNode } from '../find.ts';
import type { Resolvers } from '../generated/types.ts';
import type { NodeModel } from '../models.ts';
import { type UserErrorModel, userErrorType } from '../user-errors.ts';
import { scalars } from './scalars.ts';

const userError = {
  message: ({ code, details }: UserErrorModel, { locale }: { readonly locale: Locale }) =>
    render(code, details, locale),
};

export const vocabularyResolvers: Resolvers = {
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
    current: ({ details }) => textOf(details.current),
    yours: ({ details }) => textOf(details.yours),
  },
  PublicationRuleError: {
    ...userError,
    rule: ({ details }) => String(details.rule),
    sentence: ({ details }) => ({ zh: String(details.sentenceZh), en: String(details.sentenceEn) }),
    entry: ({ details }) => textOf(details.entry),
    field: ({ details }) => textOf(details.field),
    value: ({ details }) => textOf(details.value),
    detail: ({ details }) => textDetail(details.detail),
    witness: ({ details }) => (details.witness ?? null) as Witness | null,
    acknowledgeable: ({ code }) => code === 'ACKNOWLEDGEMENT_REQUIRED',
  },
  Query: { node: (_, { id }, context) => findNode(id, context) },
};

function nodeType(node: NodeModel): 'Region' | 'Zone' | 'Catalog' | 'CatalogVersion' | 'Decision' | 'Batch' {
  if ('batch' in node) return 'Batch';
  if ('receipt' in node) return 'Decision';
  if ('number' in node) return 'CatalogVersion';
  if ('level' in node) return node.level === 'ZONE' ? 'Zone' : 'Region';
  return 'Catalog';
}

/** An empty text stands where there is nothing to say. */
const textDetail = (detail: Refusal['details'][string] | undefined): Text | null =>
  (detail as Text | undefined)?.zh ? (detail as Text) : null;

/** Words stand in sentences where there is nothing. */
const textOf = (detail: Refusal['details'][string] | undefined): string | null =>
  detail == null || textDetail(detail) ? null : String(detail);
