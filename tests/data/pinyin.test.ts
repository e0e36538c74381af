import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { industries } from '../../services/data/classification.ts';
import { pinyinFile } from '../../services/data/generate-pinyin.ts';
import pinyin from '../../services/data/pinyin.json' with { type: 'json' };
import { matchPinyin, spellingOf, typedPinyin } from '../../services/data/pinyin-match.ts';
import { searchWords } from '../../services/data/search-words.ts';

const readings: Readonly<Record<string, string>> = pinyin;
const readingOf = (text: string) => readings[searchWords(text).join('')];

describe('the pinyin of names and trade words', () => {
  it('is what the generator makes of them', () => {
    const path = new URL('../../services/data/pinyin.json', import.meta.url);
    expect(readFileSync(path, 'utf8')).toBe(pinyinFile());
  });

  it('covers all 1 972 industries, a syllable for each character', () => {
    expect(industries).toHaveLength(1972);
    for (const { name } of industries) {
      const characters = searchWords(name.zh).join('').replace('3d', '三').length;
      expect(readingOf(name.zh)?.split(' ')).toHaveLength(characters);
    }
  });

  it('has syllables with tone marks and nothing else', () => {
    for (const reading of Object.values(readings))
      expect(reading).toMatch(/^[a-zāáǎàēéěèīíǐìōóǒòūúǔùüǘǚǜ0-9 ]+$/);
  });
});

describe('characters with several readings', () => {
  it.each([
    ['生产专用起重机制造', 'shēng chǎn zhuān yòng qǐ zhòng jī zhì zào'],
    ['长途客运', 'cháng tú kè yùn'],
    ['商业银行服务', 'shāng yè yín háng fú wù'],
    ['行业性团体', 'háng yè xìng tuán tǐ'],
    ['自行车制造', 'zì xíng chē zhì zào'],
    ['旅行社及相关服务', 'lǚ xíng shè jí xiāng guān fú wù'],
    ['中乐器制造', 'zhōng yuè qì zhì zào'],
    ['游乐园', 'yóu lè yuán'],
    ['盐及调味品批发', 'yán jí tiáo wèi pǐn pī fā'],
    ['市场调查', 'shì chǎng diào chá'],
    ['冷藏车道路运输', 'lěng cáng chē dào lù yùn shū'],
    ['其他传动部件制造', 'qí tā chuán dòng bù jiàn zhì zào'],
    ['石灰和石膏制造', 'shí huī hé shí gāo zhì zào'],
    ['谷物种植', 'gǔ wù zhòng zhí'],
    ['种子批发', 'zhǒng zi pī fā'],
    ['畜牧业', 'xù mù yè'],
    ['牲畜屠宰', 'shēng chù tú zǎi'],
    ['会计、审计及税务服务', 'kuài jì shěn jì jí shuì wù fú wù'],
    ['计量服务', 'jì liàng fú wù'],
    ['电子测量仪器制造', 'diàn zǐ cè liáng yí qì zhì zào'],
    ['刨花板制造', 'bào huā bǎn zhì zào'],
    ['塑料薄膜制造', 'sù liào bó mó zhì zào'],
    ['模具制造', 'mú jù zhì zào'],
    ['教学用模型及教具制造', 'jiào xué yòng mó xíng jí jiào jù zhì zào'],
    ['弹簧制造', 'tán huáng zhì zào'],
    ['理发及美容服务', 'lǐ fà jí měi róng fú wù'],
    ['干部休养所', 'gàn bù xiū yǎng suǒ'],
    ['照相机及器材制造', 'zhào xiàng jī jí qì cái zhì zào'],
    ['石油钻采专用设备制造', 'shí yóu zuān cǎi zhuān yòng shè bèi zhì zào'],
    ['采供血机构服务', 'cǎi gōng xuè jī gòu fú wù'],
    ['体校及体育培训', 'tǐ xiào jí tǐ yù péi xùn'],
    ['轴承、齿轮和传动部件制造', 'zhóu chéng chǐ lún hé chuán dòng bù jiàn zhì zào'],
  ])('%s is read %s', (name, reading) => {
    expect(readingOf(name)).toBe(reading);
  });
});

const syllables = new Set(Object.values(readings).flatMap((reading) => spellingOf(reading).readings.flat()));
const typed = (query: string) => typedPinyin(query.split(' '), syllables);

describe('a text answers a query in pinyin', () => {
  it.each([
    ['lilizidianchizhizao', 'EXACT'],
    ['lilizi', 'STARTS'],
    ['lǐlízǐ', 'STARTS'],
    ['li3li2zi3', 'STARTS'],
    ['dian chi', 'CONTAINS'],
    ['dianchi lilizi', 'ALL_WORDS'],
    ['lilizidianchi xiangmu', 'MENTIONS'],
    ['llzdczz', 'INITIALS'],
    ['llzdc', 'INITIALS_START'],
    ['zdc', 'INITIALS_WITHIN'],
    ['lldc', 'INITIALS_ABBREVIATE'],
    ['liliz', 'HALF_TYPED'],
    // another tone is another word
    ['lìlízǐ', null],
    // a syllable is not cut in two
    ['zidianch', 'HALF_TYPED'],
    ['an', null],
    ['ichi', null],
  ])('%s: %s', (query, kind) => {
    expect(matchPinyin(spellingOf('lǐ lí zǐ diàn chí zhì zào'), typed(query)!)).toBe(kind);
  });

  it('ü is typed as ü or v, with a tone or none', () => {
    for (const query of ['lü', 'lv', 'lǚ', 'lv3'])
      expect(matchPinyin(spellingOf('lǚ yě liàn'), typed(query)!)).toBe('STARTS');
    expect(matchPinyin(spellingOf('lǚ yě liàn'), typed('lu')!)).toBeNull();
  });

  it('a neutral syllable agrees with any tone', () => {
    expect(matchPinyin(spellingOf('zhǒng zi'), typed('zhǒngzǐ')!)).toBe('EXACT');
  });

  it.each(['3d', '5g', '26', '锂', 'manufacturing', 'lithium batteries'])('%s cannot be pinyin', (word) => {
    expect(typed(word)).toBeNull();
  });
});
