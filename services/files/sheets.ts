import { FileFault } from '../domain/messages/file-faults.ts';
import { csvSheet } from './csv.ts';
import { MAX_BYTES } from './limits.ts';
import type { Sheet } from './sheet.ts';
import { workbookSheets } from './workbook.ts';

/**
 * The sheets of a file: those of a workbook, or the one that text in columns is.
 *
 * Which it is shows in its first bytes: a name tells nothing of what is in a file.
 *
 * @throws FileFault
 */
export async function sheetsOf(bytes: Uint8Array): Promise<readonly Sheet[]> {
  if (bytes.length > MAX_BYTES)
    throw new FileFault('FILE_TOO_LARGE', { value: bytes.length, allowed: MAX_BYTES });
  if (startsWith(bytes, ZIP)) return await workbookSheets(bytes);
  if (startsWith(bytes, OLE2)) throw new FileFault('FILE_LOCKED_OR_OLD');
  return [csvSheet(bytes)];
}

const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** The container of .xls, and of workbooks that are encrypted. */
const OLE2 = [0xd0, 0xcf, 0x11, 0xe0];

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, at) => bytes[at] === byte);
