import type { APIGatewayProxyResult } from 'aws-lambda';
import type { RequestRecord } from '../../graphql/request-record.ts';
import type { Refusal } from '../domain/messages/refusal.ts';
import { jsonError } from './json-error.ts';

/** A refusal as the whole answer, where none came out of GraphQL; it is counted. */
export function refusalResponse(
  status: number,
  refusal: Refusal,
  record: RequestRecord,
): APIGatewayProxyResult {
  record.countRefusal(refusal.code);
  return jsonError(status, refusal.code, { zh: refusal.text('zh'), en: refusal.text('en') });
}
