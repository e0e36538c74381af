import { FileFault } from '../domain/messages/file-faults.ts';

/** A file inside an archive. */
export interface Part {
  readonly name: string;
  /** As it is packed. */
  readonly packed: Uint8Array;
  readonly method: number;
  /** What it says that it unpacks to. */
  readonly size: number;
  /** What it says that its CRC-32 is. */
  readonly crc: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
/** A workbook has a few parts a sheet. */
const MAX_PARTS = 5_000;

/**
 * The parts by the central directory, which is what readers go by (APPNOTE.TXT 4.3.12).
 *
 * @throws FileFault
 */
export function partsOf(bytes: Uint8Array): readonly Part[] {
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
      const packed = bytes.subarray(start, start + packedSize);
      const crc = view.getUint32(at + 16, true);
      parts.push({ name, packed, method: view.getUint16(at + 10, true), size, crc });
      at += 46 + nameLength! + extra! + comment!;
    }
    return parts;
  } catch (error) {
    if (error instanceof RangeError) throw damaged('zip');
    throw error;
  }
}

export const damaged = (part: string): FileFault => new FileFault('FILE_SIZE_IS_FALSE', { part });

/** What a part holds, piece by piece. @throws FileFault */
export async function* unpack({ name, packed, method }: Part): AsyncGenerator<Uint8Array> {
  if (method === 0) {
    yield packed;
    return;
  }
  if (method !== 8) throw damaged(name);
  const inflate = new DecompressionStream('deflate-raw');
  const reader = new Blob([packed as Uint8Array<ArrayBuffer>]).stream().pipeThrough(inflate).getReader();
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

/** A part that is written: as it is packed already, or what it holds. */
export type WrittenPart = Part | { readonly name: string; readonly content: string | AsyncIterable<string> };

/** An archive of these parts, each written before the next is asked for: what one comes to can be told by a later one. */
export async function* zipped(parts: Iterable<WrittenPart>): AsyncGenerator<Uint8Array> {
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const part of parts) {
    const offset = at;
    const name = new TextEncoder().encode(part.name);
    const ready = 'packed' in part ? part : null;
    // What is packed on the way has its sizes behind it (bit 3).
    const flags = ready ? 0x0800 : 0x0808;
    const header = record(30, LOCAL_HEADER, [20, flags, ready?.method ?? 8, 0, 33], 4);
    let stated = { crc: ready?.crc ?? 0, packed: ready?.packed.length ?? 0, size: ready?.size ?? 0 };
    sizesInto(header, 14, stated);
    header.setUint16(26, name.length, true);
    for (const piece of [bytesIn(header), name]) {
      at += piece.length;
      yield piece;
    }
    if (ready) {
      at += ready.packed.length;
      yield ready.packed;
    } else {
      const packing = packed((part as { content: string | AsyncIterable<string> }).content);
      for (;;) {
        const { done, value } = await packing.next();
        if (done) {
          stated = value;
          break;
        }
        at += value.length;
        yield value;
      }
      const behind = record(16, DATA_DESCRIPTOR, [], 4);
      sizesInto(behind, 4, stated);
      at += 16;
      yield bytesIn(behind);
    }
    const entry = record(46, DIRECTORY_ENTRY, [20, 20, flags, ready?.method ?? 8, 0, 33], 4);
    sizesInto(entry, 16, stated);
    entry.setUint16(28, name.length, true);
    entry.setUint32(42, offset, true);
    directory.push(bytesIn(entry), name);
  }
  const listed = directory.reduce((sum, { length }) => sum + length, 0);
  yield* directory;
  const end = record(22, END_OF_DIRECTORY, [0, 0, directory.length / 2, directory.length / 2], 4);
  end.setUint32(12, listed, true);
  end.setUint32(16, at, true);
  yield bytesIn(end);
}

const DATA_DESCRIPTOR = 0x08074b50;

interface Sizes {
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

function record(length: number, signature: number, fields: readonly number[], from: number): DataView {
  const view = new DataView(new ArrayBuffer(length));
  view.setUint32(0, signature, true);
  for (const [at, field] of fields.entries()) view.setUint16(from + at * 2, field, true);
  return view;
}
function sizesInto(view: DataView, at: number, { crc, packed, size }: Sizes): void {
  for (const [place, value] of [crc, packed, size].entries()) view.setUint32(at + place * 4, value, true);
}
const bytesIn = ({ buffer }: DataView): Uint8Array => new Uint8Array(buffer);

/** Packs a text piece by piece; in the end tells what it came to. */
async function* packed(content: string | AsyncIterable<string>): AsyncGenerator<Uint8Array, Sizes> {
  let [crc, size, packedSize] = [0xffffffff, 0, 0];
  const pieces = (typeof content === 'string' ? [content] : content) as AsyncIterable<string>;
  const encoder = new TextEncoder();
  const source = (async function* () {
    for await (const piece of pieces) {
      const bytes = encoder.encode(piece);
      size += bytes.length;
      crc = crc32(bytes, crc);
      yield bytes;
    }
  })();
  const stream = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await source.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => void (await source.return()),
  });
  const deflate = new CompressionStream('deflate-raw') as unknown as TransformStream<Uint8Array, Uint8Array>;
  const reader = stream.pipeThrough(deflate).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return { crc: ~crc >>> 0, packed: packedSize, size };
      packedSize += value.length;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++)
    remainder = remainder & 1 ? 0xedb88320 ^ (remainder >>> 1) : remainder >>> 1;
  return remainder;
});

/** CRC-32 (ISO 3309) so far, of more bytes. */
function crc32(bytes: Uint8Array, before: number): number {
  let crc = before;
  for (const byte of bytes) crc = CRC_TABLE[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
  return crc;
}
