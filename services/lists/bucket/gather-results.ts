import type { Locale } from '../../domain/values/text.ts';
import type { Outcome } from '../../domain/vocabulary.ts';
import { asWorkbook } from '../../files/as-workbook.ts';
import { resultsWorkbook } from '../../files/results-workbook.ts';
import type { RowAnswer } from '../../files/row-answer.ts';
import { allPortions } from './all-portions.ts';
import { JSON_TYPE, LINES_TYPE, linesIn, linesOf } from './objects.ts';
import { faultsAt, manifestAt, missingAt, resultsAt, rowsAt, uploadAt, workbookAt } from './places.ts';
import {
  answerIn,
  type HandedIn,
  type Manifest,
  openList,
  type Portion,
  type PortionRow,
  type ResultLine,
  type Tools,
} from './run.ts';

/** What the run says of itself at its end. */
export interface GatheredAnswer extends HandedIn {
  readonly upload: string;
  readonly officer: string;
  readonly locale: Locale;
  readonly state: 'WHOLE' | 'FAULTY' | 'INCOMPLETE';
  /** In a sentence, for whoever looks at the run. */
  readonly says: string;
  /** The object that lists the portions to check again: those that are missing, or none. */
  readonly portions: string;
  readonly manifest: string;
}

/**
 * Counts what there is of a list. Where portions are missing it says which; where none is it closes the batch and writes
 * the workbook with the results, what there is to mend, and the manifest.
 */
export async function gatherResults(
  tools: Tools,
  { key, etag, officer, locale }: HandedIn & { readonly officer: string; readonly locale: Locale },
): Promise<GatheredAnswer> {
  const { objects } = tools;
  const file = { key, etag };
  const { id: upload, batch } = uploadAt(key);
  const { all: portions, missing } = await allPortions(objects, upload);
  const about = {
    batch,
    upload,
    file,
    portions: { all: portions.length, missing: missing.map(({ portion }) => portion) },
  };
  const manifest: Manifest =
    missing.length > 0
      ? { ...about, state: 'INCOMPLETE' }
      : { ...about, ...(await wholeResults(tools, file, portions)) };
  await objects.replace(missingAt(upload), JSON.stringify(missing), JSON_TYPE);
  await objects.replace(manifestAt(upload), JSON.stringify(manifest, null, 2), JSON_TYPE);
  return {
    ...file,
    upload,
    officer,
    locale,
    state: manifest.state as GatheredAnswer['state'],
    says: saidOf(manifest),
    portions: missingAt(upload),
    manifest: manifestAt(upload),
  };
}

async function wholeResults(
  tools: Tools,
  file: HandedIn,
  portions: readonly Portion[],
): Promise<Pick<Manifest, 'state' | 'rows' | 'faults' | 'results'>> {
  const { objects } = tools;
  const opened = await openList(tools, file);
  const { upload, batch, rows, api, list, locale } = opened;
  let toSend = 0;
  for await (const _ of rows.toSend()) toSend++;
  const counts = new Map<Outcome | null, number>();
  const once = textsOnce();
  for (const { portion, rows: taken } of portions) {
    const [all, lines] = await Promise.all([
      linesIn<PortionRow>(objects, rowsAt(upload.id, portion)),
      linesIn<ResultLine>(objects, resultsAt(upload.id, portion)),
    ]);
    const sent = all.slice(0, taken);
    // INVARIANT: what was handed in is what is handed back, row for row.
    if (sent.length !== lines.length) throw new Error(`portion ${portion} has ${lines.length} results`);
    for (const { outcome } of lines) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    rows.answered(
      sent,
      lines.map((line) => once(answerIn(line))),
    );
    toSend -= sent.length;
  }
  if (toSend !== 0) throw new Error(`${toSend} rows of the list stand in no portion`);
  const sent = portions.reduce((sum, { rows }) => sum + rows, 0);
  if (sent > 0) await api.close(batch.id, portions.length, sent);

  const checked = rows.file([
    ['batch', batch.id],
    ['on', batch.on],
  ]);
  await objects.replace(faultsAt(upload.id), linesOf(checked.faults), LINES_TYPE);
  const isTable = upload.format !== 'JSON_LINES';
  if (isTable) {
    const workbook = resultsWorkbook(await asWorkbook(opened.bytes, checked), checked, list.fields, locale);
    await objects.replace(workbookAt(upload.id), await bytesOf(workbook), XLSX_TYPE);
  }
  const { null: _, ...outcomes } = Object.fromEntries(counts) as Record<Outcome | 'null', number>;
  const all = checked.sheets.reduce((sum, { rows }) => sum + rows.size, 0);
  const assessed = sent - (counts.get(null) ?? 0);
  return {
    state: checked.faults.length === 0 ? 'WHOLE' : 'FAULTY',
    rows: { sent, unchanged: rows.unchanged, outcomes, notAssessed: all - assessed - rows.unchanged },
    faults: checked.faults.length,
    results: [faultsAt(upload.id), ...(isTable ? [workbookAt(upload.id)] : [])],
  };
}

function saidOf({ state, portions, rows, faults }: Manifest): string {
  if (state === 'INCOMPLETE')
    return `${portions!.missing.length} of ${portions!.all} portions have no results.`;
  return `${rows!.sent} rows were checked, ${rows!.notAssessed} could not be assessed; ${faults} places are to be mended.`;
}

/** What is the same for many rows is held once. */
function textsOnce(): (answer: RowAnswer) => RowAnswer {
  const texts = new Map<string, unknown>();
  const once = <Value>(value: Value): Value => {
    const key = typeof value === 'string' ? value : JSON.stringify(value);
    const known = texts.get(key);
    if (known !== undefined) return known as Value;
    texts.set(key, value);
    return value;
  };
  return ({ result, errors }) => ({
    errors,
    result: {
      ...result,
      entries: once(result.entries),
      basis: once(result.basis),
      conditions: once(result.conditions),
      questions: once(result.questions),
      explanation: once(result.explanation),
      missing: once(result.missing),
    },
  });
}

async function bytesOf(content: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of content) pieces.push(piece);
  return new Uint8Array(await new Blob(pieces as Uint8Array<ArrayBuffer>[]).arrayBuffer());
}

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
