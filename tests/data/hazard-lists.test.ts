import { describe, expect, it } from 'vitest';
import keySupervised from '../../services/data/key-supervised-chemicals.json' with { type: 'json' };
import { processes, supervisedProcess } from '../../services/data/processes.ts';
import { reference } from '../../services/data/reference.ts';
import specialControl from '../../services/data/special-control-chemicals.json' with { type: 'json' };
import { lists, substance } from '../../services/data/substances.ts';
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

describe('the built-in substance lists', () => {
  it('are the 74 key supervised and the 20 specially controlled chemicals', () => {
    expect(lists.map(({ key }) => key)).toEqual(['KEY_SUPERVISED', 'SPECIAL_CONTROL']);
    expect(keySupervised.notices.map(({ items }) => items.length)).toEqual([60, 14]);
    expect(specialControl.notices.map(({ items }) => items.length)).toEqual([20]);
  });

  it('have a member for every CAS number, each once', () => {
    expect(lists.map(({ members }) => members.length)).toEqual([78, 21]);
    for (const { members } of lists) expect(new Set(members).size).toBe(members.length);
  });

  it('have right check digits throughout', () => {
    expect(lists.flatMap(({ members }) => members).filter((cas) => !isCas(cas))).toEqual([]);
  });

  it('name every item in Chinese and English', () => {
    for (const { notices } of [keySupervised, specialControl])
      for (const { items } of notices)
        for (const { zh, en, cas } of items) {
          expect(zh).toMatch(/\p{Script=Han}/u);
          expect(en).toMatch(/^[a-zN0-9]/);
          expect(cas.length).toBeGreaterThan(0);
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

  it('keep lists apart: ethanol and potassium cyanide are only specially controlled', () => {
    for (const cas of ['64-17-5', '151-50-8'])
      expect(substance(cas)!.listings.map(({ list }) => list)).toEqual(['SPECIAL_CONTROL']);
  });

  it('know nothing of water', () => {
    expect(substance('7732-18-5')).toBeUndefined();
    expect(substance('')).toBeUndefined();
  });

  it('are identified by their content, so that a decision can prove what it rested on', () => {
    expect(reference.lists).toBe(lists);
    // Changes only when members or Chinese names change: then decisions before and after rest on different lists.
    expect(reference.listsHash).toBe('8986d372f338a23b6d8b2048133125989a8c1824a8b481559e2f5378fc388018');
  });
});
