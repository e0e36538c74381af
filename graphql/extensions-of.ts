import type { Refusal } from '../services/domain/messages/refusal.ts';

/** What programs read of an error: its code, and the Chinese sentence beside the English one. */
export const extensionsOf = (refusal: Refusal): Record<string, unknown> => ({
  code: refusal.code,
  zh: refusal.text('zh'),
  ...(refusal.path ? { field: refusal.path.join('.') } : {}),
  ...(refusal.code === 'INTERNAL_ERROR' ? { requestId: refusal.details.requestId } : {}),
});
