import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { customPinyin, pinyin } from 'pinyin-pro';
import { industries } from './classification.ts';
import { searchWords } from './search-words.ts';
import synonyms from './synonyms.json' with { type: 'json' };

/**
 * The text of `pinyin.json`: every Chinese name and trade word, as a search sees it, with its syllables. It is made
 * beforehand, since the dictionary that tells 行 háng from 行 xíng is larger than this whole service.
 */
export function pinyinFile(): string {
  customPinyin(READ_SO);
  const texts = [
    ...industries.map(({ name }) => name.zh),
    ...synonyms.rows.flatMap((row) => ('zh' in row ? (row.zh ?? []) : [])),
  ].map((text) => searchWords(text).join(''));
  const lines = [...new Set(texts)].map(
    (text) => `${JSON.stringify(text)}: ${JSON.stringify(syllables(text))}`,
  );
  return `{\n  ${lines.join(',\n  ')}\n}\n`;
}

/** Read wrongly by the dictionary, looked up one by one. */
const READ_SO: Record<string, string> = {
  种植: 'zhòng zhí',
  刨花: 'bào huā',
  薄膜: 'bó mó',
  采供血: 'cǎi gōng xuè',
  计量: 'jì liàng',
  钻采: 'zuān cǎi',
  理发: 'lǐ fà',
  网吧: 'wǎng bā',
  供热: 'gōng rè',
  供暖: 'gōng nuǎn',
  供蒸汽: 'gōng zhēng qì',
  藏药: 'zàng yào',
  知识: 'zhī shí',
};

/** A syllable for every character; letters and digits between them stay together. */
function syllables(text: string): string {
  return pinyin(text, { toneType: 'symbol', toneSandhi: false, nonZh: 'consecutive', type: 'array' }).join(
    ' ',
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await writeFile(new URL('./pinyin.json', import.meta.url), pinyinFile());
