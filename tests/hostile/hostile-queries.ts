import { gzipSync } from 'node:zlib';

/** A request that no client sends. Each would read the store, were it run. */
export interface HostileQuery {
  readonly name: string;
  readonly code: string;
  /** The body as sent. */
  readonly body: string;
  /** Whether the body is Base64 of bytes that are no text. */
  readonly isBase64Encoded?: boolean;
  /** 400 where not given. */
  readonly status?: number;
}

const ZONES = 'zones { totalCount }';
const asking = (query: string, variables?: unknown): string => JSON.stringify({ query, variables });
const repeated = (count: number, write: (at: number) => string, between = ' '): string =>
  Array.from({ length: count }, (_, at) => write(at)).join(between);
const nested = (levels: number, open: string, inner: string, close: string): string =>
  open.repeat(levels) + inner + close.repeat(levels);
const inVariable = (value: string): string =>
  `{"query":"query ($project: ProjectInput!) { assess(project: $project) { index } ${ZONES} }","variables":{"project":${value}}}`;

export const HOSTILE_QUERIES: readonly HostileQuery[] = [
  {
    name: '500 levels of fields',
    code: 'QUERY_TOO_DEEP',
    body: asking(`{ ${ZONES} zone(id: "zone_1") ${nested(498, '{ parent ', '{ id }', '}')} }`),
  },
  {
    name: '17 levels of fields hidden in fragments',
    code: 'QUERY_TOO_DEEP',
    body: asking(
      `{ ${ZONES} zone(id: "zone_1") { ...f0 } } ${repeated(16, (at) => `fragment f${at} on Jurisdiction { parent { ${at < 15 ? `...f${at + 1}` : 'id'} } }`)}`,
    ),
  },
  {
    name: '9 000 lists inside each other',
    code: 'QUERY_TOO_DEEP',
    body: asking(`{ ${ZONES} zones(first: ${nested(9_000, '[', '1', ']')}) { totalCount } }`),
  },
  {
    name: '9 000 objects inside each other',
    code: 'QUERY_TOO_DEEP',
    body: asking(`{ ${ZONES} assess(project: ${nested(4_500, '{a:', '1', '}')}) { index } }`),
  },
  {
    name: 'a type of 9 000 lists',
    code: 'QUERY_TOO_DEEP',
    body: asking(`query ($a: ${nested(9_000, '[', 'Int', ']')}) { ${ZONES} }`),
  },
  {
    name: '1 000 aliases',
    code: 'QUERY_TOO_MANY_ALIASES',
    body: asking(`{ ${repeated(1_000, (at) => `a${at}: ${ZONES}`)} }`),
  },
  {
    name: '30 batches at once',
    code: 'QUERY_TOO_BROAD',
    body: asking(
      `query ($p: [ProjectInput!]!) { ${repeated(30, (at) => `a${at}: assessMany(projects: $p) { index }`)} }`,
      { p: [{ zone: 'zone_1' }] },
    ),
  },
  {
    name: '1 900 times the same field',
    code: 'QUERY_TOO_LONG',
    body: asking(`{ ${repeated(1_900, () => ZONES)} }`),
  },
  {
    name: '10 000 times the same field',
    code: 'QUERY_TOO_MANY_TOKENS',
    body: asking(`{ ${repeated(10_000, () => ZONES)} }`),
  },
  {
    name: 'fields that can be merged only after each was compared with each, arguments and all',
    code: 'QUERY_TOO_COSTLY',
    body: asking(
      `{ ${repeated(240, () => `zones(filter: {text: "a"}, first: 1, after: "b") { totalCount }`)} }`,
    ),
  },
  {
    name: 'a fragment bomb of 2^25 fields',
    code: 'QUERY_TOO_LONG',
    body: asking(
      `{ zones { edges { node { ...f0 } } } } ${repeated(26, (at) => `fragment f${at} on Zone { ${at < 25 ? `a: parent { ...f${at + 1} } ...f${at + 1} ...f${at + 1}` : 'id'} }`)}`.replaceAll(
        /a: parent \{ \.\.\.f\d+ \} /g,
        '',
      ),
    ),
  },
  {
    name: 'a fragment that contains itself',
    code: 'FRAGMENT_CYCLE',
    body: asking(`{ ${ZONES} zones { edges { node { ...f } } } } fragment f on Zone { id ...f }`),
  },
  {
    name: 'a circle of 90 fragments',
    code: 'FRAGMENT_CYCLE',
    body: asking(
      `{ ${ZONES} zones { edges { node { ...f0 } } } } ${repeated(90, (at) => `fragment f${at} on Zone { id ...f${(at + 1) % 90} }`)}`,
    ),
  },
  {
    name: '10 000 directives on one field',
    code: 'QUERY_TOO_MANY_TOKENS',
    body: asking(`{ zones ${repeated(10_000, () => '@a')} { totalCount } }`),
  },
  {
    name: '1 000 fragments that nobody uses',
    code: 'QUERY_TOO_MANY_FRAGMENTS',
    body: asking(`{ ${ZONES} } ${repeated(1_000, (at) => `fragment f${at} on Zone { ...g }`)}`),
  },
  {
    name: '4 900 directives on one field',
    code: 'QUERY_TOO_MANY_DIRECTIVES',
    body: asking(`{ zones ${repeated(4_900, () => '@a')} { totalCount } }`),
  },
  {
    name: '10 000 operations',
    code: 'QUERY_TOO_MANY_TOKENS',
    body: asking(repeated(10_000, (at) => `query q${at}{zones{a}}`, '')),
  },
  {
    name: '1 000 operations',
    code: 'QUERY_TOO_MANY_OPERATIONS',
    body: asking(repeated(1_000, (at) => `query q${at} { ${ZONES} }`)),
  },
  {
    name: '9 000 variables that nobody uses',
    code: 'QUERY_TOO_MANY_TOKENS',
    body: asking(`query (${repeated(9_000, (at) => `$v${at}: Int`)}) { ${ZONES} }`),
  },
  {
    name: 'a list of 5 000 in the text',
    code: 'TOO_MANY',
    body: asking(
      `{ ${ZONES} assess(project: { zone: "zone_1", industries: [${repeated(5_000, () => '"26"')}] }) { index } }`,
    ),
  },
  {
    name: 'a list of 100 000 in a variable',
    code: 'TOO_MANY',
    body: inVariable(`{"zone":"zone_1","industries":[${repeated(100_000, () => '"26"', ',')}]}`),
  },
  {
    name: '300 000 values in lists of lists',
    code: 'REQUEST_TOO_MANY_VALUES',
    body: inVariable(`[${repeated(300, () => `[${repeated(1_000, () => '0', ',')}]`, ',')}]`),
  },
  {
    name: '3 000 projects, each with all there is to say of it',
    code: 'QUERY_TOO_COSTLY',
    body: asking(
      `query ($p: [ProjectInput!]!) { assessMany(projects: $p) { assessment { findings { entry {
         basis { document number article } exceptions { key text { zh en } } requirements { key text { zh en } }
       } exceptions { holds exception { key } } requirements { met requirement { key } } } } } }`,
      { p: Array.from({ length: 3_000 }, () => ({ zone: 'zone_1' })) },
    ),
  },
  {
    name: 'pages of pages of pages',
    code: 'QUERY_TOO_COSTLY',
    body: asking(
      'query ($n: Int = 100) { catalogs(first: $n) { edges { node { versions(first: $n) { edges { node { entries(first: 100) { edges { node { code } } } } } } } } } }',
    ),
  },
  {
    name: 'objects inside each other in a variable, 100 000 levels',
    code: 'REQUEST_TOO_DEEP',
    body: inVariable(nested(100_000, '{"a":', '1', '}')),
  },
  {
    name: 'lists inside each other in a variable, 100 000 levels',
    code: 'REQUEST_TOO_DEEP',
    body: inVariable(nested(100_000, '[', '1', ']')),
  },
  {
    name: 'a body of 2 MB',
    code: 'REQUEST_TOO_LARGE',
    status: 413,
    body: inVariable(`"${'a'.repeat(2_000_000)}"`),
  },
  {
    name: 'a body of 2 MB in Base64',
    code: 'REQUEST_TOO_LARGE',
    status: 413,
    body: Buffer.from(inVariable(`"${'a'.repeat(2_000_000)}"`)).toString('base64'),
    isBase64Encoded: true,
  },
  {
    name: 'a block string of 1 MB',
    code: 'QUERY_TEXT_TOO_LONG',
    body: asking(`{ ${ZONES} zone(id: """${'  a\n'.repeat(250_000)}""") { id } }`),
  },
  {
    name: 'a comment of 1 MB',
    code: 'QUERY_TEXT_TOO_LONG',
    body: asking(`{ ${ZONES} } #${' '.repeat(1_000_000)}`),
  },
  {
    name: 'an integer of 100 000 digits in the text',
    code: 'GRAPHQL_VALIDATION_FAILED',
    body: asking(`{ ${ZONES} z: zones(first: ${'9'.repeat(100_000)}) { totalCount } }`),
  },
  {
    name: 'an integer of 1 000 000 digits in a variable',
    code: 'BAD_USER_INPUT',
    body: `{"query":"query ($n: Int) { zones(first: $n) { totalCount } }","variables":{"n":${'9'.repeat(1_000_000)}}}`,
  },
  {
    name: 'a body of escaped quotation marks that never ends',
    code: 'BAD_REQUEST',
    body: `{"query":"${'\\"'.repeat(500_000)}`,
  },
  {
    name: 'types of types of types of the schema',
    code: 'INTROSPECTION_NOT_ALLOWED',
    status: 403,
    body: asking(`{ ${ZONES} __schema { types { fields { type { fields { type { name } } } } } } }`),
  },
  {
    name: 'the schema behind a fragment',
    code: 'INTROSPECTION_NOT_ALLOWED',
    status: 403,
    body: asking(`{ ${ZONES} ...f } fragment f on Query { ... { __type(name: "Zone") { name } } }`),
  },
  {
    name: '1 000 requests in one',
    code: 'BATCHING_NOT_SUPPORTED',
    body: `[${repeated(1_000, () => asking(`{ ${ZONES} }`), ',')}]`,
  },
  {
    name: 'a body that is packed',
    code: 'BAD_REQUEST',
    body: gzipSync(asking(`{ ${ZONES} }`)).toString('base64'),
    isBase64Encoded: true,
  },
];
