import { FileFault } from '../domain/messages/file-faults.ts';
import { MAX_BYTES_UNPACKED, MAX_CELL, MAX_ROWS } from './limits.ts';

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
  };
}

/** What was seen on the way. */
interface Inspected {
  /** The number formats that are not built in. */
  readonly formats: readonly string[];
  /** Whether there are formulas that no program has worked out. */
  readonly uncomputed: boolean;
}

interface Part {
  readonly name: string;
  /** As it is packed. */
  readonly packed: Uint8Array<ArrayBuffer>;
  readonly method: number;
  /** What it says that it unpacks to. */
  readonly size: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
/** A workbook has a few parts a sheet. */
const MAX_PARTS = 5_000;

/** The parts by the central directory, which is what readers go by (APPNOTE.TXT 4.3.12). */
function partsOf(bytes: Uint8Array): readonly Part[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    let end = bytes.length - 22;
    while (view.getUint32(end, true) !== END_OF_DIRECTORY) end--;
    const count = view.getUint16(end + 10, true);
    if (count > MAX_PARTS) throw new FileFault('FILE_NOT_A_TABLE', { value: `${count} parts` });
    const parts: Part[] = [];
    let at = view.getUint32(end + 16, true);
    while (parts.length < count) {
      if (view.getUint32(at, true) !== DIRECTORY_ENTRY) throw damaged('zip');
      const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
      const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength!));
      const packedSize = view.getUint32(at + 20, true);
      const local = view.getUint32(at + 42, true);
      if (view.getUint32(local, true) !== LOCAL_HEADER) throw damaged(name);
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      // The larger ones of zip64 are no workbook of an office: all bits set stands for them and is too much by itself.
      const size = view.getUint32(at + 24, true);
      if (start + packedSize > bytes.length) throw damaged(name);
      const packed = new Uint8Array(bytes.subarray(start, start + packedSize));
      parts.push({ name, packed, method: view.getUint16(at + 10, true), size });
      at += 46 + nameLength! + extra! + comment!;
    }
    return parts;
  } catch (error) {
    if (error instanceof RangeError) throw damaged('zip');
    throw error;
  }
}

const damaged = (part: string): FileFault => new FileFault('FILE_SIZE_IS_FALSE', { part });

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
  return { formats: formats.map(([, code]) => code!.replaceAll('&quot;', '"')), uncomputed };
}

async function* unpack({ name, packed, method }: Part): AsyncGenerator<Uint8Array> {
  if (method === 0) {
    yield packed;
    return;
  }
  if (method !== 8) throw damaged(name);
  const inflate = new DecompressionStream('deflate-raw');
  const reader = new Blob([packed]).stream().pipeThrough(inflate).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw damaged(name);
      });
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

/** A character a byte, so that places in the text are places in the bytes. */
const latin1 = (bytes: Uint8Array): string => LATIN1.decode(bytes);
const LATIN1 = new TextDecoder('latin1');
