import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

export interface Column<Row> {
  readonly key: string;
  readonly title: ComponentChildren;
  readonly cell: (row: Row, index: number) => ComponentChildren;
  /** Of its column: `num`, `narrow`, `wide`. */
  readonly class?: string;
}

interface TableProps<Row> {
  /** What the table is of, for who cannot see it. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row, index: number) => string;
  /** How many rows there are altogether, where `rows` are the first of them. */
  readonly total?: number;
  /** Pressing Enter on a row, or clicking it. */
  readonly onOpen?: (row: Row) => void;
  /** Key of the row that is open. */
  readonly open?: string | null;
  /** Called when the last rows come into sight. */
  readonly onEnd?: () => void;
  /** What stands there instead of rows. */
  readonly empty?: ComponentChildren;
  /** Whether its cells hold fields: Enter and the arrows then go from one to that above or below it. */
  readonly editable?: boolean;
}

/**
 * A real table of any length: from `MANY` rows on only those in sight are drawn, each of one height, and all of them when
 * it is printed. Up, down, Home and End go from row to row, Enter opens one.
 */
export function Table<Row>({
  label,
  columns,
  rows,
  keyOf,
  total,
  onOpen,
  open,
  onEnd,
  empty,
  editable = false,
}: TableProps<Row>) {
  const scroller = useRef<HTMLDivElement>(null);
  const [printing, setPrinting] = useState(false);
  const [sight, setSight] = useState({ from: 0, height: ROW_HEIGHT });
  const [current, setCurrent] = useState(0);
  const virtual = rows.length > MANY && !printing;

  useEffect(() => {
    const begin = () => setPrinting(true);
    const end = () => setPrinting(false);
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, []);

  // Rows are as high as the style says, which the zoom of text may change.
  useLayoutEffect(() => {
    const height = scroller.current?.querySelector('tbody tr[data-row]')?.getBoundingClientRect().height;
    if (virtual && height && Math.abs(height - sight.height) > 0.5) setSight((old) => ({ ...old, height }));
  });

  const from = virtual ? Math.max(0, Math.min(sight.from, rows.length - DRAWN)) : 0;
  const to = virtual ? Math.min(rows.length, from + DRAWN) : rows.length;

  const onScroll = () => {
    const { scrollTop, clientHeight, scrollHeight } = scroller.current!;
    if (virtual) {
      const first = Math.max(0, Math.floor(scrollTop / sight.height) - MARGIN);
      if (Math.abs(first - sight.from) >= MARGIN / 2 || first === 0)
        setSight((old) => ({ ...old, from: first }));
    }
    if (onEnd && scrollTop + clientHeight > scrollHeight - 400) onEnd();
  };

  /** The row, or a field in it, that the focus goes to as soon as it is drawn. */
  const awaited = useRef<{ readonly row: number; readonly column: number | undefined } | null>(null);
  const focusAwaited = () => {
    if (awaited.current === null) return;
    const row = scroller.current?.querySelector<HTMLTableRowElement>(`tr[data-row="${awaited.current.row}"]`);
    if (!row) return;
    const { column } = awaited.current;
    awaited.current = null;
    const field =
      column === undefined ? row : row.cells[column]?.querySelector<HTMLElement>('input, select, textarea');
    field?.focus({ preventScroll: true });
    row.scrollIntoView({ block: 'nearest' });
  };
  useLayoutEffect(focusAwaited);

  /**
   * INVARIANT: the focus is there before the next key is heard, or what somebody types fast would stand in another row.
   *
   * @param column whose field is meant; the row itself where not given
   */
  const focusRow = (index: number, column?: number) => {
    const target = Math.max(0, Math.min(rows.length - 1, index));
    setCurrent(target);
    if (virtual && (target < from || target >= to))
      setSight((old) => ({ ...old, from: Math.max(0, target - MARGIN) }));
    awaited.current = { row: target, column };
    focusAwaited();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const row = (event.target as HTMLElement).closest('tr[data-row]');
    if (row !== event.target) {
      const cell = (event.target as HTMLElement).closest('td');
      const step = editable && cell && row ? stepFrom(event) : 0;
      if (step === 0) return;
      event.preventDefault();
      return focusRow(Number((row as HTMLElement).dataset.row) + step, cell!.cellIndex);
    }
    const next = STEPS[event.key]?.(current, rows.length);
    if (event.key === 'Enter') onOpen?.(rows[current]!);
    else if (next === undefined) return;
    else focusRow(next);
    event.preventDefault();
  };

  return (
    <div class={`scroller ${virtual ? 'virtual' : ''}`} ref={scroller} onScroll={onScroll}>
      <table aria-label={label} aria-rowcount={(total ?? rows.length) + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(({ key, title, class: name }) => (
              <th key={key} scope="col" class={name}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={onKeyDown}>
          {from > 0 && <Spacer height={from * sight.height} columns={columns.length} />}
          {rows.slice(from, to).map((row, offset) => {
            const index = from + offset;
            const key = keyOf(row, index);
            return (
              // Keys are heard by the body of the table.
              <tr
                key={key}
                data-row={index}
                aria-rowindex={index + 2}
                aria-current={open === key ? 'true' : undefined}
                class={onOpen ? 'opens' : undefined}
                tabIndex={onOpen ? (index === Math.min(current, rows.length - 1) ? 0 : -1) : undefined}
                onFocus={onOpen && (() => setCurrent(index))}
                onClick={(event) => {
                  // What stands in the row has an answer of its own.
                  if (!(event.target as HTMLElement).closest('a,button,input,select,textarea,label'))
                    onOpen?.(row);
                }}
              >
                {columns.map(({ key: column, cell, class: name }) => (
                  <td key={column} class={name}>
                    {cell(row, index)}
                  </td>
                ))}
              </tr>
            );
          })}
          {to < rows.length && <Spacer height={(rows.length - to) * sight.height} columns={columns.length} />}
          {rows.length === 0 && (
            <tr>
              <td colSpan={columns.length} class="muted">
                {empty}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

/** Rows that a key goes on by in a field: none where it has something to do there. */
function stepFrom({ key, shiftKey, isComposing, target }: KeyboardEvent): number {
  if (isComposing) return 0;
  if (key === 'Enter') return shiftKey ? -1 : 1;
  const step = { ArrowUp: -1, ArrowDown: 1 }[key] ?? 0;
  if (target instanceof HTMLTextAreaElement)
    return (step < 0 ? target.selectionStart === 0 : target.selectionEnd === target.value.length) ? step : 0;
  return target instanceof HTMLInputElement ? step : 0;
}

/** Stands for the rows that are not drawn. */
function Spacer({ height, columns }: { readonly height: number; readonly columns: number }) {
  const cell = useRef<HTMLTableCellElement>(null);
  useLayoutEffect(() => {
    cell.current!.style.height = `${height}px`;
  }, [height]);
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can be focused
    <tr class="spacer" aria-hidden="true">
      <td ref={cell} colSpan={columns} />
    </tr>
  );
}

const STEPS: Readonly<Record<string, (current: number, count: number) => number>> = {
  ArrowDown: (current) => current + 1,
  ArrowUp: (current) => current - 1,
  PageDown: (current) => current + 10,
  PageUp: (current) => current - 10,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** From so many rows on only those in sight are drawn. */
const MANY = 120;
const DRAWN = 60;
const MARGIN = 12;
/** Until the first row has been measured. */
const ROW_HEIGHT = 56;
