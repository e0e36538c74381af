import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reference } from '../../services/data/reference.ts';
import { entry as entryShape } from '../../services/domain/catalog/entry-shape.ts';
import { factDefinition, productTerm, substanceList } from '../../services/domain/facts/definition-shape.ts';
import { canonicalJson, withoutNulls } from '../../services/domain/values/canonical.ts';
import { languagesOf, readCatalog } from '../../services/files/read-catalog.ts';
import { cellFaultText } from '../../services/files/read-projects.ts';
import { catalogWorkbook } from '../../services/files/write-catalog.ts';
import { times } from '../testkit/times.ts';
import { csv, faultsOf, PATIENCE, reading } from './catalog-readings.ts';
import { workbookOf } from './written-files.ts';

describe('what a catalog defines', () => {
  const words = fc.record(
    {
      zh: fc.oneof(
        fc.constantFrom('名', '甲、乙', '“甲”', '=1', '', ' 甲', '示例', '无', '甲\n乙'),
        fc.string({ unit: 'binary', maxLength: 6 }),
      ),
      en: fc.constantFrom('name', 'a, b'),
    },
    { requiredKeys: ['zh'] },
  );
  const names = fc.uniqueArray(
    fc.oneof(
      fc.constantFrom('甲、乙', '“甲”', '无', '示例', '=1', '1,4-丁二醇', 'OTHER', ' x '),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }),
    ),
    { minLength: 1, maxLength: 4 },
  );
  const keyed = <T>(item: fc.Arbitrary<T>) =>
    fc
      .array(item, { maxLength: 4 })
      .map((items) => items.map((each, at) => ({ ...each, key: `own.k${at}` })));
  const flag = fc.constantFrom(undefined, true, false);
  const bounds = fc.constantFrom({ moreThan: '8' }, { atLeast: '0.5', lessThan: '8' }, { atMost: '20' });
  const cas = fc.uniqueArray(fc.constantFrom('7782-50-5', '74-90-8', '67-56-1', '7722-84-1'), {
    minLength: 1,
  });
  const definitions = fc
    .record({
      facts: keyed(
        fc.record({ name: words, question: words, about: fc.constantFrom('PROJECT', 'ZONE') }).chain((said) =>
          fc.oneof(
            fc
              .record({ unit: fc.constantFrom(undefined, '万元/亩', '=t'), integer: flag, many: flag })
              .map((more) => ({ ...said, ...more, type: 'NUMBER' })),
            fc.constant({
              ...said,
              about: 'PROJECT',
              type: 'NUMBER',
              ratio: { numerator: 'totalInvestment', denominator: 'own.k0' },
            }),
            fc.constantFrom('FLAG', 'DATE').map((type) => ({ ...said, type })),
            fc
              .record({ type: fc.constantFrom('CHOICE', 'SET'), options: names })
              .map((more) => ({ ...said, ...more })),
          ),
        ),
      ),
      lists: keyed(
        cas.chain((members) =>
          fc
            .uniqueArray(fc.record({ cas: fc.constantFrom(...members), fraction: bounds }), {
              maxLength: 3,
              selector: canonicalJson,
            })
            .chain((fractions) =>
              words.map((name) => ({ name, members, ...(fractions.length > 0 && { fractions }) })),
            ),
        ),
      ),
      products: keyed(fc.record({ name: words, aliases: names, narrower: names, units: names })),
    })
    .map(({ facts, lists, products }) => ({
      facts: facts.flatMap((each) => factDefinition.safeParse(withoutNulls(each)).data ?? []),
      lists: lists.flatMap((each) => substanceList.safeParse(each).data ?? []),
      products: products.flatMap((each) => productTerm.safeParse(each).data ?? []),
    }));

  test('is the same after it was written and read', PATIENCE, async () => {
    await fc.assert(
      fc.asyncProperty(definitions, async (defined) => {
        const bytes = await catalogWorkbook([], languagesOf(reference, defined), defined);
        const read = await readCatalog(bytes, reading());
        expect(read.faults.map((fault) => cellFaultText(fault, 'en'))).toEqual([]);
        expect(canonicalJson(withoutNulls(read.definitions))).toBe(canonicalJson(withoutNulls(defined)));
        const again = await readCatalog(bytes, reading(defined));
        expect(again.changed).toEqual({ facts: [], lists: [], products: [], remove: [] });
      }),
      { numRuns: times(15, 500), endOnFailure: true },
    );
  });

  const rate = factDefinition.parse({
    key: 'own.rate',
    type: 'NUMBER',
    unit: '%',
    name: { zh: '循环利用率', en: 'rate' },
    question: { zh: '多少？' },
  });
  const FACTS = ['事项标识', '事项名称', '类型', '单位', '询问用语'];

  test('conditions of the same file can name it', async () => {
    const read = await readCatalog(
      await workbookOf(
        [
          ['条目编号', '措施', '条目内容', '限定条件'],
          ['1', '禁止', '甲', 'own.rate〔循环利用率〕 低于 95 %'],
        ],
        [FACTS, ['own.rate', '循环利用率', '数值', '%', '多少？']],
      ),
      reading(),
    );
    expect(read.faults).toEqual([]);
    expect(read.entries).toMatchObject([
      { when: { number: { fact: 'own.rate', lessThan: '95', unit: '%' } } },
    ]);
    expect(read.changed.facts).toMatchObject([{ key: 'own.rate', about: 'PROJECT' }]);
  });

  test('what its sheet has no column for stays as it is, and so does what has no row', async () => {
    const lists = [
      substanceList.parse({
        key: 'own.list',
        name: { zh: '名单', en: 'list' },
        members: ['7782-50-5', '7722-84-1'],
        fractions: [{ cas: '7722-84-1', fraction: { moreThan: '8' } }],
      }),
    ];
    const other = { ...rate, key: 'own.other' };
    const before = { facts: [rate, other], lists };
    const fact = await readCatalog(
      csv([
        ['事项标识', '询问用语'],
        ['own.rate', '现在是多少？'],
      ]),
      reading(before),
    );
    expect(fact.changed.facts).toEqual([{ ...rate, question: { zh: '现在是多少？' } }]);
    // The rows of a list are all of it.
    const list = await readCatalog(
      csv([
        ['名单标识', 'CAS 号'],
        ['own.list', '7722-84-1'],
        ['own.list', '74-90-8〔氰化氢〕'],
      ]),
      reading(before),
    );
    expect(list.faults.map((fault) => cellFaultText(fault, 'en'))).toEqual([]);
    expect(list.changed.lists).toEqual([{ ...lists[0]!, members: ['7722-84-1', '74-90-8'] }]);
  });

  test('takes out what a row marks, and nothing for which there is no row', async () => {
    const list = substanceList.parse({ key: 'own.list', name: { zh: '名单' }, members: ['7782-50-5'] });
    const term = productTerm.parse({ key: 'own.lead', name: { zh: '再生铅' } });
    const entries = new Map(
      ['1', '2'].map((code) => [code, entryShape.parse({ code, measure: 'PROHIBITED', text: { zh: code } })]),
    );
    const before = reading({ facts: [rate], lists: [list], products: [term], entries });
    const book = await workbookOf(
      [
        ['条目编号', '措施', '限定条件', '删除'],
        // What else stands in the row is not read, so that it need not be right.
        ['1', '改成什么', 'own.rate 不低于 95 %', '是'],
        ['2', '限制', '', ''],
        ['9', '', '', '是'],
      ],
      [
        ['事项标识', '类型', '删除'],
        ['own.rate', '', '是'],
      ],
      [
        ['名单标识', 'CAS 号', '删除'],
        ['own.list', '7782-50-5', '是'],
        ['own.list', '74-90-8', '是'],
      ],
      [
        ['产品类别标识', '产品名称', '删除'],
        ['own.lead', '再生铅', '是'],
      ],
    );
    const { marked, changed, faults, entries: put, definitions } = await readCatalog(book, before);
    expect(faults).toEqual([]);
    const [fact, gases, lead] = [{ fact: 'own.rate' }, { list: 'own.list' }, { product: 'own.lead' }];
    expect(marked).toEqual([{ entry: '1' }, { entry: '9' }, fact, gases, lead]);
    expect(changed.remove).toEqual([{ entry: '1' }, fact, gases, lead]);
    expect([put.map(({ code }) => code), definitions]).toEqual([
      ['2'],
      { facts: [], lists: [], products: [] },
    ]);
  });

  test.each<[string, readonly (readonly string[])[], string, string]>([
    [
      'that is neither yes nor no',
      [
        ['条目编号', '措施', '删除'],
        ['1', '禁止', '也许'],
      ],
      '删除',
      'CELL_UNREAD',
    ],
    [
      'of no code',
      [
        ['条目编号', '条目内容', '删除'],
        ['', '', '是'],
      ],
      '条目编号',
      'REQUIRED',
    ],
    [
      'of what another row puts',
      [
        ['条目编号', '措施', '条目内容', '删除'],
        ['1', '禁止', '甲', ''],
        ['1', '', '', '是'],
      ],
      '条目编号',
      'ENTRY_TWICE',
    ],
    [
      'in two columns',
      [
        ['条目编号', '措施', '删除', '是否删除'],
        ['1', '禁止', '是', '否'],
      ],
      '是否删除',
      'COLUMNS_CLASH',
    ],
    [
      'of no key',
      [
        ['事项标识', '类型', '删除'],
        ['', '', '是'],
      ],
      '事项标识',
      'REQUIRED',
    ],
    [
      'of a fact that another row puts',
      [
        [...FACTS, '删除'],
        ['own.a', '甲', '日期', '', '？', ''],
        ['own.a', '', '', '', '', '是'],
      ],
      '事项标识',
      'DEFINITION_TWICE',
    ],
    [
      'of one row of a list',
      [
        ['名单标识', 'CAS 号', '删除'],
        ['own.l', '7782-50-5', ''],
        ['own.l', '74-90-8', '是'],
      ],
      '删除',
      'LIST_REMOVED_IN_PART',
    ],
  ])('is told of a mark %s', async (_, rows, column, code) => {
    const { faults, marked } = await readCatalog(csv(rows), reading());
    expect(faults.map((fault) => [fault.column, fault.fault.code])).toContainEqual([column, code]);
    expect(marked.length).toBeLessThan(2);
  });

  test.each<[string, (said: string) => readonly (readonly string[])[]]>([
    [
      'entries',
      (said) => [
        ['条目编号', '措施*', '条目内容', '删除'],
        ['1', '禁止', '甲', ''],
        ['条目编号', '措施', '条目内容', said],
        ['2', '禁止', '乙', ''],
      ],
    ],
    [
      'a law text',
      (said) => [
        ['序号', '内容', '删除'],
        ['1', '甲', ''],
        ['序号', '内容', said],
        ['2', '乙', ''],
      ],
    ],
    [
      'facts',
      (said) => [
        [...FACTS, '删除'],
        ['own.a', '甲', '日期', '', '？', ''],
        [...FACTS, said],
        ['own.b', '乙', '日期', '', '？', ''],
      ],
    ],
  ])(
    'leaves out a header that stands again in the middle of %s, and nothing that only looks like one',
    async (_, rows) => {
      const { tables, faults, entries, definitions } = await readCatalog(
        csv(rows('删除')),
        reading({ measure: 'PROHIBITED' }),
      );
      expect([tables[0]!.leftOut, faults]).toEqual([[3], []]);
      expect([...entries, ...definitions.facts]).toHaveLength(2);
      expect((await readCatalog(csv(rows('也许')), reading({ measure: 'PROHIBITED' }))).faults).not.toEqual(
        [],
      );
    },
  );

  test.each<[string, readonly (readonly string[])[], string, string]>([
    ['a type that is none', [FACTS, ['own.a', '甲', '数字', '', '？']], '类型', 'CELL_REFUSED'],
    ['a fact without its type', [FACTS, ['own.a', '甲', '', '', '？']], '类型', 'REQUIRED'],
    ['a choice without options', [FACTS, ['own.a', '甲', '单选项', '', '？']], '', 'REQUIRED'],
    ['a unit of what is no number', [FACTS, ['own.a', '甲', '日期', '天', '？']], '单位', 'UNKNOWN_FIELD'],
    ['no key', [FACTS, ['', '甲', '日期', '', '？']], '事项标识', 'REQUIRED'],
    [
      'a key in two rows',
      [FACTS, ['own.a', '甲', '日期', '', '？'], ['own.a', '乙', '日期', '', '？']],
      '事项标识',
      'DEFINITION_TWICE',
    ],
    [
      'a substance in two rows',
      [
        ['名单标识', 'CAS 号'],
        ['own.l', '7782-50-5'],
        ['own.l', '7782-50-5〔氯〕'],
      ],
      'CAS 号',
      'DEFINITION_TWICE',
    ],
    [
      'a name that is not that of its number',
      [
        ['名单标识', 'CAS 号'],
        ['own.l', '7782-50-5〔甲醇〕'],
      ],
      'CAS 号',
      'NOTATION_NAME_MISMATCH',
    ],
    [
      'two names of a list',
      [
        ['名单标识', '名单名称', 'CAS 号'],
        ['own.l', '甲', '7782-50-5'],
        ['own.l', '乙', '74-90-8'],
      ],
      '名单名称',
      'LIST_NAMED_TWICE',
    ],
    [
      'a fraction that is none',
      [
        ['名单标识', 'CAS 号', '质量分数'],
        ['own.l', '7782-50-5', '约 8 %'],
      ],
      '质量分数',
      'NOTATION_EXPECTED',
    ],
    [
      'two columns for the same',
      [
        ['事项标识', '类型', '事项类型'],
        ['own.a', '日期', '数值'],
      ],
      '事项类型',
      'COLUMNS_CLASH',
    ],
  ])('%s is told at its cell, and nothing is taken', async (_, rows, column, code) => {
    const faults = await faultsOf(rows);
    expect(faults.map(([, ...of]) => of.slice(0, 2))).toEqual([[column, code]]);
  });

  test('while it is faulty the conditions that name it are not told as faults of their own', async () => {
    const { faults } = await readCatalog(
      await workbookOf(
        [
          ['条目编号', '措施', '条目内容', '限定条件'],
          ['1', '禁止', '甲', 'own.rate 低于 95 %'],
        ],
        [FACTS, ['own.rate', '循环利用率', '比例', '%', '多少？']],
      ),
      reading(),
    );
    expect(faults).toMatchObject([{ column: '类型' }]);
  });
});
