import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { reference } from '../../services/data/reference.ts';
import type { Entry } from '../../services/domain/catalog/entry.ts';
import { entry as entryShape } from '../../services/domain/catalog/entry-shape.ts';
import { factDefinition, productTerm, substanceList } from '../../services/domain/facts/definition-shape.ts';
import { canonicalJson, withoutNulls } from '../../services/domain/values/canonical.ts';
import { ENTRY_COLUMNS } from '../../services/files/entry-columns.ts';
import {
  readBasis,
  readExceptions,
  readRequirements,
  writeExceptions,
} from '../../services/files/entry-lists.ts';
import { NOTATION_GUIDE } from '../../services/files/notation-guide.ts';
import type { CatalogReading } from '../../services/files/read-catalog.ts';
import { languagesOf, readCatalog } from '../../services/files/read-catalog.ts';
import { cellFaultText } from '../../services/files/read-projects.ts';
import { catalogCsv, catalogTemplate, catalogWorkbook } from '../../services/files/write-catalog.ts';
import { arbitraryEntry } from '../domain/comparison/arbitrary-content.ts';
import { arbitraryCondition } from '../domain/notation/arbitrary-condition.ts';
import { sampleVersions } from '../samples/sample-world.ts';
import { times } from '../testkit/times.ts';
import { csvOf, utf8, workbookOf } from './written-files.ts';

const reading = (more: Partial<CatalogReading> = {}): CatalogReading => ({
  reference,
  facts: [],
  lists: [],
  products: [],
  entries: new Map(),
  measure: null,
  ...more,
});
const languages = languagesOf(reference, { facts: [], lists: [] });
const asStored = (entries: readonly Entry[]) => canonicalJson(withoutNulls(entries));
const csv = (rows: readonly (readonly string[])[]) => utf8(csvOf(rows));
const faultsOf = async (rows: readonly (readonly string[])[], more: Partial<CatalogReading> = {}) =>
  (await readCatalog(csv(rows), reading(more))).faults.map((fault) => [
    fault.row,
    fault.column,
    fault.fault.code,
    fault.fault.details.column ?? fault.fault.details.line ?? null,
  ]);

const PATIENCE = { timeout: 600_000 };

describe('a catalog is the same after it was written and read', () => {
  test.each(
    sampleVersions.map(
      ({ file, content }) => [`${file.catalog.key}@${file.version.number}`, content] as const,
    ),
  )('%s, as a workbook and as text', async (_, content) => {
    const own = languagesOf(reference, content);
    const { facts, lists, products } = content;
    const workbook = await catalogWorkbook(content.entries, own, content);
    // A workbook brings along what its conditions name; text has the entries alone.
    for (const [bytes, before] of [
      [workbook, {}],
      [workbook, { facts, lists, products }],
      [catalogCsv(content.entries, own), { facts, lists, products }],
    ] as const) {
      const read = await readCatalog(bytes, reading(before));
      if (bytes === workbook)
        expect(canonicalJson(withoutNulls(read.definitions))).toBe(
          canonicalJson(withoutNulls({ facts, lists, products })),
        );
      if (before.facts) expect(read.changed).toEqual({ facts: [], lists: [], products: [], remove: [] });
      expect(read.faults.map((fault) => cellFaultText(fault, 'en'))).toEqual([]);
      expect(asStored(read.entries)).toBe(asStored(content.entries));
      expect(catalogCsv(read.entries, own)).toEqual(catalogCsv(content.entries, own));
    }
  });

  const wording = fc.oneof(
    fc.constantFrom(
      '禁止',
      '=1+1',
      "'=1",
      '-',
      '—',
      '未知',
      '“甲”',
      '"a"',
      '甲｜乙',
      '《甲》',
      '甲、乙',
      ' 甲 ',
      '甲\n乙',
      '【甲】乙',
      '_x0041_',
      '条件：甲',
      '待编写',
    ),
    fc.string({ unit: 'binary', maxLength: 6 }),
  );
  const words = fc.record(
    { zh: wording, en: fc.option(wording, { nil: undefined }) },
    { requiredKeys: ['zh'] },
  );
  const basis = fc.array(
    fc.record({ document: wording, number: wording, article: wording }, { requiredKeys: ['document'] }),
    { maxLength: 3 },
  );
  const entries = fc
    .array(
      fc.tuple(arbitraryEntry, words, words, arbitraryCondition, arbitraryCondition, basis, wording).map(
        ([entry, text, remark, when, other, basis, lead]): Entry => ({
          ...entry,
          text,
          remark,
          when,
          basis,
          responsibility: { lead, cooperating: [lead, '应急局'] },
          exceptions: entry.exceptions.map((item) => ({ ...item, text: remark, when: other })),
          requirements: entry.requirements.map((item) => ({ ...item, text, when, evidence: remark })),
        }),
      ),
      { minLength: 20, maxLength: 20 },
    )
    .map((drawn) =>
      drawn
        .map((entry, at) => entryShape.safeParse(withoutNulls({ ...entry, code: `${at + 1}` })).data)
        .filter((entry) => entry !== undefined),
    );
  const isSame = async (bytes: Uint8Array, written: readonly Entry[]) => {
    const read = await readCatalog(bytes, reading());
    expect(read.faults.map((fault) => cellFaultText(fault, 'en'))).toEqual([]);
    for (const [at, entry] of written.entries())
      expect(asStored([read.entries[at]!])).toBe(asStored([entry]));
    expect(read.entries).toHaveLength(written.length);
  };

  test('whatever its entries say, as text', PATIENCE, async () => {
    await fc.assert(
      fc.asyncProperty(entries, async (written) => isSame(catalogCsv(written, languages), written)),
      { numRuns: times(10, 500), endOnFailure: true },
    );
  });

  test('whatever its entries say, as a workbook', PATIENCE, async () => {
    await fc.assert(
      fc.asyncProperty(entries, async (written) =>
        isSame(await catalogWorkbook(written, languages), written),
      ),
      { numRuns: times(2, 60), endOnFailure: true },
    );
  });

  test('every field of an entry has its column', () => {
    const every = {
      code: 0,
      printedAs: 0,
      sortedAs: 0,
      measure: 0,
      force: 0,
      text: 0,
      industries: 0,
      natures: 0,
      activities: 0,
      territory: 0,
      when: 0,
      conditionsPending: 'when',
      exceptions: 0,
      requirements: 0,
      validFrom: 0,
      validTo: 0,
      exemptIfApprovedBefore: 0,
      deadline: 0,
      replacement: 0,
      responsibility: 0,
      basis: 0,
      remark: 0,
    } satisfies Readonly<Record<keyof Entry, unknown>>;
    const columns = new Set<string>(ENTRY_COLUMNS.map(({ field }) => field));
    expect(Object.keys(every).filter((field) => !columns.has(field))).toEqual(['conditionsPending']);
  });
});

describe('what a sheet has no column for stays as it is', () => {
  const before = entryShape.parse({
    code: '1',
    measure: 'RESTRICTED',
    force: 'IN_PRINCIPLE',
    text: { zh: '原文', en: 'text' },
    industries: { include: ['26'], except: ['2611'] },
    when: { flag: { fact: 'hazardousChemicalProject', is: true } },
    requirements: [{ key: 'r', text: { zh: '要求' } }],
    basis: [{ document: '办法', url: 'https://example.org/' }],
    remark: { zh: '备注' },
  });
  const entries = new Map([['1', before]]);

  test('whole fields, and the parts of one', async () => {
    const read = await readCatalog(
      csv([
        ['条目编号', '条目内容', '适用行业'],
        ['1', '改写', '27'],
      ]),
      reading({ entries }),
    );
    expect(read.faults).toEqual([]);
    expect(read.entries).toEqual([
      { ...before, text: { zh: '改写', en: 'text' }, industries: { include: ['27'], except: ['2611'] } },
    ]);
  });

  test('and what an empty cell of a column says is that there is nothing', async () => {
    const rows = [
      ['条目编号', '条目内容', '限定条件', '备注', '法律依据'],
      ['1', '原文', '', '', ''],
    ];
    const { when: _, remark: __, ...rest } = before;
    expect((await readCatalog(csv(rows), reading({ entries }))).entries).toEqual([{ ...rest, basis: [] }]);
  });
});

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

describe('a table pasted from a law text', () => {
  const rows = [
    ['某市产业禁限目录'],
    ['序号', '行业', '内容', '依据'],
    ['一、化工'],
    ['（一）1', '2614 有机化学原料制造', '禁止新建间歇式硝化装置', '《某市办法》（某政发〔2025〕1号）第三条'],
    ['（一）2', '化学农药制造', '禁止新建高毒农药', '某会议纪要'],
    ['第六条', '化工、冶金', '禁止落后产能', '《某市办法》第六条'],
  ];

  test('imports as drafts whose conditions are still to be written, each marked, with nothing of it lost', async () => {
    const read = await readCatalog(await workbookOf(rows), reading({ measure: 'PROHIBITED' }));
    expect(read.faults).toEqual([]);
    expect(read.tables).toMatchObject([{ leftOut: [3] }]);
    const entry = (said: object) =>
      entryShape.parse({ measure: 'PROHIBITED', conditionsPending: true, ...said });
    expect(read.entries).toEqual([
      entry({
        code: '1.1',
        printedAs: '（一）1',
        text: { zh: '禁止新建间歇式硝化装置' },
        industries: { include: ['2614'] },
        basis: [{ document: '某市办法', number: '某政发〔2025〕1号', article: '第三条' }],
      }),
      entry({
        code: '1.2',
        printedAs: '（一）2',
        text: { zh: '禁止新建高毒农药' },
        industries: { include: ['2631'] },
        basis: [{ document: '某会议纪要' }],
      }),
      entry({
        code: '6',
        printedAs: '第六条',
        text: { zh: '禁止落后产能' },
        remark: { zh: '行业：化工、冶金' },
        basis: [{ document: '某市办法', article: '第六条' }],
      }),
    ]);
    expect(read.kept.map(({ row, column, value }) => [row, column, value])).toEqual([
      [6, '行业', '化工、冶金'],
    ]);
  });

  test('says what it does not say, instead of guessing it', async () => {
    const table = rows.slice(1).filter((row) => row.length > 1);
    expect(await faultsOf(table)).toEqual([
      [2, '措施', 'ENTRY_LACKS', null],
      [3, '措施', 'ENTRY_LACKS', null],
      [4, '措施', 'ENTRY_LACKS', null],
    ]);
    expect(
      await faultsOf(
        [...table, ['', '', '无号', ''], ['1.1', '', '重号', ''], ['2', '2614 炼铁', '名不符', '']],
        {
          measure: 'PROHIBITED',
        },
      ),
    ).toEqual([
      [5, '序号', 'ENTRY_WITHOUT_CODE', null],
      [6, '序号', 'ENTRY_TWICE', null],
      [7, '行业', 'INDUSTRY_NAME_OF_ANOTHER', null],
    ]);
  });

  test('a number that a spreadsheet has taken for one is no code', async () => {
    const sheet = await workbookOf([
      ['序号', '内容'],
      [1.1, '禁止'],
      [2, '禁止'],
    ]);
    const read = await readCatalog(sheet, reading({ measure: 'PROHIBITED' }));
    expect(read.faults.map(({ row, fault }) => [row, fault.code])).toEqual([[2, 'CELL_CODE_IS_NUMBER']]);
    expect(read.entries.map(({ code }) => code)).toEqual(['2']);
  });
});

describe('a condition that is not written is never read as none', () => {
  test.each(['待编写', '待定', '未知', '不详', '待补充', '不清楚', 'unknown'])('%s', async (cell) => {
    const { entries } = await readCatalog(
      csv([
        ['条目编号', '措施', '条目内容', '限定条件'],
        ['1', '禁止', '禁止', cell],
      ]),
      reading(),
    );
    expect(entries).toMatchObject([{ code: '1', conditionsPending: true }]);
    expect(entries[0]!.when).toBeUndefined();
  });
});

describe('what somebody has still to find out is never read as that there is nothing', () => {
  const columns = ['措施', '约束力', '适用行业', '建设性质', '活动类型', '适用区域', '除外区域', '有效期止'];
  test.each(
    [...columns, '除外情形', '限制条件'].flatMap((column) => [
      [column, '待定'],
      [column, '未知'],
    ]),
  )('%s %s', async (column, cell) => {
    const rows = [
      ['条目编号', '条目内容', '限定条件', ...columns, '除外情形', '限制条件'],
      ['1', '限制', '', ...columns.map((its) => (its === '措施' ? '限制' : '')), '', ''],
    ];
    rows[1]![rows[0]!.indexOf(column!)] = cell!;
    expect(await faultsOf(rows, { measure: 'RESTRICTED' })).toEqual([[2, column, 'CELL_REFUSED', null]]);
  });
});

describe('what cannot be read is told at its row, column and place in the cell', () => {
  const header = ['条目编号', '措施', '条目内容', '适用行业', '限定条件', '除外情形', '有效期起', '法律依据'];
  const row = (more: Partial<Record<string, string>>) => [
    header,
    header.map((name) => ({ 条目编号: '1', 措施: '禁止', 条目内容: '禁止', ...more })[name] ?? ''),
  ];
  test.each([
    [{ 条目编号: '一' }, '条目编号', 'INVALID_CODE', null],
    [{ 条目编号: '' }, '条目编号', 'REQUIRED', null],
    [{ 措施: '淘汰' }, '措施', 'CELL_REFUSED', null],
    [{ 适用行业: '化工' }, '适用行业', 'CELL_REFUSED', null],
    [{ 适用行业: '2614〔炼铁〕' }, '适用行业', 'NOTATION_NAME_MISMATCH', 1],
    [{ 限定条件: '总投资 低于 5 且 园区' }, '限定条件', 'NOTATION_EXPECTED', 12],
    [{ 除外情形: '与主体配套的除外' }, '除外情形', 'CELL_LINE_UNREAD', 1],
    [{ 除外情形: '【a】配套\n条件：总投资 约 5' }, '除外情形', 'CELL_LINE', 2],
    // The second would take the place of the first, and the exception let out what only one of them does.
    [
      { 除外情形: '【a】配套\n条件：总投资 低于 5\n条件：用地面积 低于 5' },
      '除外情形',
      'CELL_LINE_UNREAD',
      3,
    ],
    [{ 除外情形: '【a】配套' }, '除外情形', 'EXCEPTION_WITHOUT_TEST', null],
    [{ 有效期起: '明年' }, '有效期起', 'CELL_UNREAD', null],
    [{ 有效期起: '2026-02-30' }, '有效期起', 'INVALID_DATE', null],
  ])('%o', async (more, column, code, place) => {
    expect(await faultsOf(row(more))).toEqual([[2, column, code, place]]);
  });

  test('two columns for the same are told, and no row is read', async () => {
    expect(
      await faultsOf([
        ['条目编号', '内容', '条目内容'],
        ['1', '甲', '乙'],
      ]),
    ).toEqual([[1, '条目内容', 'COLUMNS_CLASH', null]]);
  });
});

describe('the template', () => {
  test('is read without a word, and its example row would be an entry', async () => {
    const template = await catalogTemplate(languages);
    const read = await readCatalog(template, reading());
    expect(read).toMatchObject({
      entries: [],
      faults: [],
      definitions: { facts: [], lists: [], products: [] },
    });
    expect(read.tables).toMatchObject(
      ['条目', '自定事项', '自定名单', '自定产品'].map((sheet) => ({ sheet, headerRow: 1, leftOut: [2] })),
    );
    for (const { columns } of read.tables) expect(columns.every(({ name }) => name !== null)).toBe(true);
    const header = ENTRY_COLUMNS.map(({ name }) => name.zh);
    const example = ENTRY_COLUMNS.map(({ field, example }) => (field === 'code' ? '1' : example));
    expect(await faultsOf([header, example])).toEqual([]);
  });

  test('lists the facts that conditions can name, as they are written', async () => {
    const { sheets } = await readXlsx(await catalogTemplate(languages));
    const rows = sheets.find(({ name }) => name === '事项和名单')!.rows.map((row) => row.map(String));
    expect(rows).toContainEqual(['总投资', 'totalInvestment', '数值', '万元', '']);
    expect(rows.map(([name]) => name)).toContain('园区类型');
    expect(rows.map(([, key]) => key)).toContain('KEY_SUPERVISED');
    const choices = rows.filter(([, , type, , options]) => type === '单选项' && options !== '');
    for (const [name, , , , options] of choices)
      expect(() => languages.notation.read(`${name} 属于 ${options}`)).not.toThrow();
  });

  test('every example of the guide is read and written the same', () => {
    const guide = readFileSync('docs/catalog-sheets.md', 'utf8');
    const [, conditions = ''] = /^## 限定条件的写法[\s\S]*?\n\n([\s\S]*?)\n\n/m.exec(guide) ?? [];
    const examples = [...conditions.matchAll(/`([^`]+)`/g)].map(([, example]) => example!);
    expect(examples.length).toBeGreaterThan(30);
    const { read, write } = languages.notation;
    for (const example of examples) expect(read(write(read(example), 'en')), example).toEqual(read(example));
    const blocks = [...guide.matchAll(/```text\n([\s\S]*?)\n```/g)].map(([, block]) => block!);
    const [exceptions, requirements, basis] = blocks as [string, string, string];
    expect(writeExceptions(readExceptions(exceptions, languages.notation), languages.notation)).toBe(
      exceptions,
    );
    expect(readRequirements(requirements, languages.notation)).toHaveLength(1);
    expect(readBasis(basis)).toEqual([
      { document: '中华人民共和国危险化学品安全法', number: '主席令第63号', article: '第十八条' },
      { document: '某市产业准入办法', number: '某政发〔2025〕1号', article: '第三条' },
    ]);
  });

  test('a basis of five parts is refused in its line: none of them may be dropped', () => {
    expect(() => readBasis('某法｜某号｜第一条\n某法｜某号｜第一条｜https://a.cn｜第二款')).toThrow(
      /^Line 2 of the cell, .* has more than four parts/,
    );
  });

  test('every example of the notation is read and written the same', () => {
    const examples = NOTATION_GUIDE.flatMap(({ examples }) => examples);
    const { read, write } = languages.notation;
    for (const example of examples) expect(read(write(read(example))), example).toEqual(read(example));
  });
});
