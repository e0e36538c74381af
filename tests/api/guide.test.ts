import { readFile } from 'node:fs/promises';
import type { OperationDefinitionNode } from 'graphql';
import { buildSchema, getVariableValues, parse, validate } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { typeDefs } from '../../graphql/type-defs.ts';
import { MESSAGE_CODES, type MessageCode } from '../../services/domain/messages/messages.ts';
import { loadSamples } from '../../services/local/samples/load.ts';
import { readStartOptions } from '../../services/local/start-options.ts';
import { readTokenOptions } from '../../services/local/token-options.ts';
import { startApi, type TestApi } from '../testkit/api.ts';
import { verifiedExport } from './guide-export.ts';
import { commandsOf, fencesOf, requestsOf } from './guide-parts.ts';
import { codesOf, withTables } from './guide-tables.ts';
import { walked } from './guide-walk.ts';

// Every answer in the guides is one that the API gave. After a change that is meant to show in them:
// `npx vitest run tests/api/guide.test.ts -u`, and read what has become of the guides before it is committed.

const LANGUAGES = ['zh', 'en'] as const;
type Language = (typeof LANGUAGES)[number];
type Readers = 'administrators' | 'portals';
const fileOf = (language: Language, readers: Readers = 'administrators'): string =>
  new URL(`../../docs/guide/${readers}.${language}.md`, import.meta.url).pathname;
const guideIn = (language: Language, readers?: Readers): Promise<string> =>
  readFile(fileOf(language, readers), 'utf8');
const fencesIn = async (language: Language, readers?: Readers) =>
  fencesOf((await guideIn(language, readers)).split('\n'));

/** Of projects and decisions: nobody who keeps register and catalogs is told them. */
const OF_PROJECTS: readonly MessageCode[] = [
  'INDUSTRY_NAME_MISMATCH',
  'INDUSTRY_NAME_OF_ANOTHER',
  'INDUSTRY_NAME_OF_2011',
  'INDUSTRY_OF_2011',
  'UNIT_REQUIRED',
  'UNKNOWN_UNIT',
  'UNIT_OF_ANOTHER_KIND',
  'AMBIGUOUS_NUMBER',
  'RATIO_STATED',
  'RATIO_BY_ZERO',
  'ZONE_CLOSED',
  'EMPTY_LIST',
  'UNKNOWN_AREA',
  'ZONE_HAS_NO_AREAS',
  'INVALID_PROJECT_CODE',
  'INVALID_CREDIT_CODE',
  'DUPLICATE_AMOUNT',
  'LINES_DO_NOT_ADD_UP',
  'LINES_DO_NOT_MATCH',
  'PRODUCT_IS_WHAT_IT_IS_CALLED',
  'UNKNOWN_PRODUCT_TERM',
  'UNKNOWN_PRODUCT_UNIT',
  'UNKNOWN_CONFIRMATION',
  'TOO_MANY_PROJECTS',
  'INVALID_TIME',
  'PERIOD_TOO_LONG',
];

/** Of projects, but of what only an officer states or asks. */
const OF_OFFICERS: readonly MessageCode[] = ['UNKNOWN_CONFIRMATION', 'INVALID_TIME', 'PERIOD_TOO_LONG'];

/** Of lists of projects: the guide for approval offices tells them. */
const OF_BATCHES: readonly MessageCode[] = [
  'UNKNOWN_BATCH',
  'BATCH_TOO_WIDE',
  'CHUNK_INDEX',
  'CHUNK_SIZE',
  'CHUNK_TOO_HEAVY',
  'CHUNK_DIFFERS',
  'ZONE_NOT_IN_BATCH',
  'BATCH_CLOSED',
  'BATCH_OPEN',
  'BATCH_OUTDATED',
  'ROW_DECIDED',
  'UNKNOWN_ROW',
  'BATCH_SOFTWARE_CHANGED',
  'CHUNKS_MISSING',
  'CHUNKS_DIFFER',
  'ROWS_DIFFER',
  'CLOSED_OTHERWISE',
  'BATCH_COMPLETE',
  'LISTS_NOT_TAKEN',
  'LIST_SIZE',
  'UNKNOWN_UPLOAD',
];

/** Of requests as such: whoever writes a client meets them, and docs/security.md says what they are about. */
const OF_REQUESTS: readonly MessageCode[] = [
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'BATCHING_NOT_SUPPORTED',
  'BATCH_TOO_HEAVY',
  'CHANGE_BY_GET',
  'CSRF_PREVENTED',
  'FRAGMENT_CYCLE',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'INTROSPECTION_NOT_ALLOWED',
  'INVALID_REQUEST',
  'INVALID_UNICODE',
  'METHOD_NOT_ALLOWED',
  'NOT_ACCEPTABLE',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'QUERY_TEXT_TOO_LONG',
  'QUERY_TOO_COSTLY',
  'QUERY_TOO_MANY_ALIASES',
  'QUERY_TOO_MANY_DIRECTIVES',
  'QUERY_TOO_MANY_FRAGMENTS',
  'QUERY_TOO_MANY_OPERATIONS',
  'QUERY_TOO_MANY_TOKENS',
  'REQUEST_TOO_DEEP',
  'REQUEST_TOO_LARGE',
  'REQUEST_TOO_MANY_VALUES',
];

describe.each(LANGUAGES)('the guide for administrators, %s', (language) => {
  test('gives the answers that the API gives, and every publication rule', async () => {
    const fences = await fencesIn(language);
    let ids = 0;
    const api = await startApi(() => ({ newId: () => `guide-${++ids}` }));
    const tokens = commandsOf(fences, 'token').map(readTokenOptions);
    const roles = new Map(tokens.map(({ subject, roles }) => [subject, roles]));
    const last = tokens.at(-1)!;
    const real = await walked(await guideIn(language), api, roles, async () =>
      verifiedExport(fences, api, await api.issuer.token(last.subject, last.roles)),
    );
    await expect(withTables(real, language)).toMatchFileSnapshot(fileOf(language));
  });

  test('shows the commands as they want to be called, all on the same data', async () => {
    const fences = await fencesIn(language);
    const dataFolder = '.data-guide';
    expect(commandsOf(fences, 'start').map(readStartOptions)).toEqual([
      { port: 4000, dataFolder, samples: false },
    ]);
    for (const token of commandsOf(fences, 'token').map(readTokenOptions))
      expect(token).toMatchObject({ dataFolder });
  });

  test('says what to do about every code that an administrator can be told, once', async () => {
    const told = codesOf(await guideIn(language));
    expect([...told].sort()).toEqual(
      MESSAGE_CODES.filter((code) => ![...OF_PROJECTS, ...OF_BATCHES, ...OF_REQUESTS].includes(code)).sort(),
    );
  });
});

test.each(['administrators', 'portals'] as const)(
  'both guides for %s make the same requests, each asking for sentences in its own language',
  async (readers) => {
    const [zh, en] = await Promise.all(
      LANGUAGES.map(async (language) =>
        requestsOf(await fencesIn(language, readers)).map(({ answer: _, ...request }) => request),
      ),
    );
    expect(JSON.stringify(zh)).not.toContain('locale');
    expect(
      en!.map(({ query, ...rest }) => ({ ...rest, query: query.replaceAll('(locale: EN)', '') })),
    ).toEqual(zh);
  },
);

describe('the guide for investment portals', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
    await loadSamples(
      ({ query, variables, token }) => api.ask(query, variables as object, token),
      (subject, roles) => api.issuer.token(subject, roles),
    );
  }, 120_000);

  test.each(LANGUAGES)('gives the answers that the API gives over the samples, %s', async (language) => {
    const real = await walked(await guideIn(language, 'portals'), api, new Map());
    await expect(real).toMatchFileSnapshot(fileOf(language, 'portals'));
  });

  test.each(LANGUAGES)(
    'says what to do about every code that is of projects alone, once, %s',
    async (language) => {
      const told = codesOf(await guideIn(language, 'portals'));
      expect(told).toEqual([...new Set(told)]);
      expect(MESSAGE_CODES).toEqual(expect.arrayContaining([...told]));
      expect(told).toEqual(expect.arrayContaining(OF_PROJECTS.filter((code) => !OF_OFFICERS.includes(code))));
    },
  );
});

describe.each(LANGUAGES)('the guide for approval offices, %s', (language) => {
  const guide = () =>
    readFile(new URL(`../../docs/guide/approval-offices.${language}.md`, import.meta.url), 'utf8');

  test('shows requests that the API takes, with the variables that they want', async () => {
    const fences = fencesOf((await guide()).split('\n'));
    const schema = buildSchema(typeDefs);
    const queries = fences.flatMap(({ language, body }, at) =>
      language === 'graphql' ? [[parse(body), JSON.parse(fences[at + 1]!.body)] as const] : [],
    );
    expect(queries).toHaveLength(8);
    for (const [document, variables] of queries) {
      expect(validate(schema, document)).toEqual([]);
      const [operation] = document.definitions as readonly OperationDefinitionNode[];
      expect(
        getVariableValues(schema, operation!.variableDefinitions ?? [], variables).errors,
      ).toBeUndefined();
    }
  });

  test('says what to do about every code of a batch or of officers, once', async () => {
    expect([...codesOf(await guide())].sort()).toEqual([...OF_BATCHES, ...OF_OFFICERS].sort());
  });
});
