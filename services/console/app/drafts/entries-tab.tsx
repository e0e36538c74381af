import { useEffect, useRef, useState } from 'preact/hooks';
import type { EntryInput, Measure } from '../generated/queries.ts';
import type { DraftTabProps } from '../parts/draft-tab.ts';
import { MEASURES } from '../parts/labels.ts';
import { ErrorNote, Note } from '../parts/note.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { list, say, text } from '../shell/locale.ts';
import { replaceQuery } from '../shell/router.ts';
import { type DraftWork, edit, hasUnsaved, setEntry, useDraftWork, useUnsavedGuard } from './draft-work.ts';
import { changed, isChanged, type Line, newLine, redone, repeatedCodes, undone, unsavedIn } from './edits.ts';
import { EntryDrawer } from './entry-drawer.tsx';
import { newEntry, nextCode } from './entry-input.ts';
import { MergeDialog } from './merge-dialog.tsx';
import { PastedFaults, usePaste } from './paste.tsx';
import { SaveDialog, unsavedText } from './save-dialog.tsx';
import { useSaid } from './trial.ts';

/** The entries of a draft as a table that one writes in, and one of them with all that it says in a drawer. */
export function EntriesTab({ catalog, draft, query, reload }: DraftTabProps) {
  if (!draft) return <Note>{say(T.noDraft)}</Note>;
  return <Entries catalog={catalog} draft={draft} query={query} reload={reload} />;
}

function Entries({ catalog, draft, query, reload }: DraftTabProps) {
  const work = useDraftWork(catalog.id, draft!.revision);
  const { edits, saved, awaited, error } = work;
  const unsaved = unsavedIn(edits, saved);
  const repeated = repeatedCodes(edits);
  const [saving, setSaving] = useState(false);
  const [told, setTold] = useState('');
  useUnsavedGuard(hasUnsaved(unsaved));
  useSaid(catalog.id, work);
  useUndoKeys(catalog.id);
  const writable = draft!.status === 'EDITING' && awaited === null;
  const shown = edits.lines.filter(passes(query));
  const open = edits.lines.find(({ id, entry }) => String(id) === query.line || entry.code === query.entry);
  const openLine = (line: Line | null) => replaceQuery({ line: line && String(line.id), entry: null });

  const add = () => {
    const line = newLine(newEntry(nextCode(edits.lines.map(({ entry }) => entry.code))));
    const after = open ? edits.lines.indexOf(open) + 1 : edits.lines.length;
    edit(catalog.id, (old) => changed(old, old.lines.toSpliced(after, 0, line)));
    openLine(line);
  };
  const remove = (line: Line) => {
    if (open === line) openLine(null);
    edit(catalog.id, (old) =>
      changed(
        old,
        old.lines.filter((one) => one !== line),
      ),
    );
    setTold(say(T.removed, { code: line.entry.code }));
  };

  const columns = columnsOf(catalog.id, work, writable, remove).filter(
    ({ key }) => !open || NARROW.includes(key),
  );
  const pasting = usePaste(writable, {
    catalog: catalog.id,
    lines: edits.lines,
    shown,
    fields: columns.map(({ key }) => key).filter((key) => key !== 'more') as readonly (keyof EntryInput)[],
    onPasted: (count) => setTold(say(T.pasted, { count })),
  });
  const faulty = edits.lines.some(({ faults = [] }) => faults.length > 0);

  if (error) return <ErrorNote error={error} onRetry={work.readAgain} />;
  return (
    <div class={open ? 'beside wide' : ''}>
      <div class="entries">
        {pasting.error && <ErrorNote error={pasting.error} />}
        <PastedFaults catalog={catalog.id} lines={edits.lines} />
        <div class="filters">
          <Filters query={query} />
          <span class="muted" role="status">
            {awaited === null
              ? say(T.count, { count: shown.length })
              : say(T.reading, { count: edits.lines.length, total: awaited })}
          </span>
          <span class="grow" />
          <button
            type="button"
            class="btn quiet"
            disabled={edits.past.length === 0}
            onClick={() => edit(catalog.id, undone)}
          >
            {say(T.undo)}
          </button>
          <button
            type="button"
            class="btn quiet"
            disabled={edits.future.length === 0}
            onClick={() => edit(catalog.id, redone)}
          >
            {say(T.redo)}
          </button>
          <button type="button" class="btn" disabled={!writable} onClick={add}>
            {say(T.add)}
          </button>
          <button
            type="button"
            class="btn main"
            disabled={!writable || !hasUnsaved(unsaved) || repeated.length > 0 || faulty}
            onClick={() => setSaving(true)}
          >
            {say(T.save)}
          </button>
        </div>
        <Table
          label={say(T.entries)}
          rows={shown}
          keyOf={({ id }) => String(id)}
          total={awaited ?? shown.length}
          onOpen={openLine}
          open={open ? String(open.id) : null}
          editable
          empty={awaited === null ? say(T.none) : say(T.loading)}
          columns={columns}
        />
        <p class="muted" role="status">
          {pasting.running ? say(T.pasting) : told} {hasUnsaved(unsaved) && unsavedText(unsaved)}
        </p>
        {writable && <p class="hint">{say(T.paste)}</p>}

        {repeated.length > 0 && <Note tone="bad">{say(T.repeated, { codes: list(repeated) })}</Note>}
        {draft!.status !== 'EDITING' && <Note>{say(T.inReview)}</Note>}
      </div>
      {open && <EntryDrawer key={open.id} catalog={catalog} line={open} onClose={() => openLine(null)} />}
      {work.merging && <MergeDialog catalog={catalog.id} merging={work.merging} />}
      {saving && (
        <SaveDialog
          catalog={catalog.id}
          unsaved={unsaved}
          onClose={() => setSaving(false)}
          onSaved={() => {
            setSaving(false);
            setTold(say(T.saved));
            reload();
          }}
        />
      )}
    </div>
  );
}

/** What is left of the table beside the drawer. */
const NARROW: readonly string[] = ['code', 'measure', 'text'];

const passes =
  ({ text: words, measure, changed: only }: DraftTabProps['query']) =>
  ({ saved, entry, id }: Line): boolean =>
    (!words || `${entry.code} ${entry.printedAs ?? ''} ${entry.text?.zh}`.includes(words)) &&
    (!measure || entry.measure === measure) &&
    (!only || isChanged({ saved, entry, id }));

function columnsOf(
  catalog: string,
  { said }: DraftWork,
  writable: boolean,
  remove: (line: Line) => void,
): readonly Column<Line>[] {
  const set = ({ id, entry }: Line, more: Partial<EntryInput>, typing: string | null = null) =>
    setEntry(catalog, id, { ...entry, ...more }, typing);
  const labelled = ({ entry }: Line, name: string) => `${entry.code} ${name}`;
  const wrong = ({ faults }: Line, field: keyof EntryInput) => {
    const fault = faults?.find((one) => one.field === field);
    return fault && { 'aria-invalid': true, title: `“${fault.value}”：${say(fault.text)}` };
  };
  return [
    {
      key: 'code',
      title: say(T.code),
      class: 'num cell narrow',
      cell: (line) =>
        line.saved === null ? (
          <input
            class="field code"
            aria-label={labelled(line, say(T.code))}
            {...wrong(line, 'code')}
            readOnly={!writable}
            value={line.entry.code}
            onInput={(event) => set(line, { code: event.currentTarget.value.trim() }, 'code')}
          />
        ) : (
          <span title={line.entry.printedAs ?? undefined}>
            {line.entry.code} {isChanged(line) && <b title={say(T.changed)}>*</b>}
          </span>
        ),
    },
    {
      key: 'measure',
      title: say(T.measure),
      class: 'cell narrow',
      cell: (line) => (
        <select
          class={`field ${MEASURES[line.entry.measure ?? 'PROHIBITED'].tone}`}
          aria-label={labelled(line, say(T.measure))}
          {...wrong(line, 'measure')}
          disabled={!writable}
          value={line.entry.measure ?? 'PROHIBITED'}
          onChange={(event) => set(line, { measure: event.currentTarget.value as Measure })}
        >
          {(Object.keys(MEASURES) as Measure[]).map((measure) => (
            <option key={measure} value={measure}>
              {say(MEASURES[measure].text)}
            </option>
          ))}
        </select>
      ),
    },
    {
      key: 'industries',
      title: say(T.industries),
      class: 'cell',
      cell: (line) => (
        <input
          class="field num codes"
          aria-label={labelled(line, say(T.industries))}
          {...wrong(line, 'industries')}
          placeholder={say(T.every)}
          readOnly={!writable}
          value={(line.entry.industries?.include ?? []).join('、')}
          onChange={(event) =>
            set(line, {
              industries: { ...line.entry.industries, include: codesIn(event.currentTarget.value) },
            })
          }
        />
      ),
    },
    {
      key: 'text',
      title: say(T.text),
      class: 'cell wide',
      cell: (line) => (
        <textarea
          class="field"
          rows={2}
          aria-label={labelled(line, say(T.text))}
          {...wrong(line, 'text')}
          readOnly={!writable}
          value={line.entry.text?.zh ?? ''}
          onInput={(event) =>
            set(line, { text: { ...line.entry.text, zh: event.currentTarget.value } }, 'text')
          }
        />
      ),
    },
    {
      key: 'when',
      title: say(T.when),
      cell: (line) => {
        const { entry } = line;
        const words = entry.when == null ? undefined : said.get(JSON.stringify(entry.when));
        return (
          <span class="clamp condition-cell">
            <Unread line={line} field="when" />
            {entry.conditionsPending ? <b>{say(T.pending)}</b> : words && say(words)}
          </span>
        );
      },
    },
    {
      key: 'basis',
      title: say(T.basis),
      cell: (line) => (
        <span class="clamp muted">
          <Unread line={line} field="basis" />
          {line.entry.basis?.map(({ document, article }) => `《${document}》${article ?? ''}`).join('；')}
        </span>
      ),
    },
    {
      key: 'more',
      title: <span class="unseen">{say(T.more)}</span>,
      class: 'narrow',
      cell: (line) => (
        <span class="row tight nowrap">
          <button
            type="button"
            class="btn quiet"
            onClick={() => replaceQuery({ line: String(line.id), entry: null })}
          >
            {say(T.details)}
            <span class="unseen">{line.entry.code}</span>
          </button>
          <button type="button" class="btn quiet" disabled={!writable} onClick={() => remove(line)}>
            {say(T.remove)}
            <span class="unseen">{line.entry.code}</span>
          </button>
        </span>
      ),
    },
  ];
}

/** What was pasted into a cell that holds no field. */
function Unread({ line: { faults }, field }: { readonly line: Line; readonly field: keyof EntryInput }) {
  const fault = faults?.find((one) => one.field === field);
  return fault ? (
    <span class="wrong" title={say(fault.text)}>
      {fault.value}{' '}
    </span>
  ) : null;
}

const codesIn = (typed: string): readonly string[] =>
  typed
    .split(/[、，,;；]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

function Filters({ query }: Pick<DraftTabProps, 'query'>) {
  return (
    <>
      <input
        class="field"
        type="search"
        size={18}
        aria-label={say(T.search)}
        placeholder={say(T.search)}
        value={query.text ?? ''}
        onInput={(event) => replaceQuery({ text: event.currentTarget.value })}
      />
      <select
        class="field"
        aria-label={say(T.measure)}
        value={query.measure ?? ''}
        onChange={(event) => replaceQuery({ measure: event.currentTarget.value })}
      >
        <option value="">{say(T.everyMeasure)}</option>
        {(Object.keys(MEASURES) as Measure[]).map((measure) => (
          <option key={measure} value={measure}>
            {say(MEASURES[measure].text)}
          </option>
        ))}
      </select>
      <label class="tick">
        <input
          type="checkbox"
          checked={Boolean(query.changed)}
          onChange={(event) => replaceQuery({ changed: event.currentTarget.checked ? '1' : null })}
        />
        {say(T.onlyChanged)}
      </label>
    </>
  );
}

/** Ctrl+Z and Ctrl+Y: what is being typed in a field is taken back by the field itself. */
function useUndoKeys(catalog: string): void {
  const typedIn = useRef<EventTarget | null>(null);
  useEffect(() => {
    const typed = ({ target }: Event) => {
      typedIn.current = target;
    };
    const left = () => {
      typedIn.current = null;
    };
    const pressed = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.target === typedIn.current) return;
      const key = event.key.toLowerCase();
      const redo = key === 'y' || (key === 'z' && event.shiftKey);
      if (!redo && key !== 'z') return;
      event.preventDefault();
      edit(catalog, redo ? redone : undone);
    };
    addEventListener('input', typed);
    addEventListener('focusin', left);
    addEventListener('keydown', pressed);
    return () => {
      removeEventListener('input', typed);
      removeEventListener('focusin', left);
      removeEventListener('keydown', pressed);
    };
  }, [catalog]);
}

const T = {
  noDraft: text('该目录没有正在编制的草案。', 'No draft of this catalog is open.'),
  inReview: text(
    '草案正在审核，退回后才能修改。',
    'The draft is in review: it can be changed once it is returned.',
  ),
  repeated: text(
    '编号重复：{codes}。请改成不同的编号后再保存。',
    'Several entries have the code {codes}: give each its own before saving.',
  ),
  entries: text('草案条目', 'Entries of the draft'),
  count: text('{count} 条', '{count} entries'),
  reading: text('已载入 {count} / {total} 条', '{count} of {total} entries loaded'),
  loading: text('正在加载…', 'Loading…'),
  none: text(
    '没有条目，请新增一条，或者粘贴从 Excel 复制的表格。',
    'No entries yet: add one, or paste a table copied from a spreadsheet.',
  ),
  paste: text(
    '可从 Excel 粘贴多行多列：选中起始单元格或行，按 Ctrl+V；多出的行追加在末尾。带表头的按表头，带编号的按编号对应。',
    'Paste rows and columns from a spreadsheet with Ctrl+V at a cell or row; more rows come at the end. A header says what its columns are, a code which entry a row is.',
  ),
  pasting: text('正在识别粘贴的内容…', 'Reading what was pasted…'),
  pasted: text('已粘贴 {count} 行，可以撤销。', '{count} rows are pasted; undo takes them back.'),
  undo: text('撤销', 'Undo'),
  redo: text('重做', 'Redo'),
  add: text('新增条目', 'Add an entry'),
  save: text('保存', 'Save'),
  saved: text('已保存。', 'Saved.'),
  removed: text('已删除条目 {code}，可以撤销。', 'Entry {code} is removed; undo brings it back.'),
  changed: text('已修改', 'Changed'),
  code: text('编号', 'Code'),
  measure: text('措施', 'Measure'),
  everyMeasure: text('全部措施', 'Any measure'),
  industries: text('行业', 'Industries'),
  every: text('全部', 'all'),
  text: text('条目内容', 'Wording'),
  when: text('限定条件', 'Condition'),
  pending: text('待编写', 'to be written'),
  basis: text('法律依据', 'Legal basis'),
  more: text('操作', 'Actions'),
  details: text('详情', 'Details'),
  remove: text('删除', 'Remove'),
  search: text('编号或内容', 'Code or wording'),
  onlyChanged: text('只看修改', 'Changed only'),
};
