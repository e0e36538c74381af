import { describe, expect, test } from 'vitest';
import { reference } from '../../../services/data/reference.ts';
import type { CatalogContent } from '../../../services/domain/catalog/catalog.ts';
import type { Entry } from '../../../services/domain/catalog/entry.ts';
import { comparisonOf } from '../../../services/domain/comparison/comparison.ts';
import { comparisonText } from '../../../services/domain/comparison/comparison-text.ts';
import { entryChangeText, factChangeText } from '../../../services/domain/comparison/item-change-text.ts';
import type { WordingContext } from '../../../services/domain/comparison/wording-context.ts';
import type { FactDefinition } from '../../../services/domain/facts/fact.ts';
import { namesFrom } from '../../../services/domain/facts/names.ts';
import type { Locale } from '../../../services/domain/values/text.ts';
import { entry } from '../oracle/small-basis.ts';

const content = (said: Partial<CatalogContent> = {}): CatalogContent => ({
  title: { zh: '产业禁限目录', en: 'Catalog' },
  facts: [],
  lists: [],
  products: [],
  entries: [],
  ...said,
});
const wording = (locale: Locale, before = content(), after = before): WordingContext => ({
  locale,
  before: namesFrom(reference.names, new Map([['sx', before]])),
  after: namesFrom(reference.names, new Map([['sx', after]])),
  place: (id) => (id === 'zone_140881' ? { zh: '永济化工园区', en: 'Yongji Chemical Park' } : { zh: id }),
});
const lines = (locale: Locale, before: Partial<Entry>, after: Partial<Entry>) =>
  entryChangeText(entry(before), entry(after), wording(locale)).split('\n  - ').slice(1);

describe('a change of a field is said', () => {
  const land = (lessThan: string) => ({ number: { fact: 'landArea', unit: '亩', lessThan } });
  const auxiliary = { key: 'aux', text: { zh: '配套项目', en: 'auxiliary projects' }, discretionary: true };
  test('an entry by its code and its printed place, wherever it is named', () => {
    const said = (before: Partial<Entry> | undefined, after: Partial<Entry> | undefined) =>
      entryChangeText(before && entry(before), after && entry(after), wording('zh')).split('\n');
    const printed = { code: '1.4', printedAs: '（一）4', text: { zh: '光气' } };
    expect(said(undefined, printed)[0]).toBe('新增条目 1.4〔（一）4〕：光气');
    expect(said(undefined, printed).join()).not.toContain('印发文本中的序号');
    expect(said(printed, { ...printed, printedAs: '（一）5', sortedAs: '1.5' })).toEqual([
      '修改条目 1.4〔（一）5〕：光气',
      '  - 印发文本中的序号由“（一）4”改为“（一）5”。',
      '  - 增加排序编号：1.5。',
    ]);
  });

  const opinion = { key: 'o', text: { zh: '取得意见', en: 'an opinion' }, evidence: { zh: '意见原件' } };

  test.each<[string, Partial<Entry>, Partial<Entry>, string, string]>([
    [
      'measure and force',
      { force: 'IN_PRINCIPLE' },
      { force: 'MANDATORY' },
      '约束力由“原则上”改为“应当”。',
      'force: "in principle" becomes "mandatory".',
    ],
    [
      'a condition as a sentence',
      { when: land('20') },
      { when: { all: [land('30'), { flag: { fact: 'combustibleDust', is: true } }] } },
      '限定条件由“用地面积低于 20 亩”改为“用地面积低于 30 亩，且涉及可燃性粉尘为“是””。',
      'condition: "land area is less than 20 mu" becomes "land area is less than 30 mu and "combustible dust" is yes".',
    ],
    [
      'a condition that reads the same',
      { when: land('20') },
      { when: { all: [land('20')] } },
      '限定条件的结构化内容有调整，文字表述不变：用地面积低于 20 亩。',
      'condition: written in another form that reads the same: land area is less than 20 mu.',
    ],
    [
      'a condition that is new',
      {},
      { when: land('20') },
      '增加限定条件：用地面积低于 20 亩。',
      'condition (new): land area is less than 20 mu.',
    ],
    [
      'industries by code and name',
      { industries: { include: ['261', '2621'], except: [] } },
      { industries: { include: ['2621', '2511'], except: [] } },
      '适用行业增加：2511 原油加工及石油制品制造；删去：261 基础化学原料制造。',
      'industries covered: added 2511 Processing of crude oil and manufacture of petroleum products; removed 261 Manufacture of basic chemical raw materials.',
    ],
    [
      'an empty list that means all',
      { natures: ['NEW_BUILD'] },
      { natures: [] },
      '适用建设性质由“新建”改为“不限”。',
      'natures of construction: "new build" becomes "any".',
    ],
    [
      'an order that means nothing',
      { activities: ['USE', 'STORE'] },
      { activities: ['STORE', 'USE'] },
      '适用活动类型的排列顺序调整为：储存、使用。',
      'activities: now in the order store, use.',
    ],
    [
      'places by name',
      { territory: { include: ['zone_9'], except: [] } },
      { territory: { include: ['zone_9', 'zone_140881'], except: [] } },
      '适用区域增加：永济化工园区（zone_140881）。',
      'territory: added Yongji Chemical Park (zone_140881).',
    ],
    [
      'places left out',
      { territory: { include: [], except: ['zone_9'] } },
      { territory: { include: [], except: ['zone_9', 'zone_140881'] } },
      '除外区域增加：永济化工园区（zone_140881）。',
      'territory left out: added Yongji Chemical Park (zone_140881).',
    ],
    [
      'a day that is gone',
      { validTo: '2027-12-31' },
      {},
      '删去有效期截止日：2027-12-31。',
      'last day it applies (removed): 2027-12-31.',
    ],
    [
      'the wording of an exception, which is called as it was',
      { exceptions: [auxiliary] },
      { exceptions: [{ ...auxiliary, text: { zh: '公用配套项目', en: 'utilities' } }] },
      '除外情形“配套项目”的内容由“配套项目”改为“公用配套项目”。除外情形“配套项目”的内容的英文译文由“auxiliary projects”改为“utilities”。',
      'wording of exception "auxiliary projects": "auxiliary projects" becomes "utilities".',
    ],
    [
      'who decides an exception',
      { exceptions: [{ ...auxiliary, decidedBy: 'PROVINCE' }] },
      { exceptions: [{ ...auxiliary, decidedBy: 'COUNTRY' }] },
      '除外情形“配套项目”的认定层级由“省级”改为“国家级”。',
      'deciding level of exception "auxiliary projects": "provincial" becomes "national".',
    ],
    [
      'an exception that came, whole',
      {},
      { exceptions: [{ ...auxiliary, when: land('20'), decidedBy: 'PROVINCE' }] },
      '增加除外情形：“配套项目”（条件：用地面积低于 20 亩；由省级主管部门一事一议）。',
      'exception (new): "auxiliary projects" (where land area is less than 20 mu; decided case by case at provincial level).',
    ],
    [
      'a requirement that went, whole',
      { requirements: [{ ...opinion, when: land('20') }] },
      {},
      '删去限制条件：“取得意见”（应满足：用地面积低于 20 亩；须提交：意见原件）。',
      'requirement (removed): "an opinion" (it takes that land area is less than 20 mu; to be handed in: 意见原件).',
    ],
    [
      'the Chinese wording under an English one that stayed',
      { text: { zh: '禁止甲', en: 'Prohibited' } },
      { text: { zh: '禁止乙', en: 'Prohibited' } },
      '条目内容由“禁止甲”改为“禁止乙”。',
      'wording: the binding Chinese wording "禁止甲" becomes "禁止乙".',
    ],
    [
      'an English rendering alone',
      { text: { zh: '禁止', en: 'Barred' } },
      { text: { zh: '禁止' } },
      '条目内容的英文译文由“Barred”改为“无”。',
      'wording: the English rendering "Barred" becomes "none".',
    ],
    [
      'the legal basis as it is cited',
      { basis: [{ document: '办法', number: '〔2021〕220号', article: '第十条' }] },
      {
        basis: [
          { document: '办法', number: '〔2021〕220号', article: '第十条', url: 'https://example.org/a' },
        ],
      },
      '法律依据增加：《办法》（〔2021〕220号）第十条（https://example.org/a）；删去：《办法》（〔2021〕220号）第十条。',
      'legal basis: added 办法 (〔2021〕220号), 第十条 (https://example.org/a); removed 办法 (〔2021〕220号), 第十条.',
    ],
    [
      'the departments',
      { responsibility: { lead: '工信局', cooperating: [] } },
      { responsibility: { lead: '应急局', cooperating: ['工信局', '环保局'] } },
      '责任部门由“牵头部门 工信局”改为“牵头部门 应急局，配合部门 工信局、环保局”。',
      'responsibility: "led by 工信局" becomes "led by 应急局, with 工信局, 环保局".',
    ],
  ])('%s', (_, before, after, zh, en) => {
    const said = { measure: 'PROHIBITED' as const };
    expect(lines('zh', { ...said, ...before }, { ...said, ...after })).toEqual([zh]);
    expect(lines('en', { ...said, ...before }, { ...said, ...after })).toEqual([en]);
  });

  test('dots in a wording stay as they are', () => {
    expect(lines('zh', { remark: { zh: '见附件...' } }, { remark: { zh: '见附件。' } })).toEqual([
      '备注由“见附件...”改为“见附件。”。',
    ]);
  });
});

describe('a comparison is told as a whole', () => {
  const fact: FactDefinition = {
    key: 'sx.km',
    type: 'NUMBER',
    about: 'PROJECT',
    unit: 'km',
    name: { zh: '距离', en: 'distance' },
    question: { zh: '距离多少公里？', en: 'How far?' },
  };
  const near = { number: { fact: 'sx.km', unit: 'km', lessThan: '5' } };
  const barred = { chemical: { substance: { list: 'sx.barred' } } };
  const from = content({
    facts: [fact],
    lists: [{ key: 'sx.barred', name: { zh: '禁止名单', en: 'barred' }, members: ['75-44-5'] }],
    entries: [
      entry({ code: '1', text: { zh: '近距离项目', en: 'Close by' }, when: near }),
      entry({ code: '2', text: { zh: '名单项目', en: 'Listed' }, when: barred }),
      entry({ code: '3', text: { zh: '旧项目', en: 'Old' } }),
    ],
  });
  const to = content({
    issuer: '省政府',
    facts: [{ ...fact, name: { zh: '与居民区距离', en: 'distance to housing' } }],
    lists: [{ key: 'sx.barred', name: { zh: '禁止名单', en: 'barred' }, members: ['7782-50-5'] }],
    entries: [
      entry({
        code: '1',
        text: { zh: '近距离项目', en: 'Close by' },
        when: { number: { ...near.number, lessThan: '8' } },
      }),
      entry({ code: '2', text: { zh: '名单项目', en: 'Listed' }, when: barred }),
      entry({
        code: '4',
        text: { zh: '光气项目', en: 'Phosgene' },
        industries: { include: ['26'], except: [] },
        natures: ['NEW_BUILD'],
      }),
    ],
  });
  const comparison = comparisonOf(from, to, reference.classification);
  const said = (locale: Locale) =>
    comparisonText(comparison, { version: 1 }, 'DRAFT', wording(locale, from, to)).split('\n');

  test('in Chinese, with facts as each side calls them', () => {
    expect(said('zh')).toEqual([
      '《产业禁限目录》草案与第 1 版相比：条目新增 1 条、修改 1 条、删除 1 条；事项变动 1 项，化学品名单变动 1 份，产品类别变动 0 个，目录信息变动 1 项。',
      '修改目录信息',
      '  - 增加发布机关：省政府。',
      '修改事项“距离”（sx.km）',
      '  - 名称由“距离”改为“与居民区距离”。名称的英文译文由“distance”改为“distance to housing”。',
      '  - 涉及条目：1。',
      '修改化学品名单“禁止名单”（sx.barred）',
      '  - 成员增加：氯（CAS 7782-50-5）；删去：碳酰氯（CAS 75-44-5）。',
      '  - 涉及条目：2。',
      '修改条目 1（从严）：近距离项目',
      '  - 限定条件由“距离低于 5 km”改为“与居民区距离低于 8 km”。',
      '删除条目 3（放宽）：旧项目',
      '  - 措施：禁止。',
      '  - 约束力：应当。',
      '  - 适用行业：全部行业。',
      '  - 法律依据：《试行办法》。',
      '新增条目 4（从严）：光气项目',
      '  - 措施：禁止。',
      '  - 约束力：应当。',
      '  - 适用行业：26 化学原料和化学制品制造业。',
      '  - 适用建设性质：新建。',
      '  - 法律依据：《试行办法》。',
    ]);
  });

  test('in English', () => {
    expect(said('en')).toEqual([
      '"Catalog", the draft compared with version 1: entries added 1, changed 1, removed 1; facts changed 1, substance lists changed 1, product terms changed 0, details changed 1.',
      'Details of the catalog changed',
      '  - issuer (new): 省政府.',
      'Fact "distance" (sx.km) changed',
      '  - name: "distance" becomes "distance to housing".',
      '  - Tested by entries: 1.',
      'Substance list "barred" (sx.barred) changed',
      '  - members: added chlorine (CAS 7782-50-5); removed phosgene (CAS 75-44-5).',
      '  - Tested by entries: 2.',
      'Entry 1 changed (stricter): Close by',
      '  - condition: "distance is less than 5 km" becomes "distance to housing is less than 8 km".',
      'Entry 3 removed (looser): Old',
      '  - measure: prohibited.',
      '  - force: mandatory.',
      '  - industries covered: every industry.',
      '  - legal basis: 试行办法.',
      'Entry 4 added (stricter): Phosgene',
      '  - measure: prohibited.',
      '  - force: mandatory.',
      '  - industries covered: 26 Manufacture of chemical raw materials and chemical products.',
      '  - natures of construction: new build.',
      '  - legal basis: 试行办法.',
    ]);
  });

  test('that nothing differs', () => {
    const same = comparisonOf(from, { ...from }, reference.classification);
    expect(comparisonText(same, { version: 1 }, { version: 2 }, wording('zh', from))).toBe(
      '《产业禁限目录》第 1 版与第 2 版内容一致。',
    );
  });

  test('of many entries the first hundred, and how many more there are', () => {
    const many = content({ entries: Array.from({ length: 130 }, (_, n) => entry({ code: `${n + 1}` })) });
    const text = comparisonText(
      comparisonOf(content(), many, reference.classification),
      { version: 1 },
      'DRAFT',
      wording('zh', content(), many),
    );
    expect(text.match(/新增条目/g)).toHaveLength(100);
    expect(text.split('\n').at(-1)).toBe('另有 30 条条目的变动未列出，请分页查询。');
  });

  test('the mass fractions in which a list has its members', () => {
    const list = (moreThan: string) =>
      content({
        lists: [
          {
            key: 'sx.l',
            name: { zh: '名单' },
            members: ['7722-84-1'],
            fractions: [{ cas: '7722-84-1', fraction: { moreThan } }],
          },
        ],
      });
    const [before, after] = [list('8'), list('20')];
    const text = (locale: 'zh' | 'en') =>
      comparisonText(
        comparisonOf(before, after, reference.classification),
        { version: 1 },
        'DRAFT',
        wording(locale, before, after),
      );
    expect(text('zh')).toContain(
      '成员的质量分数范围增加：过氧化氢溶液（CAS 7722-84-1）质量分数超过 20 %；删去：过氧化氢溶液（CAS 7722-84-1）质量分数超过 8 %。',
    );
    expect(text('en')).toContain(
      'mass fractions of members: added hydrogen peroxide solution (CAS 7722-84-1) with a mass fraction more than 20 %; removed hydrogen peroxide solution (CAS 7722-84-1) with a mass fraction more than 8 %.',
    );
  });

  test('a long list of substances by its first fifty and its length', () => {
    const members = Array.from({ length: 60 }, (_, n) => `${n}-00-0`);
    const list = (of: readonly string[]) =>
      content({ lists: [{ key: 'sx.l', name: { zh: '名单' }, members: of }] });
    const [before, after] = [list(['75-44-5']), list(members)];
    const text = comparisonText(
      comparisonOf(before, after, reference.classification),
      { version: 1 },
      'DRAFT',
      wording('zh', before, after),
    );
    expect(text).toContain('等共 60 项；删去：碳酰氯（CAS 75-44-5）。');
  });
});

test('a ratio and whether there are several values are said by name', () => {
  const share: FactDefinition = {
    key: 'sx.share',
    type: 'NUMBER',
    about: 'PROJECT',
    unit: '%',
    name: { zh: '设备投资占比', en: 'share of equipment' },
    question: { zh: '占比是多少？', en: 'What is the share?' },
  };
  const ratio = { numerator: 'equipmentInvestment', denominator: 'totalInvestment' };
  const before = content({ facts: [share] });
  const after = content({ facts: [{ ...share, ratio }] });
  const several = content({ facts: [{ ...share, many: true }] });
  const said = (locale: Locale, to: CatalogContent) =>
    factChangeText(share, to.facts[0], [], wording(locale, before, to))
      .split('\n  - ')
      .slice(1);
  expect([said('zh', after), said('en', after)].flat()).toEqual([
    expect.stringContaining('设备投资 ÷ 总投资'),
    expect.stringContaining('equipment investment / total investment'),
  ]);
  expect([said('zh', several), said('en', several)].flat()).toEqual([
    expect.stringContaining('是否多值'),
    expect.stringContaining('several values'),
  ]);
});
