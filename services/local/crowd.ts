import type { IncomingMessage } from 'node:http';
import type { APIGatewayProxyResult } from 'aws-lambda';
import { jsonError } from '../lambda/json-error.ts';
import type { Answer } from './http-server.ts';
import { readBody } from './read-body.ts';

/**
 * Answers at most so many requests at once and turns the others away at the door, as the gateway does in production:
 * one who is told at once can come again, and those inside are answered in time. A queue without an end would make
 * everybody wait until nobody wants the answer any more.
 */
export function answeringAtMost(most: number, answer: Answer): Answer {
  let inside = 0;
  return async (request: IncomingMessage) => {
    if (inside >= most) {
      // Read to its end, or the connection would have to be closed, and a new one costs more than the answer.
      await readBody(request);
      return CROWDED;
    }
    inside++;
    try {
      return await answer(request);
    } finally {
      inside--;
    }
  };
}

const CROWDED: APIGatewayProxyResult = {
  ...jsonError(503, 'CROWDED', {
    zh: '当前请求过多，本次未受理，请稍后重试。',
    en: 'Too many requests at the moment; this one was not taken. Try again shortly.',
  }),
  multiValueHeaders: { 'retry-after': ['1'] },
};
