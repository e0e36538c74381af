import { useEffect } from 'preact/hooks';
import { inFiles } from '../files/read-workbook.ts';
import type { EntryInput } from '../generated/queries.ts';
import { Note } from '../parts/note.tsx';
import { say, text } from '../shell/locale.ts';
import { useAction } from '../shell/use-action.ts';
import { definedIn } from './defined.ts';
import { edit } from './draft-work.ts';
import { changed, type Line, pasted } from './edits.ts';
import { workbookEntry } from './entry-input.ts';

interface PasteProps {
  readonly catalog: string;
  readonly lines: readonly Line[];
  /** Those in sight, and what their columns are about. */
  readonly shown: readonly Line[];
  readonly fields: readonly (keyof EntryInput)[];
  readonly onPasted: (rows: number) => void;
}

/** Takes cells that were copied from a spreadsheet, from the cell or row on that has the focus; behind all where none has. */
export function usePaste(writable: boolean, { catalog, lines, shown, fields, onPasted }: PasteProps) {
  const action = useAction(async (copied: string, row: number, column: number) => {
    const rows = await inFiles('readPasted', copied, {
      ...(await definedIn(catalog)),
      lines: lines.map(({ id, saved, entry }) => ({
        id,
        isNew: saved === null,
        entry: workbookEntry(entry),
      })),
      from: shown.slice(row).map(({ id }) => id),
      fields: fields.slice(column),
    });
    edit(catalog, (edits) => pasted(edits, rows));
    onPasted(rows.length);
  });
  useEffect(() => {
    if (!writable) return;
    const take = (event: ClipboardEvent) => {
      const target = event.target as HTMLElement;
      const row = target.closest<HTMLElement>('tr[data-row]');
      if (row ? !target.closest('.entries') : target !== document.body) return;
      const copied = event.clipboardData?.getData('text/plain') ?? '';
      const cells = copied.includes('\t') || event.clipboardData?.getData('text/html').includes('<td');
      // Text goes where one writes.
      if (!cells && (row !== target || copied === '')) return;
      event.preventDefault();
      const column = target.closest('td')?.cellIndex ?? 0;
      action.run(copied, row ? Number(row.dataset.row) : shown.length, column);
    };
    addEventListener('paste', take);
    return () => removeEventListener('paste', take);
  });
  return action;
}

/** What was pasted and cannot be read, cell by cell. */
export function PastedFaults({ catalog, lines }: Pick<PasteProps, 'catalog' | 'lines'>) {
  const cells = lines.flatMap(({ entry, faults = [] }) =>
    faults.map((fault) => ({ ...fault, code: entry.code })),
  );
  if (cells.length === 0) return null;
  return (
    <Note tone="bad">
      <p class="row">
        <span class="grow">{say(T.unread, { count: cells.length })}</span>
        <button type="button" class="btn quiet" onClick={() => edit(catalog, withoutFaults)}>
          {say(T.drop)}
        </button>
      </p>
      <ul class="plain">
        {cells.slice(0, SHOWN).map(({ code, field, column, value, text: why }) => (
          <li key={`${code} ${field}`}>
            <b class="num">{code}</b> {say(column)} “{value.slice(0, 60)}”：{say(why)}
          </li>
        ))}
      </ul>
      {cells.length > SHOWN && <p>{say(T.more, { count: cells.length - SHOWN })}</p>}
    </Note>
  );
}

const withoutFaults = (edits: Parameters<typeof pasted>[0]) =>
  changed(
    edits,
    edits.lines.map(({ faults: _, ...line }) => line),
  );

const SHOWN = 20;

const T = {
  unread: text(
    '粘贴的内容有 {count} 处不能识别，这些单元格保持原样。改正后才能保存；撤销可取回整次粘贴。',
    'In {count} cells what was pasted cannot be read, and they stay as they were. Write them before saving; undo takes all of it back.',
  ),
  drop: text('不采用这些内容', 'Leave it out'),
  more: text('另有 {count} 处未列出。', '{count} more are not listed.'),
};
