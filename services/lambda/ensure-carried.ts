import type { APIGatewayProxyResult } from 'aws-lambda';
import type { RequestRecord } from '../../graphql/request-record.ts';
import { Refusal } from '../domain/messages/refusal.ts';
import { refusalResponse } from './refusal-response.ts';

/** The answer, or an error in its place where Lambda could not carry it. Here and not in GraphQL, so that it is counted. */
export function ensureCarried(answer: APIGatewayProxyResult, record: RequestRecord): APIGatewayProxyResult {
  const { body, statusCode } = answer;
  // Escaping makes two characters of one at most.
  if (Buffer.byteLength(body) * 2 <= LARGEST) return answer;
  const value = Buffer.byteLength(JSON.stringify(body));
  if (value <= LARGEST) return answer;
  return refusalResponse(statusCode, new Refusal('ANSWER_TOO_LARGE', { value, allowed: LARGEST }), record);
}

/** Bytes of an answer. Lambda carries 6 MB, in which the text is a JSON string: every quotation mark is escaped. */
const LARGEST = 5_500_000;
