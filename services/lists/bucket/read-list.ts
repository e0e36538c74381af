import { FileFault } from '../../domain/messages/file-faults.ts';
import { Refusal, Refusals } from '../../domain/messages/refusal.ts';
import type { Locale } from '../../domain/values/text.ts';
import { inPortions, portionOf } from '../../files/checked-rows.ts';
import { Refused } from '../request.ts';
import { JSON_TYPE, jsonIn, LINES_TYPE, linesOf, ObjectReplaced } from './objects.ts';
import { manifestAt, portionsAt, rowsAt, uploadAt } from './places.ts';
import {
  type HandedIn,
  type Manifest,
  type OpenedList,
  openList,
  type Portion,
  type PortionRow,
  type Tools,
} from './run.ts';

/** What the map goes over next; `refused` where there is nothing. */
export type ReadListAnswer = HandedIn &
  (
    | { readonly refused: true }
    | {
        readonly refused: false;
        readonly upload: string;
        readonly officer: string;
        readonly locale: Locale;
        /** The object that lists the portions. */
        readonly portions: string;
      }
  );

/**
 * Reads a list into portions of rows in JSON Lines. Twice is as good as once.
 *
 * A list that cannot be read is refused, and its manifest says why: that is no fault of the step.
 */
export async function readList(tools: Tools, file: HandedIn): Promise<ReadListAnswer> {
  try {
    const opened = await openList(tools, file);
    const { upload, officer, locale } = opened;
    await writePortions(tools, file, opened);
    return { ...file, refused: false, upload: upload.id, officer, locale, portions: portionsAt(upload.id) };
  } catch (error) {
    // The list that was stored over it is read by itself.
    if (error instanceof ObjectReplaced) return { ...file, refused: true };
    const refused = { zh: whyNot(error, 'zh'), en: whyNot(error, 'en') };
    const { id: upload, batch } = uploadAt(file.key);
    const manifest: Manifest = { batch, upload, file, state: 'REFUSED', refused };
    await tools.objects.replace(manifestAt(upload), JSON.stringify(manifest), JSON_TYPE);
    return { ...file, refused: true };
  }
}

/** @throws the error itself where it says nothing about the list */
function whyNot(error: unknown, locale: Locale): string {
  if (error instanceof Refused) return error[locale];
  const faults = error instanceof Refusals ? error.refusals : [error];
  return faults
    .map((fault) => {
      if (fault instanceof FileFault || fault instanceof Refusal) return fault.text(locale);
      throw fault;
    })
    .join(' ');
}

async function writePortions(
  { objects }: Tools,
  { etag }: HandedIn,
  { upload, list, rows, count }: OpenedList,
): Promise<void> {
  const portions: Portion[] = [];
  for await (const portion of inPortions(rows.toSend(), portionOf(count))) {
    const lines: readonly PortionRow[] = portion.map((row) => ({
      ...row,
      sheet: list.tables[row.table]!.name,
    }));
    await objects.add(rowsAt(upload.id, portions.length), linesOf(lines), LINES_TYPE);
    portions.push({ portion: portions.length, rows: portion.length, of: etag });
  }
  // Last, so that whoever finds it finds all the rest.
  const isFirst = await objects.add(portionsAt(upload.id), JSON.stringify(portions), JSON_TYPE);
  if (isFirst) return;
  const there = await jsonIn<readonly Portion[]>(objects, portionsAt(upload.id));
  if (there.some(({ of }) => of !== etag)) throw new ObjectReplaced();
}
