import { beforeEach, describe, expect, test } from 'vitest';
import { PUBLICATION_RULES } from '../../services/domain/publication-rules/table.ts';
import { does, PARK, PUBLISH, payloadOf, prohibited, type Shanxi, SUBMIT, startShanxi } from './seed.ts';

let api: Shanxi;
beforeEach(async () => {
  api = await startShanxi();
});

const CHECK = `query ($catalog: ID!, $from: Date, $to: Date) {
  checkDraft(catalog: $catalog, effectiveFrom: $from, effectiveTo: $to) {
    contentHash revision publishable
    violations { rule severity sentence(locale: EN) entry field value zh: message en: message(locale: EN) }
  } }`;
const catalog = 'catalog_own';

describe('checkDraft', () => {
  test('tells all violations at once, of the content whose hash it names, and changes nothing', async () => {
    const draft = await api.draft({
      key: 'own',
      entries: [
        prohibited('1', { basis: [], printedAs: '（一）4' }),
        prohibited('2', { measure: 'RESTRICTED' }),
        prohibited('3', { validTo: '2026-06-30', printedAs: '第3条' }),
      ],
    });
    const { checkDraft } = (await api.editor.ask(CHECK, { catalog })).data;
    expect(checkDraft).toMatchObject({
      contentHash: draft.contentHash,
      revision: draft.revision,
      publishable: false,
    });
    expect(checkDraft.violations).toMatchObject([
      {
        rule: 'PR-01',
        severity: 'ERROR',
        sentence: PUBLICATION_RULES[0]!.sentence.en,
        entry: '1',
        field: 'basis',
        en: expect.stringContaining('Not so in entry 1〔（一）4〕, legal basis'),
        zh: expect.stringContaining('不符之处：条目 1〔（一）4〕，'),
      },
      { rule: 'PR-05', severity: 'ERROR', entry: '2', field: 'requirements' },
      {
        rule: 'PR-24',
        severity: 'WARNING',
        entry: '3',
        field: 'validTo',
        value: '2026-06-30',
        en: expect.stringMatching(/entry 3〔第3条〕,.*the publisher accepts it with a reason/),
      },
    ]);
    const { data } = await api.editor.ask('{ catalog(id: "catalog_own") { draft { revision status } } }');
    expect(data.catalog.draft).toEqual({ revision: draft.revision, status: 'EDITING' });
  });

  test('tells what publication would be told: the same rules, entries and messages', async () => {
    const { revision, contentHash } = await api.draft({
      key: 'own',
      entries: [prohibited('1', { basis: [] })],
    });
    await does(api.editor, SUBMIT, { catalog, expectedRevision: revision, reason: '报送' });
    const { violations } = (await api.publisher.ask(CHECK, { catalog })).data.checkDraft;
    const answer = await api.publisher.ask(PUBLISH, {
      input: { catalog, contentHash, effectiveFrom: '2026-12-01', reason: '印发' },
    });
    const { userErrors } = payloadOf(answer);
    expect(userErrors.map(({ message }: { message: string }) => message)).toEqual(
      violations.map(({ en }: { en: string }) => en),
    );
    expect(violations).toHaveLength(1);
  });

  test('a warning alone does not stand in the way, and depends on the days that are asked about', async () => {
    await api.draft({
      key: 'own',
      entries: [prohibited('1', { validFrom: '2027-01-01', validTo: '2027-12-31' })],
    });
    const check = async (from: string | null, to: string | null) =>
      (await api.editor.ask(CHECK, { catalog, from, to })).data.checkDraft;
    expect(await check(null, null)).toMatchObject({ publishable: true, violations: [] });
    expect(await check(null, '2026-12-31')).toMatchObject({
      publishable: true,
      violations: [{ rule: 'PR-24', field: 'validFrom' }],
    });
    expect(await check('2028-01-01', null)).toMatchObject({
      publishable: true,
      violations: [{ rule: 'PR-24', field: 'validTo' }],
    });
  });

  test('is null where there is no draft, no catalog, or nobody may see it: the same for all', async () => {
    await api.publish({ key: 'old', entries: [prohibited('1')] });
    await api.draft({ key: 'own', entries: [prohibited('1')] });
    for (const [person, id] of [
      [api, catalog],
      [api.officer, catalog],
      [api.as('wu', 'editor:zone_140882'), catalog],
      [api.editor, 'catalog_old'],
      [api.editor, 'catalog_none'],
      [api.editor, PARK],
    ] as const) {
      const { data, errors } = await person.ask(CHECK, { catalog: id });
      expect([data, errors]).toEqual([{ checkDraft: null }, undefined]);
    }
  });

  test('takes days that exist, in order', async () => {
    await api.draft({ key: 'own', entries: [prohibited('1')] });
    const errorOf = async (days: object) =>
      (await api.editor.ask(CHECK, { catalog, ...days })).errors?.[0]?.extensions;
    expect(await errorOf({ from: '2026-02-30' })).toMatchObject({
      code: 'INVALID_DATE',
      field: 'effectiveFrom',
    });
    expect(await errorOf({ from: '2026-12-02', to: '2026-12-01' })).toMatchObject({ code: 'EMPTY_PERIOD' });
    expect(await errorOf({ to: '2026-11-22' })).toMatchObject({ code: 'EMPTY_PERIOD' });
  });
});

test('publicationRules is the table, for everyone', async () => {
  const { data } = await api.ask('{ publicationRules { code severity sentence { zh en } } }');
  expect(data.publicationRules).toEqual(
    PUBLICATION_RULES.map(({ code, severity, sentence }) => ({ code, severity, sentence })),
  );
  expect(data.publicationRules.length).toBeGreaterThan(20);
});
