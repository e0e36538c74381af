import type { IncomingMessage } from 'node:http';
import type { APIGatewayProxyResult } from 'aws-lambda';
import { jsonError } from '../lambda/json-error.ts';
import type { Answer } from './http-server.ts';
import { readBody } from './read-body.ts';

/**
 * Answers at most so many requests at once and rejects the others, as the gateway does in production: a client that is
 * rejected at once can try again. An unbounded queue would make everybody wait until nobody wants the answer.
 */
export function limitConcurrency(max: number, answer: Answer): Answer {
  let running = 0;
  return async (request: IncomingMessage) => {
    if (running >= max) {
      // Read to its end, or the connection would have to be closed, and a new one costs more than the answer.
      await readBody(request);
      return TOO_MANY_REQUESTS;
    }
    running++;
    try {
      return await answer(request);
    } finally {
      running--;
    }
  };
}

const TOO_MANY_REQUESTS: APIGatewayProxyResult = {
  ...jsonError(503, 'CROWDED', {
    zh: '当前请求过多，本次未受理，请稍后重试。',
    en: 'Too many requests at the moment; this one was not taken. Try again shortly.',
  }),
  multiValueHeaders: { 'retry-after': ['1'] },
};
