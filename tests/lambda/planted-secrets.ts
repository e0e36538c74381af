import type { APIGatewayProxyEvent } from 'aws-lambda';
import { COUNTRY, DECIDE, PARK, PUT, prohibited, REGISTER_ZONE } from '../api/seed.ts';
import { JSON_CONTENT, type TestApi } from '../testkit/api.ts';

// Requests with something in them that belongs into no log. Every one says `s3cr3t`, or one of the numbers, so that one
// search finds any of them, whole or in part.
export const SECRET = /s3cr3t|91140881MA0K3XYZ1A|13800138000|203\.0\.113\.77/i;

type Event = Partial<APIGatewayProxyEvent>;
type Planted = Readonly<Record<string, (api: TestApi) => Event | Promise<Event>>>;

export const query = (text: string, more: object = {}): Event => ({
  body: JSON.stringify({ query: text, ...more }),
});
const VIEWER = query('{ viewer { subject } }');
const withHeaders = (headers: Readonly<Record<string, string>>): Event => ({
  ...VIEWER,
  headers: { ...JSON_CONTENT, ...headers },
});
const ASSESS =
  'query ($project: ProjectInput!) { assess(project: $project) { assessment { outcome } userErrors { message } } }';
const assess = (project: object): Event =>
  query(ASSESS, { variables: { project: { zone: PARK, industries: ['2614'], ...project } } });

const as = async ({ issuer }: TestApi, role: string, mutation: string, input: object): Promise<Event> => ({
  headers: { ...JSON_CONTENT, authorization: await issuer.bearer(`s3cr3t-${role}`, [role]) },
  ...query(mutation, { variables: { input } }),
});

/** Read to the end: the secrets come as deep as operations and store. */
export const CARRIED_OUT: Planted = {
  'a good token of a person': async ({ issuer }) =>
    withHeaders({
      authorization: await issuer.bearer('s3cr3t', [`officer:${PARK}`, 'boss:s3cr3t', 'editor:s3cr3t'], {
        name: 's3cr3t',
        phone_number: '13800138000',
      }),
    }),
  'cookies and other headers': () =>
    withHeaders({
      Cookie: 'session=s3cr3t',
      'X-Api-Key': 's3cr3t',
      'User-Agent': 's3cr3t/1',
      Referer: 's3cr3t',
    }),
  'an address and an API key': () => ({
    ...withHeaders({ 'X-Forwarded-For': '203.0.113.77' }),
    requestContext: {
      requestId: 'r1',
      identity: { sourceIp: '203.0.113.77', apiKey: 's3cr3t', userAgent: 's3cr3t', user: 's3cr3t' },
    } as unknown as APIGatewayProxyEvent['requestContext'],
  }),
  'stage variables and a path': () => ({ ...VIEWER, stageVariables: { key: 's3cr3t' }, path: '/s3cr3t' }),
  'the name, codes and applicant of a project': () =>
    assess({
      name: 's3cr3t',
      projectCode: 's3cr3t',
      unifiedSocialCreditCode: '91140881MA0K3XYZ1A',
      applicant: 's3cr3t',
    }),
  "a caller's own mark": () => assess({ ref: 's3cr3t' }),
  'a fact that nobody defined': () =>
    assess({ facts: { declared: [{ key: 's3cr3t', value: { flag: true } }] } }),
  'a value that a fact cannot have': () => assess({ facts: { landArea: { number: 's3cr3t', unit: '亩' } } }),
  'an industry that is none': () => assess({ industries: ['s3cr3t'] }),
  'a zone that is none': () => assess({ zone: 'zone_s3cr3t' }),
  'an area that is none': () => assess({ areas: ['s3cr3t'] }),
  "an officer's confirmation from somebody who is none": () =>
    assess({
      confirmations: [
        { catalog: 'catalog_park', entry: '1', exception: 'case', confirmed: true, document: 's3cr3t' },
      ],
    }),
  'a literal in the query': () => query('{ zone(id: "s3cr3t") { id } }'),
  'a comment in the query': () => query('# s3cr3t\n{ viewer { subject } }'),
  'aliases, fragments, variables and operations by name': () =>
    query(
      'query s3cr3t_13800138000($s3cr3t: ID! = "s3cr3t") { s3cr3t: zone(id: $s3cr3t) { ...s3cr3t } } fragment s3cr3t on Zone { s3cr3t: id }',
    ),
  'an operation named with a credit code': () => query('query c91140881MA0K3XYZ1A { viewer { subject } }'),
  'a variable that no query asks for': () =>
    query('{ viewer { subject } }', { variables: { s3cr3t: 's3cr3t' } }),
  'the address of a GET': () => ({
    httpMethod: 'GET',
    headers: { 'apollo-require-preflight': 's3cr3t' },
    multiValueQueryStringParameters: { query: ['{ zone(id: "s3cr3t") { id } }'], s3cr3t: ['s3cr3t'] },
  }),
  'a recorded decision, its key and the document it rests on': (api) =>
    as(api, `officer:${PARK}`, DECIDE, {
      idempotencyKey: 's3cr3t',
      project: {
        zone: PARK,
        name: 's3cr3t',
        industries: ['2614'],
        natures: ['NEW_BUILD'],
        confirmations: [
          { catalog: 'catalog_park', entry: '1', exception: 'case', confirmed: true, document: 's3cr3t 号' },
        ],
      },
    }),
  'reasons and texts of a draft': (api) =>
    as(api, `editor:${COUNTRY}`, PUT, {
      catalog: 'catalog_park',
      expectedRevision: 1,
      reason: 's3cr3t',
      entries: [prohibited('s3cr3t')],
    }),
  'the registration of a zone': (api) =>
    as(api, `admin:${COUNTRY}`, REGISTER_ZONE, {
      code: '140899',
      name: { zh: 's3cr3t' },
      parent: 'region_s3cr3t',
      kind: 'CHEMICAL_PARK',
      zoneLevel: 'OTHER',
      effectiveFrom: 's3cr3t',
      reason: 's3cr3t',
    }),
};

/** Refused before anything is done: what was sent is quoted to the caller, and to nobody else. */
export const TURNED_AWAY: Planted = {
  'a token that has run out': async ({ issuer }) =>
    withHeaders({ authorization: await issuer.bearer('s3cr3t', [], { exp: 1 }) }),
  'a token for somebody else': async ({ issuer }) =>
    withHeaders({ authorization: await issuer.bearer('s3cr3t', [], { aud: 's3cr3t' }) }),
  'a token of no subject': async ({ issuer }) =>
    withHeaders({ authorization: await issuer.bearer(' s3cr3t ') }),
  'a token of nobody': () => withHeaders({ authorization: 'Bearer s3cr3t.s3cr3t.s3cr3t' }),
  'a password': () => withHeaders({ authorization: 'Basic s3cr3t' }),
  'a variable of the wrong type': () =>
    query('query ($first: Int) { zones(first: $first) { totalCount } }', { variables: { first: 's3cr3t' } }),
  'a literal of the wrong type': () => query('{ zones(first: "s3cr3t") { totalCount } }'),
  'a literal that is no enum value': () => query('{ zones(filter: {kind: s3cr3t}) { totalCount } }'),
  'a field that is not there': () => query('{ s3cr3t }'),
  'an argument that is not there': () => query('{ viewer(s3cr3t: "s3cr3t") { subject } }'),
  'broken syntax': () => query('{ viewer { s3cr3t'),
  'the name of an operation, over lines': () =>
    query('{ viewer { subject } }', { operationName: 'x\n{"level":"INFO","message":"request","s3cr3t":1}' }),
  'a cursor': () =>
    query('query ($after: String) { zones(after: $after) { totalCount } }', {
      variables: { after: 's3cr3t' },
    }),
  'a stored query': () =>
    query('{ viewer { subject } }', { extensions: { persistedQuery: { version: 1, sha256Hash: 's3cr3t' } } }),
  'a body that is no JSON': () => ({ body: '{"query": s3cr3t' }),
  'a body cut short': () => ({ body: '{"query": "s3cr3t' }),
  'a body that is no UTF-8': () => ({
    body: Buffer.concat([Buffer.from('{"query": "s3cr3t'), Buffer.from([0xff])]).toString('base64'),
    isBase64Encoded: true,
  }),
  'another media type': () => ({ headers: { 'content-type': 's3cr3t/s3cr3t' }, body: 's3cr3t' }),
  'another method': () => ({ ...VIEWER, httpMethod: 'S3CR3T' }),
};
