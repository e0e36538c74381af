import data from './hazardous-chemicals.json' with { type: 'json' };
import type { ListedItem, ListSource } from './list-source.ts';

/**
 * The rows of the catalogue of hazardous chemicals (危险化学品目录), each `serial|name|CAS numbers|aliases|marks|condition`.
 * In the marks, T is 剧毒 and 2 says that a second copy has the number.
 *
 * They stay texts until something asks for them: most processes never do, and the file is the longest there is.
 */
export const catalogueRows: readonly string[] = data.rows;

/** The catalogue of hazardous chemicals, 2 828 items. */
export const catalogueSource: ListSource = {
  key: 'HAZARDOUS_CHEMICALS',
  name: { zh: '危险化学品', en: 'hazardous chemicals' },
  coverage: {
    zh: '2015年版2828项全部列入。160行（类别、合金、混合物和第2828项）没有 CAS 号，只能按名称识别；第2828项另列出实施指南所举的88种制品，且只在闭杯闪点≤60℃时列入。柴油按2022年第8号公告不限闪点（该公告未经核对）。',
    en: 'All 2 828 items of the edition of 2015. 160 rows (classes, alloys, mixtures, item 2828) have no CAS number and are known by name alone; of item 2828 the 88 products of the implementation guide are named, each listed only with a closed-cup flash point of at most 60 °C. Diesel counts whatever its flash point by announcement 8 of 2022, which was not compared.',
  },
  items: () => [
    ...catalogueRows.map(readRow),
    ...data.item2828.map((row): ListedItem => {
      const [zh = '', aliases = ''] = row.split('|');
      return {
        item: { zh, cas: [], aliases: joined(aliases), condition: '闭杯闪点≤60℃' },
        source: at('2828'),
        compared: false,
      };
    }),
  ],
};

/** The items that the catalogue marks as highly toxic (剧毒), 148 of them. */
export const highlyToxicSource: ListSource = {
  key: 'HIGHLY_TOXIC',
  name: { zh: '剧毒化学品', en: 'highly toxic chemicals' },
  coverage: {
    zh: '《危险化学品目录（2015版）》备注“剧毒”的148项全部列入。名称带含量的，仅在该含量时列入；氰化氢依同目录第1664项以含量＞20%为界。',
    en: 'All 148 items that the catalogue of 2015 marks as highly toxic. What is named with a content is listed only with that content; for hydrogen cyanide more than 20 %, since item 1664 names up to 20 % without the mark.',
  },
  items: () => catalogueRows.filter((row) => marksOf(row).includes('T')).map(readRow),
};

function readRow(row: string): ListedItem {
  const [serial = '', zh = '', cas = '', aliases = '', , condition] = row.split('|');
  return {
    item: { zh, cas: joined(cas), aliases: joined(aliases), ...(condition ? { condition } : {}) },
    source: at(serial),
    compared: marksOf(row).includes('2'),
  };
}

const marksOf = (row: string): string => row.split('|')[4] ?? '';

const at = (serial: string) => ({ document: data.document, number: data.number, article: `第${serial}项` });

const joined = (texts: string): readonly string[] => (texts === '' ? [] : texts.split('；'));
