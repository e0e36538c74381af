import type { FormattedExecutionResult } from 'graphql';
import { Refusal } from '../services/domain/refusal.ts';

/** Bytes of an answer. Lambda carries 6 MB, in which the text is a JSON string: every quotation mark is escaped. */
const LARGEST = 5_500_000;

/** The answer as text, or an error in its place where it could not be sent. */
export function answerText(answer: FormattedExecutionResult): string {
  const text = JSON.stringify(answer);
  // Escaping makes two characters of one at most.
  if (Buffer.byteLength(text) * 2 <= LARGEST) return text;
  const bytes = Buffer.byteLength(JSON.stringify(text));
  if (bytes <= LARGEST) return text;
  const refusal = new Refusal('ANSWER_TOO_LARGE', { value: bytes, allowed: LARGEST });
  return JSON.stringify({
    errors: [{ message: refusal.message, extensions: { code: refusal.code, zh: refusal.text('zh') } }],
  });
}
