import { Fragment } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { download } from '../batches/download.ts';
import { FileDrop } from '../batches/file-drop.tsx';
import { inFiles } from '../files/read-workbook.ts';
import type { Told } from '../files/told.ts';
import {
  ApplyStagedEdit,
  DraftHead,
  type EditErrorFragment,
  type EntryInput,
  type Measure,
  StagedPreview,
  type StagedPreviewQuery,
} from '../generated/queries.ts';
import { ActDialog } from '../parts/act-dialog.tsx';
import type { DraftTabProps } from '../parts/draft-tab.ts';
import { MEASURES } from '../parts/labels.ts';
import { ErrorNote, Note, UserErrors } from '../parts/note.tsx';
import { Table } from '../parts/table.tsx';
import { RuleResults } from '../review/rule-results.tsx';
import { ask } from '../shell/ask.ts';
import { list, say, text } from '../shell/locale.ts';
import { href } from '../shell/router.ts';
import { useAction } from '../shell/use-action.ts';
import { definedIn } from './defined.ts';
import { type DraftItems, type DraftWork, hasUnsaved, stage, useDraftWork } from './draft-work.ts';
import { unsavedIn } from './edits.ts';
import { sameEntry, workbookEntry } from './entry-input.ts';

/** The draft as a workbook, and a workbook into the draft: what it changes is shown before any of it is taken. */
export function WorkbookTab({ catalog, draft, reload }: DraftTabProps) {
  if (!draft) return <Note>{say(T.noDraft)}</Note>;
  return <Workbooks catalog={catalog} draft={draft} reload={reload} />;
}

interface WorkbooksProps extends Pick<DraftTabProps, 'catalog' | 'reload'> {
  readonly draft: NonNullable<DraftTabProps['draft']>;
}

function Workbooks({ catalog, draft, reload }: WorkbooksProps) {
  const work = useDraftWork(catalog.id, draft.revision);
  const { edits, saved, awaited, error } = work;
  const [measure, setMeasure] = useState<Measure | null>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const [taking, setTaking] = useState(false);
  const [taken, setTaken] = useState<{ readonly count: number; readonly revision: number } | null>(null);
  const make = useAction(async (entries: readonly EntryInput[] | null, name: string) => {
    const given = entries?.map(workbookEntry) ?? null;
    const made = await inFiles('writeCatalog', given, await definedIn(catalog.id));
    download(`${name}.xlsx`, new Blob([made as Uint8Array<ArrayBuffer>]));
  });
  const read = useAction(async (file: File) => {
    setTaken(null);
    setShown(null);
    setShown(await shownOf(catalog.id, file, measure, work));
  });
  const unsaved = hasUnsaved(unsavedIn(edits, saved));
  // Until the draft is read anew the next file would be held against what it was.
  const behind = taken !== null && work.revision <= taken.revision;
  const ready = awaited === null && !behind;
  const title = say(catalog.title);
  if (error) return <ErrorNote error={error} onRetry={work.readAgain} />;
  return (
    <div class="stack">
      <section class="card stack">
        <h2>{say(T.exporting)}</h2>
        <p class="muted">{say(T.exportMeans)}</p>
        <div class="actions">
          <button
            type="button"
            class="btn"
            disabled={!ready || make.running}
            onClick={() =>
              make.run(
                edits.lines.map(({ entry }) => entry),
                `${title}.${say(T.draft)}`,
              )
            }
          >
            {ready ? say(T.export, { count: edits.lines.length }) : say(T.loading)}
          </button>
          <button
            type="button"
            class="btn quiet"
            disabled={make.running}
            onClick={() => make.run(null, say(T.template))}
          >
            {say(T.template)}
          </button>
        </div>
        {make.error && <ErrorNote error={make.error} />}
      </section>
      <section class="card stack">
        <h2>{say(T.importing)}</h2>
        {draft.status !== 'EDITING' && <Note>{say(T.inReview)}</Note>}
        {unsaved && (
          <Note>
            {say(T.unsaved)} <a href={href(['drafts', catalog.id])}>{say(T.toEntries)}</a>
          </Note>
        )}
        <label class="row">
          {say(T.measure)}
          <select
            class="field"
            value={measure ?? ''}
            onChange={(event) => setMeasure((event.currentTarget.value || null) as Measure | null)}
          >
            <option value="">{say(T.noMeasure)}</option>
            {(Object.keys(MEASURES) as Measure[]).map((one) => (
              <option key={one} value={one}>
                {say(MEASURES[one].text)}
              </option>
            ))}
          </select>
        </label>
        <FileDrop
          label={say(T.choose)}
          disabled={!ready || unsaved || draft.status !== 'EDITING' || read.running}
          onFile={read.run}
        />
        {read.running && <p role="status">{say(T.reading)}</p>}
        {read.error && <ErrorNote error={read.error} />}
        {taken && ready && (
          <Note tone="good">
            {say(T.taken, { count: taken.count })}{' '}
            <a href={href(['drafts', catalog.id])}>{say(T.toEntries)}</a>
          </Note>
        )}
      </section>
      {shown && <Preview catalog={catalog.id} shown={shown} work={work} onTake={() => setTaking(true)} />}
      {shown?.staged && taking && (
        <ActDialog
          title={say(T.take, { count: countOf(shown.changed) })}
          lead={say(T.takeMeans)}
          act={say(T.takeAct)}
          run={(reason) => apply(catalog.id, shown.staged!, reason)}
          onClose={() => setTaking(false)}
          onDone={() => {
            setTaking(false);
            setTaken({ count: countOf(shown.changed), revision: work.revision });
            setShown(null);
            reload();
          }}
        />
      )}
    </div>
  );
}

type CatalogFile = Awaited<ReturnType<typeof readFile>>;
interface Staged {
  readonly id: string;
  readonly edit: NonNullable<StagedPreviewQuery['stagedEdit']>;
  readonly rules: StagedPreviewQuery['publicationRules'];
}
interface Shown {
  readonly file: CatalogFile;
  /** What says something else than the draft. */
  readonly changed: DraftItems;
  readonly errors: readonly EditErrorFragment[];
  /** Null where nothing is to be taken. */
  readonly staged: Staged | null;
}

async function readFile(catalog: string, file: File, measure: Measure | null, { saved }: DraftWork) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const entries = [...saved.values()].map(workbookEntry);
  return inFiles('readCatalog', bytes, { ...(await definedIn(catalog)), entries, measure });
}

/** What a file says, and where all of it can be read what it would change: the draft stays as it is. */
async function shownOf(
  catalog: string,
  given: File,
  measure: Measure | null,
  work: DraftWork,
): Promise<Shown> {
  const file = await readFile(catalog, given, measure, work);
  const entries = (file.entries as readonly EntryInput[]).filter((entry) => {
    const before = work.saved.get(entry.code);
    return !before || !sameEntry(workbookEntry(before), workbookEntry(entry));
  });
  const changed = { ...file.changed, entries };
  const none = { file, changed, errors: [], staged: null };
  if (file.faults.length > 0 || countOf(changed) === 0) return none;
  const { staged: id, errors } = await stage(catalog, work.revision, changed);
  if (id === null) return { ...none, errors };
  const { stagedEdit, publicationRules } = await ask(StagedPreview, { catalog, staged: id });
  return { ...none, staged: stagedEdit && { id, edit: stagedEdit, rules: publicationRules } };
}

const countOf = ({ entries, facts, lists, products, remove }: DraftItems): number =>
  entries.length + facts.length + lists.length + products.length + remove.length;

/** All of it or nothing. */
async function apply(catalog: string, { id, edit }: Staged, reason: string) {
  try {
    return (await ask(ApplyStagedEdit, { input: { catalog, staged: id, reason } })).applyStagedEdit
      .userErrors;
  } catch (error) {
    // The answer may have been lost on the way back.
    const { catalog: now } = await ask(DraftHead, { id: catalog });
    if (now?.draft?.contentHash === edit.contentHash) return [];
    throw error;
  }
}

interface PreviewProps {
  readonly catalog: string;
  readonly shown: Shown;
  readonly work: DraftWork;
  readonly onTake: () => void;
}

function Preview({ catalog, shown: { file, changed, errors, staged }, work, onTake }: PreviewProps) {
  const marked = namesOf(file.marked);
  const found = new Set(changed.remove.map((item) => JSON.stringify(item)));
  const gone = namesOf(file.marked.filter((item) => !found.has(JSON.stringify(item))));
  const codes = new Set([...file.entries.map(({ code }) => code), ...marked]);
  const elsewhere = [...work.saved.keys()].filter((code) => !codes.has(code)).length;
  const pending = file.entries.filter(({ conditionsPending }) => conditionsPending).map(({ code }) => code);
  const faulty = file.faults.length > 0;
  const heading = useRef<HTMLHeadingElement>(null);
  // It may be out of sight, below where the file was chosen.
  useEffect(() => heading.current?.focus(), [file]);
  return (
    <section class="card stack">
      <h2 ref={heading} tabIndex={-1}>
        {say(T.preview)}
      </h2>
      <p>
        {say(T.counted, {
          entries: file.entries.length,
          facts: file.definitions.facts.length,
          lists: file.definitions.lists.length,
          products: file.definitions.products.length,
        })}
        {marked.length > 0 && say(T.marked, { count: marked.length, names: list(marked.slice(0, FEW)) })}
        {gone.length > 0 && say(T.gone, { count: gone.length, names: list(gone.slice(0, FEW)) })}
        {elsewhere > 0 && !faulty && say(T.elsewhere, { count: elsewhere })}
      </p>
      <details>
        <summary>{say(T.columns)}</summary>
        {file.tables.map(({ sheet, headerRow, columns, leftOut }) => (
          <Fragment key={sheet}>
            <p>
              {say(T.table, { sheet, row: headerRow })}
              {leftOut.length > 0 && say(T.leftOut, { rows: list(leftOut.map(String).slice(0, FEW)) })}
            </p>
            <dl class="pairs">
              {columns.map(({ header, name }) => (
                <Fragment key={header}>
                  <dt>{header}</dt>
                  <dd>{name ? say(name) : <span class="muted">{say(T.unread)}</span>}</dd>
                </Fragment>
              ))}
            </dl>
          </Fragment>
        ))}
      </details>
      {faulty && <Note tone="bad">{say(T.faults, { count: file.faults.length })}</Note>}
      {faulty && <Faults label={say(T.faultList)} faults={file.faults} />}
      {file.kept.length > 0 && <Note>{say(T.kept, { count: file.kept.length })}</Note>}
      {file.kept.length > 0 && <Faults label={say(T.keptList)} faults={file.kept} />}
      {pending.length > 0 && (
        <Note>{say(T.pending, { count: pending.length, codes: list(pending.slice(0, FEW)) })}</Note>
      )}
      <UserErrors errors={errors} />
      {!faulty && countOf(changed) === 0 && <Note tone="good">{say(T.same)}</Note>}
      {staged && (
        <>
          <h3>{say(T.changes)}</h3>
          <textarea
            class="field change-text"
            readOnly
            rows={10}
            aria-label={say(T.changes)}
            value={staged.edit.comparison.text}
          />
          <h3>{say(T.rules)}</h3>
          <RuleResults
            catalog={catalog}
            check={staged.edit.check}
            rules={staged.rules}
            reasons={new Map()}
            onReason={null}
          />
          <div class="actions">
            <button type="button" class="btn main" onClick={onTake}>
              {say(T.take, { count: countOf(changed) })}
            </button>
          </div>
        </>
      )}
    </section>
  );
}

/** By their codes and keys. */
const namesOf = (items: readonly object[]): readonly string[] =>
  items.map((item) => String(Object.values(item)[0]));

/** Cells, as the workbook names them. */
function Faults({ label, faults }: { readonly label: string; readonly faults: readonly Told[] }) {
  return (
    <Table
      label={label}
      rows={faults}
      keyOf={(_, index) => String(index)}
      columns={[
        { key: 'row', title: say(T.row), class: 'num narrow', cell: ({ row }) => row },
        { key: 'column', title: say(T.column), cell: ({ column }) => column },
        { key: 'value', title: say(T.value), cell: ({ value }) => <span class="clamp">{value}</span> },
        { key: 'why', title: say(T.why), class: 'wide', cell: ({ text: why }) => say(why) },
      ]}
    />
  );
}

/** Rows and codes that are named one by one. */
const FEW = 20;

const T = {
  noDraft: text('该目录没有正在编制的草案。', 'No draft of this catalog is open.'),
  loading: text('正在加载…', 'Loading…'),
  exporting: text('导出', 'Export'),
  exportMeans: text(
    '一行一条，条件以文字写法表示；自定的事项、名单、产品各有一张工作表，另附填写说明。修改后可以原样导入。',
    'One row an entry, conditions in their notation; facts, lists and products that it defines have sheets of their own, with instructions. Changed, it can be imported again.',
  ),
  export: text('导出草案（{count} 条）', 'Export the draft ({count} entries)'),
  draft: text('草案', 'draft'),
  template: text('空白模板', 'Empty template'),
  importing: text('导入', 'Import'),
  inReview: text(
    '草案正在审核，退回后才能导入。',
    'The draft is in review: it can be changed once it is returned.',
  ),
  unsaved: text(
    '有未保存的修改，请先保存再导入。',
    'There are changes that are not saved: save them before an import.',
  ),
  toEntries: text('查看条目', 'To the entries'),
  measure: text(
    '表中没有“措施”列时，新条目一律为',
    'In a table without a column of measures new entries are',
  ),
  noMeasure: text('不指定', 'not said'),
  choose: text('选择目录表格', 'Choose a workbook of the catalog'),
  reading: text(
    '正在读取，并比较变动、检查规则…',
    'Reading it, comparing and checking it against the rules…',
  ),
  taken: text('已录入 {count} 项变动。', '{count} changes are in the draft.'),
  take: text('录入 {count} 项变动', 'Take {count} changes'),
  takeAct: text('录入', 'Take them'),
  takeMeans: text(
    '整体录入为一次修订；期间他人改过同一条目或同一定义的，全部不录入。',
    'All of it by one revision; where others have changed one of them meanwhile, nothing is taken.',
  ),
  preview: text('导入预览', 'What the import would do'),
  counted: text(
    '读取条目 {entries} 条、自定事项 {facts} 项、名单 {lists} 份、产品类别 {products} 个。',
    '{entries} entries, {facts} facts, {lists} lists and {products} product terms.',
  ),
  table: text('工作表“{sheet}”，表头在第 {row} 行。', 'Sheet "{sheet}", header in row {row}.'),
  marked: text('标为删除 {count} 项：{names}。', ' {count} marked to be removed: {names}.'),
  gone: text('其中 {count} 项草案中本来没有：{names}。', ' {count} of them are not in the draft: {names}.'),
  elsewhere: text(
    '草案另有 {count} 条不在表中，保持不变。',
    ' The draft has {count} entries that the file has not; they stay.',
  ),
  leftOut: text('第 {rows} 行是示例、标题或说明，未读入。', ' Rows that are no entries: {rows}.'),
  columns: text('各列的认定', 'What each column is taken for'),
  unread: text('不识别，不导入', 'not known, not imported'),
  faults: text(
    '有 {count} 处不能识别，全部未录入。改正后重新选择文件。',
    '{count} cells cannot be read, and nothing is taken. Mend them and choose the file again.',
  ),
  faultList: text('不能识别的单元格', 'Cells that cannot be read'),
  kept: text('{count} 处以原文记入备注，待补成代码。', '{count} are kept as they stand in the remark.'),
  keptList: text('记入备注的内容', 'What is kept in the remark'),
  pending: text(
    '{count} 条的限定条件待编写，编写之前草案不能发布：{codes}',
    'The conditions of {count} are still to be written, and the draft cannot be published before: {codes}',
  ),
  same: text('与草案一致，没有变动。', 'The draft says all of it already.'),
  changes: text('变动内容', 'What changes'),
  rules: text('录入后的检查结果', 'Publication rules, were it taken'),
  row: text('行', 'Row'),
  column: text('列', 'Column'),
  value: text('内容', 'Value'),
  why: text('问题', 'What is wrong'),
};
