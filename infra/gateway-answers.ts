import { ResponseType, type RestApi } from 'aws-cdk-lib/aws-apigateway';
import { RESPONSE_HEADERS } from '../services/lambda/response-headers.ts';
import { readableByOne } from './cors-preflight.ts';
import type { Stage } from './stages.ts';

/**
 * What the gateway answers by itself, in the form of every other answer: a GraphQL error with a code, in English and
 * Chinese. Otherwise a portal would have to read two kinds.
 */
export function answerLikeTheApi(api: RestApi, { origins }: Stage): void {
  const headers = { ...RESPONSE_HEADERS, ...readableByOne(origins) };
  for (const [id, { type, statusCode, code, en, zh }] of Object.entries(ANSWERS))
    api.addGatewayResponse(id, {
      type,
      statusCode,
      responseHeaders: Object.fromEntries(
        // A value in quotation marks is one that the gateway takes as it is.
        Object.entries(headers).map(([name, value]) => [name, `'${value}'`]),
      ),
      templates: { 'application/json': JSON.stringify(graphqlError(code, { en, zh })) },
    });
}

export const graphqlError = (
  code: string,
  { en, zh }: { readonly en: string; readonly zh: string },
): object => ({
  errors: [{ message: en, extensions: { code, zh } }],
});

interface Answer {
  readonly type: ResponseType;
  /** That of the fault where not given. */
  readonly statusCode?: string;
  readonly code: string;
  readonly en: string;
  readonly zh: string;
}

const ANSWERS: Readonly<Record<string, Answer>> = {
  TooLarge: {
    type: ResponseType.REQUEST_TOO_LARGE,
    statusCode: '413',
    code: 'REQUEST_TOO_LARGE',
    en: 'The body of the request is too large. Send it in several requests.',
    zh: '请求正文过大，请分批提交。',
  },
  MissingKey: {
    type: ResponseType.INVALID_API_KEY,
    statusCode: '403',
    code: 'API_KEY_REQUIRED',
    en: 'This address wants the key of a portal in the header x-api-key. Without a key use /graphql.',
    zh: '该地址须在请求头 x-api-key 中提供平台密钥；没有密钥请使用 /graphql。',
  },
  Throttled: {
    type: ResponseType.THROTTLED,
    statusCode: '429',
    code: 'TOO_MANY_REQUESTS',
    en: 'Too many requests at once. Wait a moment and ask again.',
    zh: '请求过于频繁，请稍后再试。',
  },
  Quota: {
    type: ResponseType.QUOTA_EXCEEDED,
    statusCode: '429',
    code: 'QUOTA_EXCEEDED',
    en: 'The portal has used up its requests of today. Ask the operator for a larger plan.',
    zh: '平台今日的请求额度已用完；如需提高额度请联系管理员。',
  },
  Firewall: {
    type: ResponseType.WAF_FILTERED,
    statusCode: '403',
    code: 'FORBIDDEN',
    en: 'The firewall has turned this request away. If it was a proper one, tell the operator the time of it.',
    zh: '该请求被防火墙拦截；如属正常请求，请将时间告知管理员。',
  },
  Unknown: {
    type: ResponseType.MISSING_AUTHENTICATION_TOKEN,
    statusCode: '404',
    code: 'NOT_FOUND',
    en: 'There is nothing at this address. The API is at /graphql, with a token at /officer/graphql, and takes GET and POST.',
    zh: '没有这个地址。接口在 /graphql，带凭证的在 /officer/graphql，支持 GET 和 POST。',
  },
  Timeout: {
    type: ResponseType.INTEGRATION_TIMEOUT,
    statusCode: '504',
    code: 'SERVICE_UNAVAILABLE',
    en: 'The answer took too long. Ask for fewer projects at once, or try again later.',
    zh: '处理超时，请减少一次提交的项目数量或稍后重试。',
  },
  ClientError: {
    type: ResponseType.DEFAULT_4XX,
    code: 'BAD_REQUEST',
    en: 'The request cannot be read.',
    zh: '无法识别该请求。',
  },
  ServerError: {
    type: ResponseType.DEFAULT_5XX,
    code: 'INTERNAL_SERVER_ERROR',
    en: 'Something went wrong on our side. Try again; if it stays, tell the operator.',
    zh: '服务内部错误，请稍后重试；如仍出现请联系管理员。',
  },
};
