import { handlers } from '@as-integrations/aws-lambda';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { jsonError } from './json-error.ts';

const gateway = handlers.createAPIGatewayProxyEventRequestHandler();

/**
 * How a request of API Gateway (REST, proxy integration) becomes one of GraphQL and back.
 *
 * The library's reading, but for four things: it decodes query parameters
 * that the gateway has decoded already, replaces bytes that are no UTF-8 by
 * "�" without a word, rounds numbers with more digits than a double has, and
 * answers a body that is no JSON in plain text.
 */
export const gatewayRequests: typeof gateway = {
  ...gateway,

  fromEvent(event) {
    return gateway.fromEvent({
      ...event,
      body: withoutRounding(textOf(event)),
      isBase64Encoded: false,
      multiValueQueryStringParameters: encodedAgain(event.multiValueQueryStringParameters),
    });
  },

  toErrorResult(error) {
    if (error instanceof SyntaxError || error instanceof NotUtf8) {
      return jsonError(400, 'BAD_REQUEST', {
        zh: `请求正文不是有效的 JSON：${error.message}`,
        en: `The body of the request is not valid JSON: ${error.message}`,
      });
    }
    return jsonError(500, 'INTERNAL_SERVER_ERROR', {
      zh: '服务内部错误，请稍后重试；如仍出现请联系管理员。',
      en: 'Something went wrong on our side. Try again; if it stays, tell the operator.',
    });
  },
};

class NotUtf8 extends Error {
  constructor() {
    super('it is not UTF-8');
  }
}

function textOf({ body, isBase64Encoded }: APIGatewayProxyEvent): string | null {
  if (body === null || !isBase64Encoded) return body;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(body, 'base64'));
  } catch {
    throw new NotUtf8();
  }
}

/**
 * The JSON with every number that would be rounded put as a text that is no decimal, so that the project that states
 * it is refused for it and no other (DESIGN 2.3: at most 15 significant digits).
 */
function withoutRounding(json: string | null): string | null {
  if (json === null) return null;
  return json.replace(STRING_OR_NUMBER, (token) => {
    if (token.startsWith('"')) return token;
    const significant = token
      .replace(/[eE].*$/, '')
      .replace(/[-.]/g, '')
      .replace(/^0+/, '');
    return significant.length > 15 ? JSON.stringify(`${token} `) : token;
  });
}
const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/gs;

type Parameters = APIGatewayProxyEvent['multiValueQueryStringParameters'];

const encodedAgain = (parameters: Parameters): Parameters =>
  parameters &&
  Object.fromEntries(
    Object.entries(parameters).map(([name, values]) => [name, values?.map(encodeURIComponent)]),
  );
