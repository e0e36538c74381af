import { describe, expect, it } from 'vitest';
import keySupervised from '../../services/data/key-supervised-chemicals.json' with { type: 'json' };
import type { ListedItem } from '../../services/data/list-source.ts';
import { processes, supervisedProcess } from '../../services/data/processes.ts';
import { reference } from '../../services/data/reference.ts';
import specialControl from '../../services/data/special-control-chemicals.json' with { type: 'json' };
import { itemsOf, lists, listsBySource } from '../../services/data/substance-lists.ts';
import { substance } from '../../services/data/substances.ts';
import { PROCESSES } from '../../services/domain/facts/dictionary.ts';
import { isCas } from '../../services/domain/values/cas.ts';

describe('the key supervised processes', () => {
  it('are the 18 of the dictionary, in its order', () => {
    expect(processes).toHaveLength(18);
    expect(processes.map(({ key }) => key)).toEqual(PROCESSES);
  });

  it('are 15 of the first notice and 3 of the second', () => {
    const first = '安监总管三〔2009〕116号';
    const second = '安监总管三〔2013〕3号';
    expect(processes.map(({ source }) => source.number)).toEqual([
      ...Array<string>(15).fill(first),
      ...Array<string>(3).fill(second),
    ]);
  });

  it('have a name in Chinese and English and a place in the notice', () => {
    expect(supervisedProcess('NITRATION')).toEqual({
      key: 'NITRATION',
      name: { zh: '硝化工艺', en: 'nitration' },
      source: {
        document: '国家安全监管总局关于公布首批重点监管的危险化工工艺目录的通知',
        number: '安监总管三〔2009〕116号',
        article: '第4项',
      },
    });
    expect(supervisedProcess('AZOTISATION')!.name.zh).toBe('偶氮化工艺');
    expect(supervisedProcess('nitration')).toBeUndefined();
    for (const { name } of processes) {
      expect(name.zh).toMatch(/工艺/);
      expect(name.en).toMatch(/^[a-z]/);
    }
  });
});

const listedIn = (key: string) => itemsOf([...listsBySource.values()].find((source) => source.key === key)!);
const withoutNumber = (listed: readonly ListedItem[]) =>
  listed.filter(({ item }) => item.cas.length === 0).map(({ item }) => item.zh);
const membership = (key: string, cas: string) =>
  lists
    .find((list) => list.key === key)!
    .memberships.filter((each) => each.cas === cas)
    .map(({ fraction, condition }) => ({ fraction, condition }));

describe('the built-in substance lists', () => {
  it('are the eight that the API shows', () => {
    expect(lists.map(({ key }) => key)).toEqual([
      'KEY_SUPERVISED',
      'SPECIAL_CONTROL',
      'EXPLOSIVE_PRECURSORS',
      'DRUG_PRECURSORS',
      'PRIORITY_CONTROL',
      'NEW_POLLUTANTS',
      'HIGHLY_TOXIC',
      'HAZARDOUS_CHEMICALS',
    ]);
  });

  it('are the 74 key supervised and the 20 specially controlled chemicals', () => {
    expect(keySupervised.notices.map(({ items }) => items.length)).toEqual([60, 14]);
    expect(specialControl.notices.map(({ items }) => items.length)).toEqual([20]);
  });

  it('are the 74 kinds of explosive precursors of 2017, one row for each concentration and form', () => {
    const listed = listedIn('EXPLOSIVE_PRECURSORS');
    expect(listed).toHaveLength(95);
    expect(new Set(listed.map(({ source }) => source.article)).size).toBe(74);
    expect(withoutNumber(listed)).toEqual(['镁铝粉']);
  });

  it('are the 38 kinds of drug precursors of 2021, and 9 later ones that nobody compared', () => {
    const listed = listedIn('DRUG_PRECURSORS');
    expect(listed.filter(({ compared }) => compared)).toHaveLength(45);
    expect(listed.filter(({ compared }) => !compared)).toHaveLength(9);
    const categories = ['第一类', '第二类', '第三类'];
    const counts = categories.map(
      (each) => listed.filter(({ source, compared }) => compared && source.article!.startsWith(each)).length,
    );
    expect(counts).toEqual([26, 11, 8]);
    // Two copies number items 13 to 19 of category 1 differently.
    expect(listed.find(({ item }) => item.zh === '羟亚胺')!.source.article).toBe('第一类');
    expect(listed.find(({ item }) => item.zh === '丙酮')!.source.article).toBe('第三类第2项');
  });

  it('are the 40 priority-control chemicals, 22 and 18', () => {
    const listed = listedIn('PRIORITY_CONTROL');
    expect(listed.map(({ source }) => source.article)).toEqual(
      Array.from({ length: 40 }, (_, at) => `PC${String(at + 1).padStart(3, '0')}`),
    );
    expect(withoutNumber(listed)).toEqual([
      '六价铬化合物',
      '铅化合物',
      '多氯二苯并对二噁英和多氯二苯并呋喃',
      '氰化物',
    ]);
  });

  it('are the 14 new pollutants under key control, the last of them 10 substances', () => {
    const articles = listedIn('NEW_POLLUTANTS').map(({ source }) => source.article);
    expect(articles.filter((article) => article!.startsWith('第14项'))).toHaveLength(10);
    expect(articles).toHaveLength(23);
    expect(withoutNumber(listedIn('NEW_POLLUTANTS'))).toEqual(['抗生素']);
  });

  it('are the 2 828 items of the catalogue, and of the last one 88 products', () => {
    const listed = listedIn('HAZARDOUS_CHEMICALS');
    expect(new Set(listed.map(({ source }) => source.article))).toEqual(
      new Set(Array.from({ length: 2828 }, (_, at) => `第${at + 1}项`)),
    );
    expect(listed).toHaveLength(2997 + 88);
    expect(withoutNumber(listed)).toHaveLength(160 + 88);
  });

  it('are the 148 items of the catalogue that are highly toxic', () => {
    const listed = listedIn('HIGHLY_TOXIC');
    expect(new Set(listed.map(({ source }) => source.article)).size).toBe(148);
    expect(listed.every(({ compared }) => compared)).toBe(true);
  });

  it('have a member for every CAS number, each once', () => {
    expect(lists.map(({ members }) => members.length)).toEqual([78, 21, 73, 45, 65, 49, 148, 2678]);
    for (const { members } of lists) expect(new Set(members).size).toBe(members.length);
  });

  it('have no member without a membership, and none of another number', () => {
    for (const { members, memberships } of lists)
      expect(new Set(memberships.map(({ cas }) => cas))).toEqual(new Set(members));
  });

  it('have right check digits throughout', () => {
    expect(lists.flatMap(({ members }) => members).filter((cas) => !isCas(cas))).toEqual([]);
  });

  it('say in both languages what they have and what they lack', () => {
    for (const { coverage } of lists) {
      expect(coverage.zh).toMatch(/。$/);
      expect(coverage.en).toMatch(/^All .*\.$/);
    }
  });

  it('name every item in Chinese, and but for the catalogue in English', () => {
    for (const [{ key }, source] of listsBySource)
      for (const { item } of itemsOf(source)) {
        expect(item.zh).toMatch(/\p{Script=Han}|DDT/u);
        if (key !== 'HIGHLY_TOXIC' && key !== 'HAZARDOUS_CHEMICALS') expect(item.en).toMatch(/^[a-zA-Z0-9]/);
      }
  });

  it('tell where a substance is listed, under each name it has there', () => {
    expect(substance('115-10-6')).toEqual({
      cas: '115-10-6',
      name: { zh: '甲醚', en: 'dimethyl ether' },
      aliases: ['二甲醚', 'methoxymethane', 'DME'],
      majorHazard: [
        {
          cas: ['115-10-6'],
          name: { zh: '二甲醚', en: 'dimethyl ether' },
          specification: null,
          tonnes: 50,
          factor: null,
          source: { document: '危险化学品重大危险源辨识', number: 'GB 18218-2018', article: '表1第48项' },
          compared: true,
        },
      ],
      listings: [
        {
          list: 'KEY_SUPERVISED',
          name: { zh: '甲醚', en: 'dimethyl ether' },
          source: {
            document: '国家安全监管总局关于公布首批重点监管的危险化学品名录的通知',
            number: '安监总管三〔2011〕95号',
            article: '第32项',
          },
          compared: true,
        },
        {
          list: 'SPECIAL_CONTROL',
          name: { zh: '二甲醚', en: 'dimethyl ether' },
          source: {
            document: '特别管控危险化学品目录（第一版）',
            number: '应急管理部 工业和信息化部 公安部 交通运输部公告2020年第3号',
            article: '第15项',
          },
          compared: false,
        },
        {
          list: 'HAZARDOUS_CHEMICALS',
          name: { zh: '二甲醚' },
          source: {
            document: '危险化学品目录（2015版）',
            number: '国家安全生产监督管理总局等十部门公告2015年第5号',
            article: '第479项',
          },
          compared: true,
        },
      ],
    });
  });

  it.each([
    ['first of the second notice', '7775-09-9', '第1项'],
    ['last of the second notice', '60-29-7', '第14项'],
  ])('number each notice from 1: %s', (_, cas, article) => {
    expect(substance(cas)!.listings[0]!.source).toMatchObject({ number: '安监总管三〔2013〕12号', article });
  });

  it.each([
    ['natural gas', '8006-14-2', 'KEY_SUPERVISED'],
    ['naphtha', '8030-30-6', 'KEY_SUPERVISED'],
    ['toluene-2,4-diisocyanate', '584-84-9', 'KEY_SUPERVISED'],
    ['gasoline under its older number', '8006-61-9', 'SPECIAL_CONTROL'],
  ])('catch %s (%s), which an item names beside another number', (_, cas, list) => {
    expect(substance(cas)!.listings.map((listing) => listing.list)).toContain(list);
  });

  it('keep lists apart', () => {
    const listsOf = (cas: string) => substance(cas)!.listings.map(({ list }) => list);
    expect(listsOf('64-17-5')).toEqual(['SPECIAL_CONTROL', 'HAZARDOUS_CHEMICALS']);
    expect(listsOf('151-50-8')).toEqual(['SPECIAL_CONTROL', 'HIGHLY_TOXIC', 'HAZARDOUS_CHEMICALS']);
    expect(listsOf('115-77-5')).toEqual(['EXPLOSIVE_PRECURSORS']);
  });

  it('keep in what mass fraction something is listed', () => {
    expect(membership('EXPLOSIVE_PRECURSORS', '7722-84-1')).toEqual([
      { fraction: { atLeast: '60' } },
      { fraction: { atLeast: '20', lessThan: '60' } },
      { fraction: { moreThan: '8', lessThan: '20' } },
    ]);
    expect(membership('HIGHLY_TOXIC', '74-90-8')).toEqual([{ fraction: { moreThan: '20' } }]);
    expect(membership('HIGHLY_TOXIC', '1031-47-6')).toEqual([{ fraction: { moreThan: '20' } }]);
    expect(membership('EXPLOSIVE_PRECURSORS', '7697-37-2')).toEqual([{}]);
  });

  it('keep in words what no mass fraction tells', () => {
    expect(membership('EXPLOSIVE_PRECURSORS', '7439-95-4')).toEqual([
      { condition: '粉末' },
      { condition: '丸状、旋屑或带状' },
    ]);
    expect(membership('HAZARDOUS_CHEMICALS', '7647-01-0')).toEqual([{ condition: '无水' }, {}]);
  });

  it('know nothing of water', () => {
    expect(substance('7732-18-5')).toBeUndefined();
    expect(substance('')).toBeUndefined();
  });

  it.each([
    ['甲醇', ['67-56-1']],
    ['Ｍethanol ', ['67-56-1']],
    ['酒精', ['64-17-5']],
    ['汽油', ['8006-61-9', '86290-81-5']],
    ['处理剂', []],
    ['煤气', []],
  ])('a name is that of the substances it is known of: %s', (name, numbers) => {
    expect(reference.substancesNamed(name)).toEqual(numbers);
  });

  it('are identified by their content, so that a decision can prove what it rested on', () => {
    expect(reference.lists).toBe(lists);
    // Changes only when members or names change: then decisions before and after rest on different lists.
    expect(reference.listsHash).toBe('d0621f7e9fe3c54ec8f1e421027e44166ada4d2562c84b61d15bc52d1ae0a861');
  });
});
