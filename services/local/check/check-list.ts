import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { FactDefinition } from '../../domain/facts/fact.ts';
import { sayFrom } from '../../domain/messages/sentences.ts';
import { dayOf } from '../../domain/values/day.ts';
import { CheckedRows, inPortions, portionOf } from '../../files/checked-rows.ts';
import { surveyOf } from '../../files/list.ts';
import type { Batch, BatchApi } from '../../lists/batches.ts';
import { linesIn, tablesIn } from '../../lists/list-rows.ts';
import { sendPortions } from '../../lists/send-portions.ts';
import { CannotStart } from '../cannot-start.ts';
import { bytesOf } from '../local-file.ts';
import { AT_ONCE, Refused } from './api.ts';
import { mappingsIn, told } from './list-file.ts';
import type { CheckOptions } from './options.ts';
import { outputFor } from './outputs.ts';
import { progressOn, type Screen } from './progress.ts';

export interface CheckTools {
  readonly api: BatchApi;
  /** For what people are told: never where the results go. */
  readonly screen: Screen;
  readonly clock: () => Date;
  /** Ends the check: what was sent is kept and can be gone on with. */
  readonly signal: AbortSignal;
}

/** Exit codes, for scripts. */
export const EXIT = {
  /** Every row was assessed and every cell read. */
  WHOLE: 0,
  /** Some were not: the results say which, and how to mend them. */
  FAULTY: 1,
  /** Nothing was done. */
  NOTHING: 2,
  /** A fault ended it on the way; the batch can be gone on with. */
  BROKEN_OFF: 3,
  /** Somebody ended it; the batch can be gone on with. */
  ENDED: 130,
} as const;

/**
 * Has the rows of a list decided in a batch and writes what they came to. Those whose result is in the file already are not
 * sent again.
 *
 * @returns the exit code
 * @throws CannotStart where nothing was done
 */
export async function checkList(options: CheckOptions, tools: CheckTools): Promise<number> {
  try {
    return await checked(options, tools);
  } catch (error) {
    if (!tools.signal.aborted) throw error;
    tools.screen.write(`${SENTENCES(options.locale)('NOTHING_SENT')}\n`);
    return EXIT.ENDED;
  }
}

async function checked(options: CheckOptions, tools: CheckTools): Promise<number> {
  const { file, zone, locale, resume } = options;
  const { screen, api, signal } = tools;
  const say = SENTENCES(locale);
  const isLines = file === '-' || file.endsWith('.jsonl');
  const output = outputFor(options, isLines);
  await output.probe();
  const bytes = file === '-' ? new Uint8Array(await buffer(process.stdin)) : await bytesOf(file);
  const mappings = options.mapping === null ? [] : await mappingsIn(options.mapping);
  const open = async (definitions: readonly FactDefinition[], only?: readonly string[]) =>
    isLines
      ? linesIn(bytes, zone)
      : await tablesIn(bytes, { zone, mappings, definitions, ...(only && { only }) }).catch(told);

  const resumed = resume === null ? null : await api.find(resume);
  const definitionsOf = isLines ? async () => [] : api.definitions;
  const [given, today] = [resumed?.on ?? options.on, dayOf(tools.clock())];
  // Rows without a zone of their own may state nothing but what the catalogs of this one define.
  const own = await definitionsOf(zone === null ? [] : [zone], given ?? today);
  const survey = await surveyOf(await open(own, ['zone']), zone);
  if (survey.zones.length === 0)
    throw new CannotStart(
      '名单没有写明园区：请用 --zone 写明，或在表中设“园区编号”一列。',
      'The list names no zone: name it with --zone, or in a column "园区编号".',
    );
  const on = given ?? survey.on ?? today;
  const list = await open(await definitionsOf(survey.zones, on));
  const laws = isLines ? {} : await api.laws(survey.zones, on);
  const rows = new CheckedRows(list, { on, laws }, locale);
  const batch = once(async (): Promise<Batch> => {
    if (resumed) return resumed;
    const made = await api.create({
      label: options.label ?? basename(file),
      jurisdiction: jurisdictionOf(options, survey.zones),
      on,
      idempotencyKey: randomUUID(),
    });
    // Said before anything is sent: whoever is cut off without a word has to be able to go on.
    screen.write(`${say('MADE', { batch: made.id })}\n`);
    return made;
  });
  const progress = progressOn(screen, locale, () => tools.clock().getTime());
  const sent = { rows: 0, situations: 0 };
  try {
    const chunks = await sendPortions(
      inPortions(rows.toSend(), portionOf(survey.rows)),
      async (portion, index) => {
        const { id } = await batch.get();
        const answer = await api.add(
          id,
          index,
          portion.map(({ project }) => project),
        );
        rows.answered(portion, answer.rows);
        sent.rows += portion.length;
        sent.situations += answer.situations;
        progress.show({ rows: sent.rows + rows.unchanged, of: survey.rows, situations: sent.situations });
      },
      { concurrency: AT_ONCE, signal },
    );
    const made = await batch.made();
    if (made) await api.close(made.id, chunks, sent.rows);
  } catch (error) {
    progress.clear();
    const made = await batch.made();
    if (!made || !(signal.aborted || error instanceof Refused)) told(error);
    if (resumed && OF_ANOTHER_LIST.includes((error as Refused).code))
      throw new CannotStart(
        `批次 ${made.id} 收存的是另一份名单：请用原来的文件继续，或不加 --resume 另建批次。`,
        `The batch ${made.id} is of another list: go on with the file that it is of, or without --resume.`,
      );
    if (!signal.aborted) screen.write(`${(error as Error).message}\n`);
    screen.write(`${say('RESUME', { rows: sent.rows, batch: made.id })}\n`);
    return signal.aborted ? EXIT.ENDED : EXIT.BROKEN_OFF;
  }
  progress.clear();
  const made = await batch.made();
  const results = rows.file([
    ...(made ? [[say('BATCH'), made.id] as const] : []),
    [say('ON'), on],
    [say('SITUATIONS'), String(sent.situations)],
    [say('UNCHANGED'), String(rows.unchanged)],
  ]);
  await output.write(bytes, results, list.fields);
  const { length: faults } = results.faults;
  const target = output.name === '-' ? 'stdout' : output.name;
  screen.write(`${say('WRITTEN', { file: target, rows: sent.rows, unchanged: rows.unchanged, faults })}\n`);
  return faults === 0 ? EXIT.WHOLE : EXIT.FAULTY;
}

/** What a batch that is gone on with refuses where the rows are not those that it has. */
const OF_ANOTHER_LIST: readonly (string | undefined)[] = ['CHUNK_DIFFERS', 'BATCH_CLOSED'];

/** Does something when it is first asked for, however many ask. */
function once<Made>(make: () => Promise<Made>) {
  let making: Promise<Made> | undefined;
  return {
    get: () => (making ??= make()),
    /** What came of it; null where nobody asked, or nothing did. */
    made: async () => (await making?.catch(() => null)) ?? null,
  };
}

/** Whose officers handle the batch: the zone, or the region that was named. */
function jurisdictionOf({ zone, region }: CheckOptions, zones: readonly string[]): string {
  const [only, ...more] = zones;
  if (region !== null) return region;
  if (zone !== null && more.length === 0) return zone;
  if (only !== undefined && more.length === 0) return only;
  throw new CannotStart(
    `名单涉及多个园区（${zones.slice(0, 3).join('、')}…），请用 --region 写明所属区域，如 region_140000。`,
    `The list is about several zones (${zones.slice(0, 3).join(', ')}, …): name their region with --region, as region_140000.`,
  );
}

const SENTENCES = sayFrom({
  MADE: {
    zh: '批次为 {batch}。中断后加上 --resume {batch} 即可继续。',
    en: 'The batch is {batch}. If this is cut off, --resume {batch} goes on with it.',
  },
  RESUME: {
    zh: '已提交 {rows} 行，均已保存。加上 --resume {batch} 重新运行即可继续。',
    en: '{rows} rows were sent and are kept. Run it again with --resume {batch} to go on.',
  },
  NOTHING_SENT: { zh: '已中止，尚未提交任何一行。', en: 'Ended before any row was sent.' },
  WRITTEN: {
    zh: '判定 {rows} 行，沿用上次结论 {unchanged} 行，{faults} 处须改；结果已写入 {file}。',
    en: '{rows} rows were decided, {unchanged} kept their results, {faults} places are to be mended. Written to {file}.',
  },
  BATCH: { zh: '批次', en: 'batch' },
  ON: { zh: '评估基准日', en: 'assessed for the day' },
  SITUATIONS: { zh: '不同情形数', en: 'distinct situations' },
  UNCHANGED: { zh: '沿用上次结论的行数', en: 'rows that kept their results' },
});
