import { crc32, deflateRawSync } from 'node:zlib';
import writeXlsxFile from 'write-excel-file/node';
import { reference } from '../../services/data/reference.ts';
import type { ProjectRow, ReadingOptions } from '../../services/files/read-projects.ts';
import { cellFaultText, readProjects } from '../../services/files/read-projects.ts';

export type Written = string | number | boolean | Date | null | Formatted;
/** A value that is shown by a number format. */
export interface Formatted {
  readonly value: number | Date;
  readonly format: string;
}

/** A workbook as a program that is not ours writes it. */
export async function workbookOf(
  ...sheets: readonly (readonly (readonly Written[])[])[]
): Promise<Uint8Array> {
  const written = sheets.map((rows, at) => ({
    sheet: `表${at + 1}`,
    data: rows.map((row) =>
      row.map((value) => (value instanceof Date ? { value, type: Date, format: 'yyyy/mm/dd' } : value)),
    ),
  }));
  return new Uint8Array(await writeXlsxFile(written as never).toBuffer());
}

export const csvOf = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) =>
      row.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(','),
    )
    .join('\r\n');

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** All that a file states. */
export async function rowsIn(
  bytes: Uint8Array,
  options: Partial<ReadingOptions> = {},
): Promise<readonly ProjectRow[]> {
  const { sheets } = await readProjects(bytes, { reference, zone: 'zone_park', ...options });
  const rows: ProjectRow[] = [];
  for (const sheet of sheets) for await (const row of sheet.rows) rows.push(row);
  return rows;
}

/** What one row below its headers states, without its zone; its faults in words. */
export async function rowOf(cells: Readonly<Record<string, Written>>) {
  const [row] = await rowsIn(
    await workbookOf([
      ['项目名称', '项目代码', ...Object.keys(cells)],
      ['某项目', null, ...Object.values(cells)],
    ]),
  );
  const { zone: _zone, name: _name, ...stated } = row!.project!;
  return {
    stated,
    codes: row!.faults.map(({ fault }) => fault.code),
    said: row!.faults.map((fault) => cellFaultText(fault, 'zh')),
  };
}

export interface ZipPart {
  readonly name: string;
  readonly content: string | Buffer;
  /** What the directory says that it unpacks to, where that is a lie. */
  readonly statedSize?: number;
}

/** A zip archive, byte by byte, so that it can lie. */
export function zipOf(parts: readonly ZipPart[]): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, statedSize } of parts) {
    const plain = Buffer.from(content as string);
    const packed = deflateRawSync(plain);
    const fixed = Buffer.alloc(26);
    fixed.writeUInt16LE(20, 0);
    fixed.writeUInt16LE(8, 4);
    fixed.writeUInt32LE(crc32(plain), 10);
    fixed.writeUInt32LE(packed.length, 14);
    fixed.writeUInt32LE(statedSize ?? plain.length, 18);
    fixed.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fixed, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fixed, rest, Buffer.from(name)]),
    );
    bodies.push(local);
    at += local.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(listing.length, 8);
  end.writeUInt32LE(at, 12);
  return new Uint8Array(Buffer.concat([...bodies, listing, Buffer.from('PK\x05\x06', 'latin1'), end]));
}

const OOXML = 'http://schemas.openxmlformats.org';

/** The parts of a workbook with one sheet, to be spoilt. */
export const partsOfWorkbook = (sheet: string): ZipPart[] => [
  {
    name: '[Content_Types].xml',
    content: `<Types xmlns="${OOXML}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
  },
  {
    name: '_rels/.rels',
    content: `<Relationships xmlns="${OOXML}/package/2006/relationships"><Relationship Id="rId1" Type="${OOXML}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    content: `<Relationships xmlns="${OOXML}/package/2006/relationships"><Relationship Id="rId1" Type="${OOXML}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  },
  {
    name: 'xl/workbook.xml',
    content: `<workbook xmlns="${OOXML}/spreadsheetml/2006/main" xmlns:r="${OOXML}/officeDocument/2006/relationships"><sheets><sheet name="表1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  },
  {
    name: 'xl/worksheets/sheet1.xml',
    content: `<worksheet xmlns="${OOXML}/spreadsheetml/2006/main"><sheetData>${sheet}</sheetData></worksheet>`,
  },
];

/** Rows of text cells, as a worksheet part has them. */
export const sheetXml = (...rows: readonly (readonly string[])[]): string =>
  rows
    .map(
      (cells) => `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`,
    )
    .join('');
