import { FileFault } from '../domain/messages/file-faults.ts';
import { MAX_BYTES_UNPACKED, MAX_CELL, MAX_ROWS } from './limits.ts';
import { damaged, type Part, partsOf, unpack } from './zip.ts';

/**
 * Lets only such workbooks pass as the reader behind it can take: refuses what unpacks to too much or to more than it
 * states, a DOCTYPE, cells and sheets that no spreadsheet program writes.
 *
 * What the directory states is looked at first, so a bomb is never unpacked; then every part is, piece by piece, and
 * nothing of it is kept.
 *
 * @throws FileFault
 */
export async function guardWorkbook(bytes: Uint8Array): Promise<Inspected> {
  const parts = partsOf(bytes);
  const declared = parts.reduce((sum, { size }) => sum + size, 0);
  if (declared > MAX_BYTES_UNPACKED)
    throw new FileFault('FILE_UNPACKS_TOO_LARGE', { value: declared, allowed: MAX_BYTES_UNPACKED });
  const inspected: Inspected[] = [];
  for (const part of parts) inspected.push(await inspect(part));
  return {
    formats: inspected.flatMap(({ formats }) => formats),
    uncomputed: inspected.some(({ uncomputed }) => uncomputed),
    rows: inspected.reduce((sum, { rows }) => sum + rows, 0),
  };
}

/** What was seen on the way. */
interface Inspected {
  /** The number formats that are not built in. */
  readonly formats: readonly string[];
  /** Whether there are formulas that no program has worked out. */
  readonly uncomputed: boolean;
  /** Those of all sheets. */
  readonly rows: number;
}

const DOCTYPE = '<!DOCTYPE';
const ROW = '<row';

const UNCOMPUTED = '</f></c>';

async function inspect(part: Part): Promise<Inspected> {
  const { name, size } = part;
  const isXml = /\.(xml|rels|vml)$/i.test(name);
  let unpacked = 0;
  let rows = 0;
  /** How long the text is that no tag has ended yet. */
  let run = 0;
  let before = '';
  let uncomputed = false;
  const styles: Uint8Array[] = [];
  for await (const chunk of unpack(part)) {
    unpacked += chunk.length;
    if (unpacked > size) throw damaged(name);
    if (!isXml) continue;
    if (/styles\d*\.xml$/i.test(name)) styles.push(chunk);
    // A mark may be cut in two between one piece and the next.
    const text = before + latin1(chunk);
    if (text.includes(DOCTYPE)) throw new FileFault('FILE_HAS_DOCTYPE', { part: name });
    uncomputed ||= text.includes(UNCOMPUTED);
    const newFrom = before.length;
    before = text.slice(1 - DOCTYPE.length);
    for (let at = text.indexOf(ROW); at >= 0; at = text.indexOf(ROW, at + 1))
      if (at + ROW.length > newFrom) rows++;
    if (rows > MAX_ROWS) throw new FileFault('FILE_HAS_TOO_MANY_ROWS', { part: name, allowed: MAX_ROWS });
    const tag = text.lastIndexOf('<');
    run = tag < newFrom ? run + chunk.length : text.length - tag;
    // A character takes at most four bytes, and as an entity (&#x1F600;) nine.
    if (run > MAX_CELL * 9) throw new FileFault('FILE_HAS_LONG_CELL', { part: name, allowed: MAX_CELL });
  }
  if (unpacked !== size) throw damaged(name);
  const text = await new Blob(styles as Uint8Array<ArrayBuffer>[]).text();
  const formats = [...text.matchAll(/formatCode="([^"]*)"/g)];
  return { formats: formats.map(([, code]) => code!.replaceAll('&quot;', '"')), uncomputed, rows };
}

/** A character a byte, so that places in the text are places in the bytes. */
const latin1 = (bytes: Uint8Array): string => LATIN1.decode(bytes);
const LATIN1 = new TextDecoder('latin1');
