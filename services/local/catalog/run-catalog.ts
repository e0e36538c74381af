import { reference } from '../../data/reference.ts';
import type { Entry } from '../../domain/catalog/entry.ts';
import { FileFault } from '../../domain/messages/file-faults.ts';
import { sayFrom } from '../../domain/messages/sentences.ts';
import { canonicalJson, withoutNulls } from '../../domain/values/canonical.ts';
import type { Locale } from '../../domain/values/text.ts';
import { inLocale } from '../../domain/values/text.ts';
import { unreachable } from '../../domain/values/unreachable.ts';
import type { Measure } from '../../domain/vocabulary.ts';
import type { CatalogFile, RemovedItem } from '../../files/read-catalog.ts';
import { languagesOf, readCatalog } from '../../files/read-catalog.ts';
import type { Definitions } from '../../files/read-definitions.ts';
import { cellFaultText } from '../../files/read-projects.ts';
import { catalogCsv, catalogTemplate, catalogWorkbook } from '../../files/write-catalog.ts';
import { stagedPieces } from '../../lists/staged-pieces.ts';
import { CannotStart } from '../cannot-start.ts';
import { bytesOf, refuseExisting, write } from '../local-file.ts';
import type { CatalogApi, CatalogItems, CatalogRead, StagedReport } from './catalog-api.ts';
import type { CatalogCommand, CheckCommand, ExportCommand, ImportCommand } from './options.ts';

/** What the exit code of `npm run catalog` says to a script. 2: nothing was done, because something is out of reach. */
export const EXIT = {
  /** Done; of an import: all is in the draft, or there was nothing to change. */
  DONE: 0,
  /** Something in the file cannot be read, and nothing of it was taken. */
  FAULTS: 1,
  NOTHING: 2,
  /** Shown, and not confirmed: nothing was changed. */
  NOT_CONFIRMED: 3,
} as const;

/** What a command works with. */
export interface CatalogDesk {
  readonly api: (command: ExportCommand | CheckCommand | ImportCommand) => Promise<CatalogApi>;
  readonly print: (line: string) => void;
  /** Shows how far it has come; nothing where nobody looks. */
  readonly progress: (done: number, of: number) => void;
  /** Asks whether to go on; null where there is nobody to ask. */
  readonly confirm: (question: string) => Promise<boolean | null>;
}

/** @returns the exit code, see `EXIT` @throws CannotStart */
export async function runCatalog(command: CatalogCommand, desk: CatalogDesk): Promise<number> {
  switch (command.kind) {
    case 'template':
      await refuseExisting(command.file, command.force);
      await write(
        command.file,
        await catalogTemplate(languagesOf(reference, { facts: [], lists: [] })),
        command.force,
      );
      desk.print(`${SENTENCES('zh')('WRITTEN', command)} ${SENTENCES('en')('WRITTEN', command)}`);
      return EXIT.DONE;
    case 'export':
      return exportCatalog(command, desk);
    case 'check':
      return checkCatalog(command, desk);
    case 'import':
      return importCatalog(command, desk);
    default:
      return unreachable(command);
  }
}

async function exportCatalog(command: ExportCommand, desk: CatalogDesk): Promise<number> {
  const { catalog, version, file, locale, force } = command;
  await refuseExisting(file, force);
  const api = await desk.api(command);
  const read =
    (typeof version === 'number' ? null : await api.draft(catalog)) ??
    (version === 'draft' ? null : await api.version(catalog, version));
  if (!read) throw told('NO_CONTENT', { catalog });
  const languages = languagesOf(reference, read);
  const bytes = /\.csv$/i.test(file)
    ? catalogCsv(read.entries, languages)
    : await catalogWorkbook(read.entries, languages, read);
  await write(file, bytes, force);
  const say = SENTENCES(locale);
  desk.print(say('EXPORTED', { id: read.id, count: read.entries.length, file }));
  if (definedIn(read) > 0)
    desk.print(say(/\.csv$/i.test(file) ? 'ENTRIES_ALONE' : 'DEFINED', countsOf(read)));
  return EXIT.DONE;
}

async function checkCatalog(command: CheckCommand, desk: CatalogDesk): Promise<number> {
  const { catalog } = command;
  const api = catalog === null ? null : await desk.api(command);
  const there = api && ((await api.draft(catalog!)) ?? (await api.version(catalog!, null)));
  return (await readFileOf(command, there, desk)).faults.length === 0 ? EXIT.DONE : EXIT.FAULTS;
}

async function importCatalog(command: ImportCommand, desk: CatalogDesk): Promise<number> {
  const { catalog, locale, on, open, reason, yes } = command;
  const say = SENTENCES(locale);
  const api = await desk.api(command);
  let draft = await api.draft(catalog);
  if (!draft) {
    if (!open) throw told('NO_DRAFT', { catalog });
    await api.openDraft(catalog, reason);
    draft = await api.draft(catalog);
    if (!draft) throw told('NO_DRAFT', { catalog });
    desk.print(say('OPENED', { catalog }));
  }
  const file = await readFileOf(command, draft, desk);
  if (file.faults.length > 0) {
    desk.print(say('NOT_TAKEN'));
    return EXIT.FAULTS;
  }
  const entries = changesIn(file, draft);
  const count = entries.length + definedIn(file.changed) + file.changed.remove.length;
  if (count === 0) {
    desk.print(say('NOTHING_TO_CHANGE'));
    return EXIT.DONE;
  }
  const staged = await stageAll(api, catalog, draft, { entries, ...file.changed }, desk);
  const report = await api.report(catalog, staged, on);
  printReport(report, locale, desk);
  const goes = yes || (await desk.confirm(say('CONFIRM', { count, catalog })));
  if (!goes) {
    desk.print(say(goes === null ? 'NOBODY_TO_ASK' : 'NOT_CONFIRMED'));
    return EXIT.NOT_CONFIRMED;
  }
  await api.apply(catalog, staged, report.contentHash, reason);
  desk.print(say('IMPORTED', { count, catalog }));
  return EXIT.DONE;
}

/** The entries of a file that say something else than those that are there. */
function changesIn({ entries }: CatalogFile, draft: CatalogRead): readonly Entry[] {
  const there = new Map(draft.entries.map((entry) => [entry.code, entry]));
  return entries.filter((entry) => {
    const before = there.get(entry.code);
    return !before || said(before) !== said(entry);
  });
}
const said = (entry: Entry): string => canonicalJson(withoutNulls(entry));

/** Sets all of them by, piece after piece: nothing is changed yet. */
async function stageAll(
  api: CatalogApi,
  catalog: string,
  { revision }: CatalogRead,
  changed: CatalogItems,
  { progress }: CatalogDesk,
): Promise<string> {
  const countIn = (items: CatalogItems) => items.entries.length + definedIn(items) + items.remove.length;
  let staged: string | null = null;
  let done = 0;
  for (const piece of stagedPieces(changed)) {
    staged = await api.stage(catalog, revision, piece, staged);
    done += countIn(piece);
    progress(done, countIn(changed));
  }
  return staged!;
}

const countsOf = ({ facts, lists, products }: Definitions) => ({
  facts: facts.length,
  lists: lists.length,
  products: products.length,
});
const definedIn = ({ facts, lists, products }: Definitions): number =>
  facts.length + lists.length + products.length;

/** Lines of one kind that are printed; the counts are of all. */
const SHOWN = 100;

function printReport(
  { text, publishable, violations, undecided }: StagedReport,
  locale: Locale,
  { print }: CatalogDesk,
) {
  const say = SENTENCES(locale);
  print(text);
  const errors = violations.filter(({ severity }) => severity === 'ERROR').length;
  print(
    say(publishable ? 'PUBLISHABLE' : 'NOT_PUBLISHABLE', { errors, warnings: violations.length - errors }),
  );
  for (const { message } of violations.slice(0, SHOWN)) print(`  ${message}`);
  if (violations.length > SHOWN) print(say('MORE', { more: violations.length - SHOWN }));
  if (undecided > 0) print(say('UNDECIDED', { undecided }));
}

/** Reads the file beside what is there, and prints what it is taken for and what cannot be read. */
async function readFileOf(
  {
    file,
    locale,
    measure,
  }: { readonly file: string; readonly locale: Locale; readonly measure: Measure | null },
  there: CatalogRead | null,
  { print }: CatalogDesk,
): Promise<CatalogFile> {
  const say = SENTENCES(locale);
  const before = there?.entries ?? [];
  const read = await readCatalog(await bytesOf(file), {
    reference,
    facts: there?.facts ?? [],
    lists: there?.lists ?? [],
    products: there?.products ?? [],
    entries: new Map(before.map((entry) => [entry.code, entry])),
    measure,
  }).catch(fileTold);
  const { tables, entries, definitions, marked, changed, faults, kept, hasMeasure } = read;
  for (const { sheet, headerRow, columns, leftOut } of tables) {
    const others = columns.filter(({ header, name }) => header.replace(/\*$/, '') !== name?.zh);
    print(say('SHEET', { sheet, row: headerRow, count: columns.length - others.length }));
    for (const { header, name } of others)
      print(
        name ? say('COLUMN', { header, field: inLocale(name, locale) }) : say('COLUMN_UNREAD', { header }),
      );
    if (leftOut.length > 0) print(say('LEFT_OUT', { rows: leftOut.map(String) }));
  }
  print(say('COUNTED', { entries: entries.length, faults: faults.length }));
  if (definedIn(definitions) > 0) print(say('DEFINED', countsOf(definitions)));
  if (marked.length > 0) print(say('MARKED', { count: marked.length, names: namesOf(marked) }));
  const found = new Set(changed.remove.map((item) => canonicalJson(item)));
  const gone = marked.filter((item) => !found.has(canonicalJson(item)));
  if (there && gone.length > 0) print(say('NOT_THERE', { count: gone.length, names: namesOf(gone) }));
  const pending = entries.filter(({ conditionsPending }) => conditionsPending).map(({ code }) => code);
  if (pending.length > 0) print(say('PENDING', { count: pending.length, codes: fewOf(pending) }));
  for (const fault of kept.slice(0, SHOWN)) print(say('KEPT', { fault: cellFaultText(fault, locale) }));
  for (const fault of faults.slice(0, SHOWN)) print(cellFaultText(fault, locale));
  if (faults.length > SHOWN) print(say('MORE', { more: faults.length - SHOWN }));
  if (faults.length > 0 && !hasMeasure) print(say('NO_MEASURE'));
  const codes = new Set([
    ...entries.map(({ code }) => code),
    ...marked.flatMap((item) => ('entry' in item ? item.entry : [])),
  ]);
  const elsewhere = before.map(({ code }) => code).filter((code) => !codes.has(code));
  if (faults.length === 0 && elsewhere.length > 0)
    print(say('ELSEWHERE', { count: elsewhere.length, codes: fewOf(elsewhere) }));
  return read;
}

const nameOf = (item: RemovedItem): string => Object.values(item)[0]!;
const namesOf = (items: readonly RemovedItem[]) => fewOf(items.map(nameOf));
const fewOf = (codes: readonly string[]): readonly string[] =>
  codes.length > 20 ? [...codes.slice(0, 20), '…'] : codes;

function fileTold(error: unknown): never {
  if (error instanceof FileFault) throw new CannotStart(error.text('zh'), error.text('en'));
  throw error;
}

const told = (key: 'NO_CONTENT' | 'NO_DRAFT', parts: { readonly catalog: string }): CannotStart =>
  new CannotStart(SENTENCES('zh')(key, parts), SENTENCES('en')(key, parts));

const SENTENCES = sayFrom({
  WRITTEN: { zh: '模板已写入 {file}。', en: 'The template was written to {file}.' },
  EXPORTED: {
    zh: '{id} 的条目 {count} 条已写入 {file}。',
    en: '{count} entries of {id} were written to {file}.',
  },
  DEFINED: {
    zh: '另有自定事项 {facts} 项、化学品名单 {lists} 份、产品类别 {products} 个。',
    en: 'Beside them {facts} facts, {lists} substance lists and {products} product terms.',
  },
  ENTRIES_ALONE: {
    zh: 'CSV 只有条目，不含自定事项 {facts} 项、化学品名单 {lists} 份、产品类别 {products} 个；请导出为 .xlsx。',
    en: 'A CSV has the entries alone, and not {facts} facts, {lists} substance lists and {products} product terms: export an .xlsx.',
  },
  NO_CONTENT: {
    zh: '没有目录“{catalog}”的草案或现行版本，或者您无权查看。可用 --version 指明版本号。',
    en: '"{catalog}" has no draft and no version in force, or you may not see it. Name a version with --version.',
  },
  NO_DRAFT: {
    zh: '目录“{catalog}”没有草案，或者您无权查看。加上 --open 可先新建草案。',
    en: '"{catalog}" has no draft, or you may not see it. Add --open to open one.',
  },
  OPENED: { zh: '已新建“{catalog}”的草案。', en: 'A draft of {catalog} was opened.' },
  SHEET: {
    zh: '工作表“{sheet}”，表头在第 {row} 行，{count} 列与栏目同名。',
    en: 'Sheet "{sheet}", header in row {row}: {count} columns have the headers of the template.',
  },
  COLUMN: { zh: '  “{header}” → {field}', en: '  "{header}" → {field}' },
  COLUMN_UNREAD: { zh: '  “{header}”：不识别，不导入', en: '  "{header}": not known and not imported' },
  COUNTED: {
    zh: '读取条目 {entries} 条，{faults} 处未能识别。',
    en: '{entries} entries were read; in {faults} places something could not be.',
  },
  LEFT_OUT: {
    zh: '第 {rows} 行是示例、标题或说明，不是条目。',
    en: 'Rows that are examples, headings or remarks and no entries: {rows}.',
  },
  PENDING: {
    zh: '{count} 条的限定条件待编写，编写之前草案不能发布：{codes}。',
    en: 'The conditions of {count} are still to be written, and the draft cannot be published before: {codes}.',
  },
  MARKED: { zh: '标为删除 {count} 项：{names}。', en: '{count} are marked to be removed: {names}.' },
  NOT_THERE: {
    zh: '其中 {count} 项草案中本来没有：{names}。',
    en: '{count} of them are not in the draft: {names}.',
  },
  KEPT: { zh: '原文记入备注。{fault}', en: 'Kept as it stands in the remark. {fault}' },
  ELSEWHERE: {
    zh: '草案另有 {count} 条不在表中，保持不变：{codes}。',
    en: 'The draft has {count} entries that the file has not; they stay: {codes}.',
  },
  NO_MEASURE: {
    zh: '表中没有“措施”列：请用 --measure 禁止 或 --measure 限制 写明新条目的措施。',
    en: 'The table has no column "措施": say with --measure 禁止 (prohibited) or 限制 (restricted) what new entries do.',
  },
  NOT_TAKEN: { zh: '全部未录入。', en: 'Nothing of it was taken.' },
  NOTHING_TO_CHANGE: { zh: '与草案一致，没有变动。', en: 'The draft says all of it already.' },
  PUBLISHABLE: {
    zh: '发布规则：没有必须改正之处（{errors}），须确认的提示 {warnings} 处。',
    en: 'Publication rules: nothing stands in the way ({errors}); {warnings} warnings to acknowledge.',
  },
  NOT_PUBLISHABLE: {
    zh: '发布规则：必须改正 {errors} 处，须确认的提示 {warnings} 处。草案可以录入，改正之前不能发布。',
    en: 'Publication rules: {errors} to be mended, {warnings} warnings to acknowledge. The draft can take it; it cannot be published before.',
  },
  UNDECIDED: {
    zh: '另有 {undecided} 处发布规则未能判定。',
    en: 'In {undecided} more places a publication rule could not be decided.',
  },
  MORE: { zh: '另有 {more} 处未列出。', en: '{more} more are not listed.' },
  CONFIRM: {
    zh: '将 {count} 项变动录入“{catalog}”的草案？[y/N] ',
    en: 'Put {count} changes into the draft of {catalog}? [y/N] ',
  },
  NOT_CONFIRMED: { zh: '未确认，没有任何变动。', en: 'Not confirmed: nothing was changed.' },
  NOBODY_TO_ASK: {
    zh: '未在终端运行，无法询问，没有任何变动。核对后加上 --yes 再运行。',
    en: 'There is no terminal to ask at: nothing was changed. Run it again with --yes.',
  },
  IMPORTED: {
    zh: '已将 {count} 项变动录入“{catalog}”的草案。',
    en: '{count} changes were put into the draft of {catalog}.',
  },
});
