import type { APIGatewayProxyEvent } from 'aws-lambda';
import { refusedWith } from './http-refusal.ts';

/**
 * Bytes of a request: a thousand projects of one and a half kilobytes each. Lambda takes 6 MB for the whole event, in
 * which the body is a JSON string inside JSON and every quotation mark counts twice.
 */
export const MAX_BODY_BYTES = 1_500_000;

/**
 * The body of a request as text; null where it is too long.
 *
 * @throws HttpRefusal where it is no text: bytes that are no UTF-8 would else become "�" without a word
 */
export function requestText({ body, isBase64Encoded }: APIGatewayProxyEvent): string | null {
  if (body == null) return '';
  // Base64 takes four characters for three bytes, and text at least one for each character.
  if (body.length > (MAX_BODY_BYTES * 4) / 3 + 4) return null;
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > MAX_BODY_BYTES) return null;
  if (!isBase64Encoded) return body;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refusedWith(400, 'BAD_REQUEST', { reason: 'it is not UTF-8' });
  }
}
