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

/**
 * The text of `character-readings.json`: for each run of characters that follow each other its first and, without tones,
 * all readings of each; by characters it takes a fifth less room packed than by syllables. Names of places are given by
 * users, and 重 is chóng in 重庆, so every reading of a character is kept.
 */
export function readingsFile(): string {
  const runs: { readonly first: string; readonly readings: string[]; end: number }[] = [];
  for (const [from, to] of HAN)
    for (let point = from; point <= to; point++) {
      const character = String.fromCodePoint(point);
      const readings = [...readingsOf(character)].sort().join(' ');
      if (!readings) continue;
      const last = runs.at(-1);
      if (last && point - last.end < MOST_BETWEEN) {
        last.readings.push(...new Array<string>(point - last.end).fill(''), readings);
        last.end = point + 1;
      } else runs.push({ first: character, readings: [readings], end: point + 1 });
    }
  const lines = runs.map(
    ({ first, readings }) => `${JSON.stringify(first)}: ${JSON.stringify(readings.join(','))}`,
  );
  return `{\n  ${lines.join(',\n  ')}\n}\n`;
}

/** Fewer characters that nobody reads do not end a run. */
const MOST_BETWEEN = 8;

/** The blocks of Unicode that have Chinese characters; the dictionary knows those that are in use. */
const HAN = [
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0x20000, 0x2ebef],
] as const;

/** With v for ü, as it is typed. What the dictionary does not know it gives back as it is. */
const readingsOf = (character: string): ReadonlySet<string> =>
  new Set(
    pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true }).filter((syllable) =>
      /^[a-z]+$/.test(syllable),
    ),
  );

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await writeFile(new URL('./pinyin.json', import.meta.url), pinyinFile());
  await writeFile(new URL('./character-readings.json', import.meta.url), readingsFile());
}
