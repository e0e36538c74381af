import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { jsonError } from './json-error.ts';
import type { Answer } from './rest-handler.ts';

/**
 * The versions of a catalog as a feed (Atom, RFC 4287) at `/feeds/<catalog id>.atom`, the newest first: what somebody
 * subscribes to who wants to hear of new versions. It asks the API as everybody may, and is nothing but another form of
 * the answer.
 */
export const withFeeds =
  (answer: Answer): Answer =>
  async (event, record) => {
    const [, id] = PATH.exec(event.path ?? '') ?? [];
    if (id === undefined || event.httpMethod !== 'GET') return answer(event, record);
    const result = await answer(asked(event, id), record);
    const { data, errors } = JSON.parse(result.body) as FeedAnswer;
    // An outage or a limit is told as it is.
    if (errors || !data) return result;
    if (!data.catalog) return NO_SUCH_CATALOG;
    return {
      statusCode: 200,
      headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
      body: feedOf(data.catalog),
    };
  };

const PATH = /\/feeds\/([\w.-]{1,200})\.atom$/;

/** Whatever a reader of feeds sends along, a token included, has no part in it. */
const asked = (event: APIGatewayProxyEvent, id: string): APIGatewayProxyEvent => ({
  ...event,
  httpMethod: 'POST',
  headers: { 'content-type': 'application/json' },
  multiValueHeaders: { 'content-type': ['application/json'] },
  queryStringParameters: null,
  multiValueQueryStringParameters: null,
  isBase64Encoded: false,
  body: JSON.stringify({ query: QUERY, variables: { id } }),
});

const QUERY = `query Feed($id: ID!) {
  catalog(id: $id) {
    id
    title { zh }
    issuer
    versions(first: 50) { edges { node { id number title { zh } effectiveFrom effectiveTo entryCount publishedAt } } }
  }
}`;

interface FeedAnswer {
  readonly data?: { readonly catalog: FeedCatalog | null };
  readonly errors?: unknown;
}
interface FeedCatalog {
  readonly id: string;
  readonly title: { readonly zh: string };
  readonly issuer: string | null;
  readonly versions: { readonly edges: readonly { readonly node: FeedVersion }[] };
}
interface FeedVersion {
  readonly id: string;
  readonly number: number;
  readonly title: { readonly zh: string };
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly entryCount: number;
  readonly publishedAt: string;
}

/** Links are relative, for the same console lies beside the feed wherever it is served. */
function feedOf({ id, title, issuer, versions }: FeedCatalog): string {
  const published = versions.edges.map(({ node }) => node);
  const entries = published.map(({ number, ...version }) => {
    const until = version.effectiveTo === null ? '' : `，至 ${version.effectiveTo} 止`;
    return [
      '<entry>',
      `<id>urn:park-admission:${xml(version.id)}</id>`,
      `<title>${xml(version.title.zh)} 第 ${number} 版</title>`,
      `<updated>${xml(version.publishedAt)}</updated>`,
      `<link href="../#/catalogs/${xml(id)}/notes?version=${number}"/>`,
      `<summary>自 ${version.effectiveFrom} 起施行${until}，共 ${version.entryCount} 条。</summary>`,
      '</entry>',
    ].join('');
  });
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
    `<id>urn:park-admission:${xml(id)}</id>`,
    `<title>${xml(title.zh)}</title>`,
    // A catalog without a version has nothing to tell yet, and a feed must have a time.
    `<updated>${xml(published[0]?.publishedAt ?? '1970-01-01T00:00:00.000Z')}</updated>`,
    `<author><name>${xml(issuer ?? title.zh)}</name></author>`,
    `<link rel="self" href="${xml(id)}.atom"/>`,
    `<link href="../#/catalogs/${xml(id)}"/>`,
    ...entries,
    '</feed>\n',
  ].join('\n');
}

const xml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const NO_SUCH_CATALOG: APIGatewayProxyResult = jsonError(404, 'NOT_FOUND', {
  zh: '没有这部目录，无从订阅。',
  en: 'There is no such catalog to subscribe to.',
});
