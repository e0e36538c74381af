import type * as z from 'zod';
import { entry as entryShape } from '../catalog/entry-shape.ts';
import { factDefinition, productTerm, substanceList } from '../facts/definition-shape.ts';
import { tryShape } from '../messages/read-input.ts';
import type { Refusal } from '../messages/refusal.ts';
import type { PublicationRule, Violation } from './rule.ts';

export const IS_WELL_FORMED: PublicationRule = {
  code: 'PR-10',
  severity: 'ERROR',
  sentence: {
    zh: '条目、事项和名单填写完整：条件的列表不为空，界限、日期和数值有效。',
    en: 'Entries, facts and lists are well formed: no list in a condition is empty, bounds, dates and numbers are valid.',
  },
  // What is put in through the API was checked then; content that came another way is checked here.
  *violations({ content }) {
    for (const item of content.facts) yield* faults(factDefinition, item, null, `facts.${item.key}`);
    for (const item of content.lists) yield* faults(substanceList, item, null, `lists.${item.key}`);
    for (const item of content.products) yield* faults(productTerm, item, null, `products.${item.key}`);
    for (const item of content.entries) yield* faults(entryShape, item, item.code, '');
  },
};

export const CONDITIONS_ARE_WRITTEN: PublicationRule = {
  code: 'PR-44',
  // As it stands it would refuse what its conditions are to let out.
  severity: 'ERROR',
  sentence: {
    zh: '每个条目的限定条件均已编写，没有标为“条件待编写”的条目。',
    en: 'The conditions of every entry are written: no entry is marked as still without them.',
  },
  violations: ({ content }) =>
    content.entries
      .filter(({ conditionsPending }) => conditionsPending)
      .map(({ code }) => ({ entry: code, field: 'conditionsPending', value: 'true' })),
};

function faults<T>(schema: z.ZodType<T>, item: T, entry: string | null, field: string): readonly Violation[] {
  const refusals: Refusal[] = [];
  tryShape(schema, item, [], refusals);
  return refusals.map(({ path, details }) => ({
    entry,
    field: [field, ...(path ?? [])].filter(Boolean).join('.'),
    value: String(details.value ?? ''),
  }));
}
