import { beforeAll, expect, test } from 'vitest';
import { startApi, type TestApi } from '../testkit/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});

test('an industry with what it belongs to and consists of', async () => {
  const { data } = await api.ask(
    '{ industry(code: "261") { code level name { zh } parent { code parent { code level parent { code } } } children { code } } }',
  );
  expect(data.industry).toEqual({
    code: '261',
    level: 'GROUP',
    name: { zh: '基础化学原料制造' },
    parent: { code: '26', parent: { code: 'C', level: 'SECTION', parent: null } },
    children: ['2611', '2612', '2613', '2614', '2619'].map((code) => ({ code })),
  });
});

test('an industry by its code as a form has it', async () => {
  const { data } = await api.ask(
    '{ letter: industry(code: "C2614") { code } wide: industry(code: "２６１４ 有机化学原料制造") { code } two: industry(code: "2614、2669") { code } }',
  );
  expect(data).toEqual({ letter: { code: '2614' }, wide: { code: '2614' }, two: null });
});

test('no industry has a code that the classification does not know', async () => {
  const { data, errors } = await api.ask('{ industry(code: "9999") { code } }');
  expect([data, errors]).toEqual([{ industry: null }, undefined]);
});

test('industries are found by words, best first, as many as asked for', async () => {
  const { data } = await api.ask('{ industries(search: "炼铁", first: 1) { code } }');
  expect(data.industries).toEqual([{ code: '3110' }]);
});

test('a search that finds nothing says what to try', async () => {
  const { data } = await api.ask(
    `{
      none: industrySearch(search: "2600") { industries { code } suggestions { search zh: message en: message(locale: EN) } }
      some: industrySearch(search: "lithium batteries", first: 1) { industries { code name { en } } suggestions { search } }
    }`,
  );
  expect(data.none.industries).toEqual([]);
  expect(data.none.suggestions[0]).toEqual({
    search: '26',
    zh: 'GB/T 4754-2017 没有代码“2600”，与之最接近的是 26 化学原料和化学制品制造业，可由此逐级查找。',
    en: 'GB/T 4754-2017 has no code 2600. The nearest is 26 Manufacture of chemical raw materials and chemical products: go down from there.',
  });
  expect(data.some).toEqual({
    industries: [{ code: '3841', name: { en: 'Manufacture of lithium-ion batteries' } }],
    suggestions: [],
  });
});

test('a substance with its names, the lists it is in and its threshold', async () => {
  const { data } = await api.ask(
    `{
      substances(search: "光气", first: 1) {
        cas name { zh en } aliases
        lists { key name { zh } item { zh } source { document number article } compared }
        majorHazardThresholds { name { zh } specification { zh } tonnes factor source { number article } compared }
      }
    }`,
  );
  expect(data.substances).toEqual([
    {
      cas: '75-44-5',
      name: { zh: '碳酰氯', en: 'phosgene' },
      aliases: ['光气', 'carbonyl chloride', 'COCl2'],
      lists: [
        {
          key: 'KEY_SUPERVISED',
          name: { zh: '重点监管的危险化学品' },
          item: { zh: '碳酰氯' },
          source: {
            document: '国家安全监管总局关于公布首批重点监管的危险化学品名录的通知',
            number: '安监总管三〔2011〕95号',
            article: '第10项',
          },
          compared: true,
        },
        ...[
          ['HIGHLY_TOXIC', '剧毒化学品'],
          ['HAZARDOUS_CHEMICALS', '危险化学品'],
        ].map(([key, zh]) => ({
          key,
          name: { zh },
          item: { zh: '碳酰氯' },
          source: {
            document: '危险化学品目录（2015版）',
            number: '国家安全生产监督管理总局等十部门公告2015年第5号',
            article: '第2115项',
          },
          compared: true,
        })),
      ],
      majorHazardThresholds: [
        {
          name: { zh: '碳酰氯' },
          specification: null,
          tonnes: '0.3',
          factor: '20',
          source: { number: 'GB 18218-2018', article: '表1第6项' },
          compared: true,
        },
      ],
    },
  ]);
});

test('substances by the beginning of a CAS number; some have no number', async () => {
  const { data } = await api.ask(
    '{ numbers: substances(search: "7782-4") { cas } none: substances(search: "烷基铝") { cas name { en } majorHazardThresholds { tonnes } } }',
  );
  expect(data.numbers.map(({ cas }: { cas: string }) => cas).sort()).toEqual([
    '7782-41-4',
    '7782-44-7',
    '7782-49-2',
  ]);
  expect(data.none[0]).toEqual({
    cas: null,
    name: { en: 'aluminium alkyls' },
    majorHazardThresholds: [{ tonnes: '1' }],
  });
});

test('a substance that a list has only above a mass fraction, or only in a form', async () => {
  const { data } = await api.ask(
    `{
      peroxide: substances(search: "7722-84-1", first: 1) { lists { key fraction { atLeast moreThan lessThan atMost } } }
      magnesium: substances(search: "7439-95-4", first: 1) { lists { key condition } }
    }`,
  );
  const bounds = { atLeast: null, moreThan: null, lessThan: null, atMost: null };
  const [peroxide] = data.peroxide;
  const listings = peroxide.lists as readonly { readonly key: string }[];
  expect(listings.filter(({ key }) => key === 'EXPLOSIVE_PRECURSORS')).toEqual([
    { key: 'EXPLOSIVE_PRECURSORS', fraction: { ...bounds, atLeast: '60' } },
    { key: 'EXPLOSIVE_PRECURSORS', fraction: { ...bounds, atLeast: '20', lessThan: '60' } },
    { key: 'EXPLOSIVE_PRECURSORS', fraction: { ...bounds, moreThan: '8', lessThan: '20' } },
  ]);
  expect(data.magnesium[0].lists).toContainEqual({ key: 'EXPLOSIVE_PRECURSORS', condition: '粉末' });
});

test('a product term with what it is called, its kinds, and who makes it', async () => {
  const { data } = await api.ask(
    `{
      productTerms(search: "guitie", first: 1) {
        key name { zh en } aliases ambiguousNames narrower { key } broader { key } units basis
        industries { code } industryCertain
      }
    }`,
  );
  expect(data.productTerms).toEqual([
    {
      key: '硅铁',
      name: { zh: '硅铁', en: 'ferrosilicon' },
      aliases: ['硅铁合金', 'FeSi'],
      ambiguousNames: [],
      narrower: [{ key: '75硅铁' }, { key: '72硅铁' }],
      broader: [{ key: '铁合金' }],
      units: ['万吨/年', 't/a'],
      basis: null,
      industries: [{ code: '3140' }],
      industryCertain: true,
    },
  ]);
});

test('the built-in lists say what they have and what they lack', async () => {
  const { data } = await api.ask('{ substanceLists { key name { zh } members coverage { zh en } } }');
  expect(data.substanceLists).toHaveLength(8);
  expect(data.substanceLists[6]).toMatchObject({
    key: 'HIGHLY_TOXIC',
    name: { zh: '剧毒化学品' },
    members: 148,
    coverage: { zh: expect.stringContaining('148项'), en: expect.stringContaining('All 148 items') },
  });
});

test('the hazard classes by which chemicals count that table 1 does not name', async () => {
  const { data } = await api.ask('{ majorHazardClasses { symbol class { zh } scope { en } tonnes factor } }');
  expect(data.majorHazardClasses).toHaveLength(24);
  expect(data.majorHazardClasses[0]).toEqual({
    symbol: 'J1',
    class: { zh: '急性毒性' },
    scope: { en: 'category 1, all routes of exposure, gases' },
    tonnes: '5',
    factor: '4',
  });
});

test('without a zone, the built-in facts and how to ask for them', async () => {
  const { data } = await api.ask(
    '{ factDefinitions { key type about unit integer options name { zh en } question { zh en } source { zh } } }',
  );
  const definitions = new Map(data.factDefinitions.map((fact: { key: string }) => [fact.key, fact]));
  expect(definitions.get('exposedPersons')).toEqual({
    key: 'exposedPersons',
    type: 'NUMBER',
    about: 'PROJECT',
    unit: '人',
    integer: true,
    options: null,
    name: { zh: '厂界外500米内常住人口', en: 'persons within 500 m of the site boundary' },
    question: {
      zh: '厂区边界向外500米范围内常住人口有多少人？',
      en: 'How many people live within 500 m of the site boundary?',
    },
    source: { zh: 'GB 18218-2018' },
  });
  expect(definitions.get('zone.kind')).toMatchObject({ about: 'ZONE', type: 'CHOICE', integer: false });
});

test('facts of a zone that is not there are an error with a code, not an empty list', async () => {
  const { errors } = await api.ask('{ factDefinitions(zone: "zone_nowhere") { key } }');
  expect(errors).toMatchObject([{ extensions: { code: 'UNKNOWN_ZONE', field: 'zone' } }]);
});
