import { beforeAll, describe, expect, test } from 'vitest';
import { prohibited, restricted, type Shanxi, startShanxi } from './seed.ts';

const TRY = `query ($entries: [EntryInput!]!) {
  tryEntries(catalog: "catalog_own", entries: $entries) {
    entry { code zh: whenText(locale: ZH) en: whenText(locale: EN) exceptions { whenText(locale: ZH) } }
    userErrors { code path message(locale: ZH) }
    violations { rule field }
    under { text(locale: ZH) witness }
    outside { text(locale: ZH) witness }
  } }`;

interface Example {
  readonly text: string;
  readonly witness: {
    readonly project: {
      readonly industries: readonly string[];
      readonly facts: { readonly totalInvestment: { readonly number: string } };
    };
  };
}
interface Trial {
  readonly entry: { readonly code: string } | null;
  readonly userErrors: readonly { readonly path: readonly string[] }[];
  readonly violations: readonly object[];
  readonly under: Example;
  readonly outside: Example;
}

describe('tryEntries', () => {
  let api: Shanxi;
  let tryEntry: (entry: object) => Promise<Trial>;
  beforeAll(async () => {
    api = await startShanxi();
    await api.draft({ key: 'own', entries: [prohibited('1')] });
    tryEntry = async (entry) => (await api.editor.ask(TRY, { entries: [entry] })).data.tryEntries[0];
  });

  test('says a condition in words, and shows a project on either side of it', async () => {
    const { entry, userErrors, violations, under, outside } = await tryEntry(
      prohibited('2', {
        industries: { include: ['2614'] },
        natures: ['NEW_BUILD'],
        when: { number: { fact: 'totalInvestment', unit: '万元', lessThan: '5000' } },
      }),
    );
    expect(entry).toMatchObject({
      zh: '总投资低于 5000 万元',
      en: expect.stringContaining('total investment'),
    });
    expect([userErrors, violations]).toEqual([[], [{ rule: 'PR-36', field: 'natures' }]]);
    const invested = ({ witness }: Example) =>
      Number(witness.project.facts.totalInvestment.number ?? witness.project.facts.totalInvestment);
    expect(invested(under)).toBeLessThan(5000);
    expect(invested(outside)).toBeGreaterThanOrEqual(5000);
    // Both within the scope: what tells them apart is the condition alone.
    for (const { witness, text } of [under, outside]) {
      expect(witness.project).toMatchObject({ industries: ['2614'], natures: ['NEW_BUILD'] });
      expect(text).toMatch(/2614 有机化学原料制造.*新建.*总投资/s);
    }
  });

  test('where an entry catches every project of its industries, one of another shows what is outside', async () => {
    const { under, outside } = await tryEntry(prohibited('2', { industries: { include: ['2614'] } }));
    expect(under.witness.project.industries).toEqual(['2614']);
    expect(outside.witness.project.industries).not.toEqual(['2614']);
  });

  test('tells what is wrong by the field of the entry, and goes on with the others', async () => {
    const entries = [
      prohibited('2', { when: { number: { fact: 'totalInvestment', unit: '万元' } } }),
      prohibited('3', { when: { set: { fact: 'processes', includesAny: [] } } }),
      { ...prohibited('4'), measure: 'NONE' },
      restricted('5'),
      prohibited('6', { basis: [] }),
    ];
    const { tryEntries } = (await api.editor.ask(TRY, { entries })).data;
    expect(
      tryEntries.map(({ entry, userErrors }: Trial) => [entry?.code, userErrors[0]?.path?.join('.')]),
    ).toEqual([
      [undefined, expect.stringMatching(/^when\.number/)],
      [undefined, expect.stringMatching(/^when\.set/)],
      [undefined, 'measure'],
      ['5', undefined],
      ['6', undefined],
    ]);
    expect(tryEntries[4].violations).toEqual([{ rule: 'PR-01', field: 'basis' }]);
  });

  test('changes nothing, and says nothing where there is no draft', async () => {
    const { data } = await api.editor.ask('{ catalog(id: "catalog_own") { draft { entryCount } } }');
    expect(data.catalog.draft).toEqual({ entryCount: 1 });
    const none = await api.officer.ask(TRY, { entries: [prohibited('1')] });
    expect(none.data).toEqual({ tryEntries: null });
    const many = await api.editor.ask(TRY, { entries: Array.from({ length: 101 }, () => prohibited('1')) });
    expect(many.errors![0]!.extensions.code).toBe('TOO_MANY');
  });
});
