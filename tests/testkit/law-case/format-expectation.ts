import * as z from 'zod';
import { EFFECTS, OUTCOMES, SETTLED_OUTCOMES, type Truth } from '../../../services/domain/vocabulary.ts';
import { oneOf, text, word, yesNo } from './words.ts';

const truth = z
  .enum(['yes', 'no', 'unknown'])
  .transform((written): Truth => (written === 'yes' ? 'TRUE' : written === 'no' ? 'FALSE' : 'UNKNOWN'));
const finding = z.strictObject({
  entry: text,
  applies: truth.refine((applies) => applies !== 'FALSE', 'an entry that does not apply is no finding'),
  effect: oneOf(EFFECTS),
  discretion: z.literal('open').optional(),
  ifDenied: oneOf(EFFECTS).optional(),
  industry: text.optional(),
  decisive: yesNo.optional(),
  exceptions: z.record(text, truth).default({}),
  requirements: z.record(text, truth).default({}),
});
const missing = z.union([
  text.transform((fact) => ({ fact, for: undefined, candidates: undefined, rows: undefined })),
  z.strictObject({
    fact: text,
    for: z.array(text).optional(),
    candidates: z.array(text).optional(),
    rows: z.array(text).optional(),
  }),
]);
const reason = z.union([
  word.transform((code) => ({ code, catalog: undefined, fact: undefined, decisive: undefined })),
  z.strictObject({
    code: word,
    catalog: text.optional(),
    fact: text.optional(),
    decisive: yesNo.optional(),
  }),
]);
const assessed = z
  .strictObject({
    outcome: oneOf(OUTCOMES),
    possible: z.array(oneOf(SETTLED_OUTCOMES)).optional(),
    exact: yesNo.default(true),
    reasons: z.array(reason).default([]),
    notices: z
      .array(z.strictObject({ code: word, field: text.default(''), readAs: z.array(text).default([]) }))
      .default([]),
    findings: z.array(finding).default([]),
    missing: z.array(missing).default([]),
    ask: z.array(text).default([]),
  })
  .refine(
    (expect) => (expect.outcome === 'NEEDS_INFORMATION') === (expect.possible !== undefined),
    'needs-information, and nothing else, says what is possible',
  );
const refused = z.strictObject({
  errors: z
    .array(
      z.strictObject({
        code: word,
        field: text.optional(),
        value: z.union([text.transform((value) => [value]), z.array(text)]).default([]),
      }),
    )
    .min(1),
});
const stopped = z.strictObject({ stops: z.literal('yes') });
/** Chosen by its telling key, so that a fault is told against the one form that was meant. */
export const expectation = z.unknown().transform((written, context) => {
  const form = hasKey(written, 'errors') ? refused : hasKey(written, 'stops') ? stopped : assessed;
  const read = form.safeParse(written);
  if (read.success) return read.data;
  for (const issue of read.error.issues) context.issues.push({ ...issue, input: written } as never);
  return z.NEVER;
});

function hasKey(written: unknown, key: string): boolean {
  return typeof written === 'object' && written !== null && key in written;
}
