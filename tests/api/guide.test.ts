import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { readExportHistoryOptions } from '../../services/local/export-history-options.ts';
import { readStartOptions } from '../../services/local/start-options.ts';
import { readTokenOptions } from '../../services/local/token-options.ts';
import { readVerifyHistoryOptions } from '../../services/local/verify-history-options.ts';
import { startApi } from '../testkit/api.ts';
import { commandsOf, fencesOf, requestsOf } from './guide-parts.ts';
import { withTables } from './guide-tables.ts';
import { walked } from './guide-walk.ts';

// Every answer of the guides is one that the API gave. After a change that is meant to show in them:
// `npx vitest run tests/api/guide.test.ts -u`, and read what became of the guides before it is committed.

const LANGUAGES = ['zh', 'en'] as const;
type Language = (typeof LANGUAGES)[number];
const fileOf = (language: Language): string =>
  new URL(`../../docs/guide/administrators.${language}.md`, import.meta.url).pathname;
const fencesIn = async (language: Language) =>
  fencesOf((await readFile(fileOf(language), 'utf8')).split('\n'));

describe.each(LANGUAGES)('the guide for administrators, %s', (language) => {
  test('gives the answers that the API gives, and every publication rule', async () => {
    const guide = await readFile(fileOf(language), 'utf8');
    let ids = 0;
    const api = await startApi(() => ({ newId: () => `guide-${++ids}` }));
    const tokens = commandsOf(await fencesIn(language), 'token').map(readTokenOptions);
    const roles = new Map(tokens.map((options) => [options.subject, options.roles]));
    const real = withTables(await walked(guide, api, roles), language);
    await expect(real).toMatchFileSnapshot(fileOf(language));
  });

  test('calls its commands as they want to be called', async () => {
    const fences = await fencesIn(language);
    const starts = commandsOf(fences, 'start').map(readStartOptions);
    const tokens = commandsOf(fences, 'token').map(readTokenOptions);
    expect(starts).toEqual([{ port: 4000, dataFolder: '.data-guide', samples: false }]);
    expect(new Set(tokens.map(({ dataFolder }) => dataFolder))).toEqual(new Set(['.data-guide']));
    const exports = commandsOf(fences, 'export-history').map((args) => readExportHistoryOptions(args, {}));
    expect(exports.map(({ what }) => what)).toEqual([{ catalog: 'catalog_guide-chem' }]);
    expect(commandsOf(fences, 'verify-history').map(readVerifyHistoryOptions)).toHaveLength(1);
  });
});

test('both guides make the same requests, each asking for messages in its own language', async () => {
  const [zh, en] = await Promise.all(
    LANGUAGES.map(async (language) =>
      requestsOf(await fencesIn(language)).map(({ answer: _, ...request }) => request),
    ),
  );
  expect(JSON.stringify(zh)).not.toContain('locale');
  expect(en!.map((request) => ({ ...request, query: request.query.replaceAll('(locale: EN)', '') }))).toEqual(
    zh,
  );
});
