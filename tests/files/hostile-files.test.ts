import { describe, expect, it } from 'vitest';
import { partsOfWorkbook, rowsIn, sheetXml, utf8, type ZipPart, zipOf } from './written-files.ts';

const HEADERS = ['项目名称', '建设性质'];
const sound = () => partsOfWorkbook(sheetXml(HEADERS, ['某项目', '新建']));
const with_ = (part: Partial<ZipPart>): ZipPart[] => [
  ...sound().slice(0, -1),
  { ...sound().at(-1)!, ...part },
];
const sheet = (rows: string) => partsOfWorkbook(rows);

/** How a file is refused, and that it is refused by its start: what a hundred megabytes unpack to is never held. */
const refusal = async (bytes: Uint8Array): Promise<string> =>
  rowsIn(bytes).then(
    () => 'read',
    (error) => error.code ?? error,
  );

describe('a file that no office makes is refused before it is read', () => {
  it('which a workbook made by hand is not', async () => {
    expect(await rowsIn(zipOf(sound()))).toMatchObject([
      { project: { name: '某项目', natures: ['NEW_BUILD'] } },
    ]);
  });

  const megabytes = (count: number) => Buffer.alloc(count * 1024 * 1024, ' ');

  it.each<[situation: string, code: string, bytes: () => Uint8Array]>([
    [
      'a bomb that says what it unpacks to',
      'FILE_UNPACKS_TOO_LARGE',
      () => zipOf(with_({ statedSize: 600_000_000 })),
    ],
    [
      'many parts that are a bomb only together',
      'FILE_UNPACKS_TOO_LARGE',
      () =>
        zipOf([
          ...sound(),
          ...[1, 2, 3].map((n) => ({ name: `${n}.bin`, content: '', statedSize: 200_000_000 })),
        ]),
    ],
    [
      'a bomb that says that it is small',
      'FILE_SIZE_IS_FALSE',
      () => zipOf(with_({ content: megabytes(20), statedSize: 1_000 })),
    ],
    [
      'a part that is smaller than it says',
      'FILE_SIZE_IS_FALSE',
      () => zipOf(with_({ statedSize: 1_000_000 })),
    ],
    ['a part that says it is empty', 'FILE_SIZE_IS_FALSE', () => zipOf(with_({ statedSize: 0 }))],
    ['a file cut off', 'FILE_SIZE_IS_FALSE', () => zipOf(sound()).slice(0, -100)],
    [
      'a DOCTYPE',
      'FILE_HAS_DOCTYPE',
      () => zipOf(with_({ content: '<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>' })),
    ],
    [
      'a DOCTYPE far behind the beginning',
      'FILE_HAS_DOCTYPE',
      () => zipOf(with_({ content: `${'<a/>'.repeat(50_000)}<!DOCTYPE x>` })),
    ],
    [
      'one cell of many megabytes',
      'FILE_HAS_LONG_CELL',
      () => zipOf(sheet(`<row><c t="inlineStr"><is><t>${'甲'.repeat(2_000_000)}</t></is></c></row>`)),
    ],
    [
      'a cell of many short pieces',
      'FILE_HAS_LONG_CELL',
      () =>
        zipOf(
          sheet(
            `${sheetXml(HEADERS)}<row><c t="inlineStr"><is>${'<r><t>甲甲甲甲</t></r>'.repeat(10_000)}</is></c></row>`,
          ),
        ),
    ],
    [
      '1,048,576 rows that only look empty',
      'FILE_HAS_TOO_MANY_ROWS',
      () => zipOf(sheet(`${sheetXml(HEADERS)}${'<row/>'.repeat(1_048_575)}`)),
    ],
    [
      'a row far below all others',
      'FILE_HAS_TOO_MANY_ROWS',
      () => zipOf(sheet(`${sheetXml(HEADERS)}<row r="1048576"><c><v>1</v></c></row>`)),
    ],
    ['an archive of something else', 'FILE_NOT_A_TABLE', () => zipOf([{ name: 'a.txt', content: 'b' }])],
    [
      'an old workbook',
      'FILE_LOCKED_OR_OLD',
      () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
    ],
    ['a picture', 'FILE_NOT_A_TABLE', () => utf8('GIF89a\0\0\0')],
    ['text in no encoding', 'FILE_ENCODING_UNKNOWN', () => Uint8Array.of(0xff, 0xff, 0xff)],
    [
      'text in UTF-16',
      'FILE_ENCODING_UNKNOWN',
      () => new Uint8Array(Buffer.from('\ufeff项目名称,建设性质', 'utf16le')),
    ],
    ['text in one line', 'FILE_HAS_LONG_CELL', () => utf8(`项目名称,建设性质\n${'a,'.repeat(20_000_000)}`)],
    [
      'a workbook of 10,000 sheets, of which all but one are nowhere',
      'FILE_NOT_A_TABLE',
      () => {
        const sheets = Array.from(
          { length: 10_000 },
          (_, at) => `<sheet name="${at}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
        );
        return zipOf(
          sound().map((part) =>
            part.name === 'xl/workbook.xml'
              ? { ...part, content: String(part.content).replace(/<sheet .*\/>/, sheets.join('')) }
              : part,
          ),
        );
      },
    ],
    ['text with an open quotation mark', 'FILE_QUOTES_BROKEN', () => utf8('项目名称,建设性质\n"a,b\n')],
    [
      'text with one endless cell',
      'FILE_HAS_LONG_CELL',
      () => utf8(`项目名称,建设性质\n${'a'.repeat(5_000_000)}`),
    ],
    [
      'text with 1,048,576 empty rows',
      'FILE_HAS_TOO_MANY_ROWS',
      () => utf8(`项目名称,建设性质\n${'\n'.repeat(1_048_575)}`),
    ],
    ['a file of more bytes than any list has', 'FILE_TOO_LARGE', () => new Uint8Array(65 * 1024 * 1024)],
    ['nothing', 'FILE_HAS_NO_HEADERS', () => new Uint8Array()],
    ['a table of something else', 'FILE_HAS_NO_HEADERS', () => utf8('品名,价格\n茶,3\n')],
  ])('%s', async (_, code, bytes) => {
    expect(await refusal(bytes())).toBe(code);
  });

  it('whatever byte of it is another', async () => {
    const bytes = zipOf(sound());
    for (let at = 0; at < bytes.length; at += 3) {
      const spoilt = bytes.slice();
      spoilt[at]! ^= 0xff;
      const said = await refusal(spoilt);
      if (said !== 'read') expect(said).toMatch(/^FILE_/);
    }
  });
});

describe('what a spreadsheet cannot say is not guessed', () => {
  const headers = ['项目名称', '总投资（万元）', '受理日期'];
  const rowWith = async (investment: string, day: string) => {
    const cells = `<c t="inlineStr"><is><t>甲</t></is></c>${investment}${day}`;
    const [row] = await rowsIn(zipOf(sheet(`${sheetXml(headers)}<row>${cells}</row>`)));
    return { project: row!.project, faults: row!.faults.map(({ column }) => column) };
  };

  it.each([
    ['a number beyond all measure', '<c><v>1e308</v></c>', '<c/>', ['总投资（万元）']],
    ['a number that is none', '<c><v>NaN</v></c>', '<c/>', ['总投资（万元）']],
    ['an error of a formula', '<c t="e"><f>A9</f><v>#REF!</v></c>', '<c/>', ['总投资（万元）']],
    ['the day that 1900 did not have, as Excel counts it', '<c/>', '<c><v>60</v></c>', ['受理日期']],
    ['that day in words', '<c/>', '<c t="inlineStr"><is><t>1900-02-29</t></is></c>', ['受理日期']],
    ['a day with an hour', '<c/>', '<c><v>46000.5</v></c>', ['受理日期']],
  ])('%s', async (_, investment, day, faults) => {
    expect(await rowWith(investment, day)).toEqual({ project: { zone: 'zone_park', name: '甲' }, faults });
  });

  it('a formula that was worked out is its value, and a row that is hidden is one', async () => {
    const cells = '<c t="inlineStr"><is><t>甲</t></is></c><c><f>A1*2</f><v>500</v></c>';
    const [row] = await rowsIn(zipOf(sheet(`${sheetXml(headers)}<row hidden="1">${cells}</row>`)));
    expect(row!.project!.facts).toEqual({ totalInvestment: { number: '500', unit: '万元' } });
  });
});
