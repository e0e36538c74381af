import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allSyllables, readingsOf } from '../../services/data/character-readings.ts';
import { readingsFile } from '../../services/data/generate-pinyin.ts';
import { searchNamed } from '../../services/data/name-search.ts';

const FILE = new URL('../../services/data/character-readings.json', import.meta.url);

describe('the readings of characters', () => {
  it('are what the generator makes of them, in less than 150 KB', () => {
    const text = readFileSync(FILE, 'utf8');
    expect(text).toBe(readingsFile());
    expect(Buffer.byteLength(text)).toBeLessThan(150 * 1024);
  });

  it('are there for all 6 763 characters of GB 2312', () => {
    const gb2312 = charactersOfGb2312();
    expect(gb2312).toHaveLength(6763);
    expect(gb2312.filter((character) => readingsOf(character).length === 0)).toEqual([]);
  });

  it.each([
    ['重', 'chong zhong'],
    ['长', 'chang zhang'],
    ['厦', 'sha xia'],
    ['乐', 'lao le yao yue'],
    ['六', 'liu lu'],
    ['蚌', 'bang beng'],
    ['铅', 'qian yan'],
    ['吕', 'lv'],
    ['鄂', 'e'],
    ['埇', 'yong'],
    ['a', ''],
  ])('of %s are %s', (character, readings) => {
    expect([...readingsOf(character)].sort().join(' ')).toBe(readings);
  });

  it('have letters only', () => {
    for (const syllable of allSyllables()) expect(syllable).toMatch(/^[a-z]{1,6}$/);
  });
});

describe('a name is found', () => {
  const name = { zh: '永济（示例）化工园区', en: 'Yongji Chemical Park' };
  const found = (text: string, of: { zh: string; en?: string } = name) => searchNamed(text)(of, '140881-A');

  it.each([
    '',
    '  ',
    '永济',
    '化工园',
    '永济示例',
    '永济 园区',
    'yongji',
    'YongJi',
    'yǒngjì',
    'yong3ji4',
    'yong ji',
  ])('by %j', (text) => {
    expect(found(text)).toBe(true);
  });
  it.each([
    'yjslhgyq',
    'hgyq',
    'huagongyq',
    'hgyuanqu',
    'yongj',
    'gongyuan',
    'chemical',
    '0881-a',
    'ＹＯＮＧＪＩ',
    '永济 hgyq',
    'yongji 140881',
  ])('by %j', (text) => {
    expect(found(text)).toBe(true);
  });
  it.each(['永济市', 'ongji', 'y', 'u', 'gongji', 'yongli', '运城', '140882', 'yongji 运城', '%%'])(
    'not by %j',
    (text) => {
      expect(found(text, { zh: name.zh })).toBe(false);
    },
  );

  it.each([
    ['重庆长寿经济技术开发区', 'chongqing'],
    ['重庆长寿经济技术开发区', 'zhongqing'],
    ['重庆长寿经济技术开发区', 'cqcs'],
    ['厦门火炬高新区', 'xiamen'],
    ['六安经济技术开发区', 'luan'],
    ['吕梁经济技术开发区', 'lüliang'],
    ['吕梁经济技术开发区', 'lvliang'],
    ['鄂州葛店开发区', 'e'],
    ['泌阳县产业集聚区', 'biyang'],
    ['3D打印产业园', '3d dayin'],
    ['A区', 'a'],
    ['中新苏州工业园区', 'zhxszh'],
  ])('%s by %s, whatever reading is meant', (zh, text) => {
    expect(found(text, { zh })).toBe(true);
  });

  it('by whatever its characters are read, in full or by their first letters, from any of them on', () => {
    const places = [...'永济重庆长乐厦门六安蚌埠铅山枞阳吕梁化工园区经济技术开发高新产业'];
    const someText = fc
      .array(fc.constantFrom(...places), { minLength: 2, maxLength: 8 })
      .chain((characters) =>
        fc.record({
          zh: fc.constant(characters.join('')),
          from: fc.nat(characters.length - 2),
          read: fc.tuple(
            ...characters.map((character) =>
              fc.record({ as: fc.constantFrom(...readingsOf(character)), short: fc.boolean() }),
            ),
          ),
        }),
      );
    fc.assert(
      fc.property(someText, ({ zh, from, read }) => {
        const typed = read.slice(from).map(({ as, short }) => (short ? as[0] : as));
        if (typed.join('').length > 12) return;
        expect(found(typed.join(''), { zh }), `${typed.join(' ')} in ${zh}`).toBe(true);
      }),
    );
  });

  it('not at the price of a query that never ends', () => {
    const long = { zh: '一'.repeat(200) };
    expect(found('y'.repeat(12), long)).toBe(true);
    expect(found(`${'yi'.repeat(49)}x`, long)).toBe(false);
    expect(found('x'.repeat(100_000), long)).toBe(false);
  });
});

/** As the standard lays them out: rows 16 to 55 and 56 to 87 of 94 places, five of row 55 empty. */
function charactersOfGb2312(): readonly string[] {
  const decoder = new TextDecoder('gb2312');
  const found: string[] = [];
  for (let row = 16; row <= 87; row++)
    for (let place = 1; place <= (row === 55 ? 89 : 94); place++)
      found.push(decoder.decode(new Uint8Array([row + 0xa0, place + 0xa0])));
  return found;
}
