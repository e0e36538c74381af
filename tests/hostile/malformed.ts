import { gzipSync } from 'node:zlib';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import * as fc from 'fast-check';

/** A request before it is spoilt. */
export interface Sound {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly authorization?: string;
}

type Request = Partial<APIGatewayProxyEvent>;

/** Requests that are broken in one way or several: as HTTP, as text, as JSON, as GraphQL, in their values. */
export function malformed(sounds: readonly Sound[]): fc.Arbitrary<Request> {
  // Changes take the time of the store: enough of them are met all the same.
  const [changes, questions] = [sounds.filter(isChange), sounds.filter((one) => !isChange(one))];
  const sound = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...questions) },
    { weight: 1, arbitrary: fc.constantFrom(...changes) },
  );
  const spoiltQuery = fc
    .tuple(sound, fc.array(spoilText(TOKENS), { minLength: 1, maxLength: 4 }))
    .map(([{ query, ...rest }, spoilers]) => ({
      ...rest,
      query: spoilers.reduce((text, spoil) => spoil(text), query),
    }));
  const spoiltValues = fc
    .tuple(sound, fc.array(spoilValue, { minLength: 1, maxLength: 3 }))
    .map(([{ variables, ...rest }, spoilers]) => ({
      ...rest,
      variables: spoilers.reduce<unknown>((value, spoil) => spoil(value), variables),
    }));
  const spoiltEnvelope = fc
    .tuple(
      sound,
      fc.dictionary(
        fc.constantFrom('query', 'variables', 'operationName', 'extensions', '__proto__'),
        anyValue,
      ),
    )
    .map(([{ authorization, ...body }, replaced]) => ({ authorization, ...body, ...replaced }));
  const asText = fc
    .tuple(
      fc.oneof(sound, spoiltQuery, spoiltValues, spoiltEnvelope),
      seldom(fc.array(spoilText(JSON_PIECES), { minLength: 1, maxLength: 3 }), []),
    )
    .map(([{ authorization, ...body }, spoilers]) => ({
      authorization,
      text: spoilers.reduce((text, spoil) => spoil(text), JSON.stringify(body)),
    }));
  const posted = fc.tuple(asText, encodings, headers).map(
    ([{ authorization, text }, encode, header]): Request => ({
      httpMethod: 'POST',
      ...encode(text),
      headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}), ...header },
    }),
  );
  const got = fc.tuple(fc.oneof(sound, spoiltQuery, spoiltValues), headers, parameters).map(
    ([{ query, variables }, header, more]): Request => ({
      httpMethod: 'GET',
      headers: { 'apollo-require-preflight': 'true', ...header },
      multiValueQueryStringParameters: { query: [query], variables: [JSON.stringify(variables)], ...more },
    }),
  );
  const otherwise = fc.record<Request>({
    httpMethod: fc.constantFrom(
      'PUT',
      'DELETE',
      'HEAD',
      'OPTIONS',
      'TRACE',
      'post',
      'get',
      'CONNECT',
      '',
      'constructor',
    ),
    headers: fc.constantFrom(null as never, {}, { 'content-type': 'application/json' }),
    body: fc.constantFrom(null, '', '{"query":"{ __typename }"}'),
  });
  return fc.oneof(
    { weight: 8, arbitrary: posted },
    { weight: 3, arbitrary: got },
    { weight: 1, arbitrary: otherwise },
  );
}

const isChange = ({ query }: Sound): boolean => query.startsWith('mutation');

/** Texts that are somebody's property name, number, half a character or code. */
const NASTY = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '',
  ' ',
  '\u0000',
  '\u202e',
  '\ufeff',
  '\ud800',
  '\udc00x',
  '😀',
  '園',
  'NaN',
  '-0',
  '1e999',
  '00',
  '0x10',
  '9'.repeat(40),
  '../../etc/passwd',
  '{{7*7}}',
  "' or 1=1 --",
  '<script>',
  '%00',
  '%c0%af',
  'zone_1',
  'catalog_park',
  'catalog_park@1',
  'PK',
  '#',
  'a'.repeat(5_000),
];
const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(...NASTY, null, true, 0, -1, 1.5, 2 ** 53, 1e308, [], {}, [[]], [null]),
  fc.jsonValue({ maxDepth: 4 }),
  fc.dictionary(fc.constantFrom(...NASTY), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 }),
);

type Spoil<T> = (value: T) => T;

/** One in five. */
const seldom = <T>(arbitrary: fc.Arbitrary<T>, otherwise: T): fc.Arbitrary<T> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(otherwise) }, { weight: 1, arbitrary });

const TOKENS = [
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  '$',
  '!',
  ':',
  '...',
  '@',
  '"',
  '"""',
  '#',
  '&',
  '|',
  '\\u{110000}',
  '\\uD800',
].concat([
  'on',
  'null',
  'true',
  'fragment',
  'query',
  'mutation',
  'subscription',
  '__schema',
  '__typename',
  '-',
  '1e999',
  'a:',
]);
const JSON_PIECES = [
  '"',
  '\\',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  'null',
  '1e999',
  '-',
  '\\ud800',
  '\ud800',
  '\u0000',
  '"__proto__":{"x":1},',
].concat([
  '//',
  "'",
  'NaN',
  'Infinity',
  '\ufeff',
  '}{',
  '123456789012345678901234567890',
  '"constructor":{"prototype":{"x":1}},',
]);

/** Cuts, doubles or replaces a piece of a text, or puts one of these in. */
const spoilText = (pieces: readonly string[]): fc.Arbitrary<Spoil<string>> =>
  fc
    .tuple(
      fc.nat(1_000),
      fc.nat(20),
      fc.constantFrom('cut', 'double', 'put', 'replace', 'end'),
      fc.constantFrom(...pieces),
    )
    .map(([place, length, how, piece]) => (text) => {
      const at = Math.floor((place / 1_001) * text.length);
      const [before, here, after] = [text.slice(0, at), text.slice(at, at + length), text.slice(at + length)];
      switch (how) {
        case 'cut':
          return before + after;
        case 'double':
          return before + here + here + after;
        case 'put':
          return before + piece + here + after;
        case 'replace':
          return before + piece + after;
        default:
          return before;
      }
    });

/** Puts another value somewhere inside. */
const spoilValue: fc.Arbitrary<Spoil<unknown>> = fc
  .tuple(fc.array(fc.nat(7), { maxLength: 7 }), anyValue, fc.option(fc.constantFrom(...NASTY)))
  .map(
    ([path, value, key]) =>
      (root) =>
        replacedAt(root, path, value, key),
  );

function replacedAt(
  value: unknown,
  [step, ...path]: readonly number[],
  by: unknown,
  key: string | null,
): unknown {
  if (step === undefined || typeof value !== 'object' || value === null) return by;
  const keys = Object.keys(value);
  const chosen = key ?? keys[step % Math.max(1, keys.length)] ?? 'new';
  if (Array.isArray(value))
    return value.map((item, at) => (String(at) === chosen ? replacedAt(item, path, by, key) : item));
  const inside = (value as Record<string, unknown>)[chosen];
  const changed = Object.entries(value).filter(([name]) => name !== chosen);
  return Object.fromEntries([...changed, [chosen, replacedAt(inside, path, by, null)]]);
}

const base64 = (bytes: Buffer): Request => ({ body: bytes.toString('base64'), isBase64Encoded: true });
const encodings: fc.Arbitrary<(text: string) => Request> = fc.oneof(
  { weight: 12, arbitrary: fc.constant((text: string): Request => ({ body: text, isBase64Encoded: false })) },
  {
    weight: 5,
    arbitrary: fc.constantFrom<(text: string) => Request>(
      (text) => base64(Buffer.from(text)),
      (text) => base64(Buffer.from(text, 'utf16le')),
      (text) => base64(Buffer.from(`\ufeff${text}`, 'utf16le').swap16()),
      (text) => base64(Buffer.from(text, 'latin1')),
      (text) => base64(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)])),
      (text) => base64(gzipSync(text)),
      (text) => base64(gzipSync(text).subarray(0, 20)),
      (text) => base64(Buffer.concat([Buffer.from(text), Buffer.from([0xc3])])),
      (text) => ({ body: text, isBase64Encoded: true }),
      (text) => ({ body: Buffer.from(text).toString('base64'), isBase64Encoded: false }),
      () => ({ body: null, isBase64Encoded: false }),
      () => ({ body: '', isBase64Encoded: true }),
    ),
  },
);

const headers: fc.Arbitrary<Readonly<Record<string, string>>> = fc.oneof(
  { weight: 12, arbitrary: fc.constant({}) },
  {
    weight: 3,
    arbitrary: fc.dictionary(
      fc
        .constantFrom(
          'content-type',
          'Content-Type',
          'accept',
          'Accept',
          'authorization',
          'content-encoding',
          'content-length',
        )
        .filter(Boolean),
      fc.constantFrom(
        'application/json',
        'application/json; charset=utf-16',
        'text/plain',
        'multipart/form-data',
        'application/graphql',
        'application/x-www-form-urlencoded',
        'application/graphql-response+json',
        'text/html',
        '*/*',
        'image/png;q=0',
        ';;,,',
        '',
        'gzip',
        'deflate, br',
        '-1',
        'Bearer',
        'Bearer x.y.z',
        'Basic YTpi',
        '__proto__',
        'multipart/mixed; deferSpec=20220824',
      ),
      { maxKeys: 3 },
    ),
  },
);

const parameters: fc.Arbitrary<Record<string, string[]>> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  {
    weight: 2,
    arbitrary: fc.dictionary(
      fc.constantFrom('query', 'variables', 'extensions', 'operationName', '__proto__', 'x'),
      fc.array(fc.constantFrom(...NASTY, '{', '[]', '{"a":1}', 'null', '{ __typename }', '%'), {
        maxLength: 2,
      }),
      { maxKeys: 3 },
    ),
  },
);
