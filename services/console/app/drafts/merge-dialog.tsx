import { useEffect, useState } from 'preact/hooks';
import { inFiles } from '../files/read-workbook.ts';
import { Dialog } from '../parts/dialog.tsx';
import { ErrorNote, Note } from '../parts/note.tsx';
import type { ApiError } from '../shell/ask.ts';
import { say, type Text, text } from '../shell/locale.ts';
import { definedIn } from './defined.ts';
import type { DraftWork } from './draft-work.ts';
import { workbookEntry } from './entry-input.ts';
import type { Choice, Conflict, EntryField, Side } from './merge.ts';

interface MergeDialogProps {
  readonly catalog: string;
  readonly merging: NonNullable<DraftWork['merging']>;
}

/** Entries that others have changed as well: both texts side by side, and field by field whose it is to be. */
export function MergeDialog({ catalog, merging: { conflicts, settle } }: MergeDialogProps) {
  const [choices, setChoices] = useState<readonly Choice[]>(() => conflicts.map(() => new Map()));
  const { cells, error } = useCells(catalog, conflicts);
  const open = conflicts.reduce((sum, conflict, at) => sum + openIn(conflict, choices[at]!), 0);
  const choose = (at: number, choice: Choice) =>
    setChoices((old) => old.map((one, place) => (place === at ? choice : one)));
  return (
    <Dialog
      title={say(T.title)}
      wide
      onClose={() => settle(null)}
      actions={
        <button type="button" class="btn main" disabled={open > 0} onClick={() => settle(choices)}>
          {say(T.merge)}
        </button>
      }
    >
      <p>{say(T.lead)}</p>
      {error && <ErrorNote error={error} />}
      {conflicts.map((conflict, at) => (
        <Entry
          key={conflict.line.id}
          conflict={conflict}
          cells={cells?.[at]}
          choice={choices[at]!}
          onChoose={(choice) => choose(at, choice)}
        />
      ))}
      <p class="muted" role="status">
        {open > 0 ? say(T.open, { count: open }) : say(T.ready)}
      </p>
    </Dialog>
  );
}

interface EntryProps {
  readonly conflict: Conflict;
  readonly cells: EntryCells | undefined;
  readonly choice: Choice;
  readonly onChoose: (choice: Choice) => void;
}

function Entry({ conflict, cells, choice, onChoose }: EntryProps) {
  const { line, mine, theirs, fields } = conflict;
  const { code } = line.entry;
  const whole = mine === null || theirs === null;
  const set = (field: EntryField, side: Side) =>
    onChoose(
      new Map([
        ...(typeof choice === 'string' ? fields.map((one) => [one.field, choice] as const) : choice),
        [field, side],
      ]),
    );
  return (
    <section class="card stack-tight">
      <h3 class="row">
        <span class="grow">{say(T.entry, { code })}</span>
        {SIDES.map((side) => (
          <button
            key={side}
            type="button"
            class="btn quiet"
            aria-pressed={choice === side}
            onClick={() => onChoose(side)}
          >
            {say((side === 'MINE' ? mine : theirs) === null ? REMOVAL[side] : WHOLE[side])}
            <span class="unseen">{code}</span>
          </button>
        ))}
      </h3>
      {whole && <Note>{say(mine === null ? T.mineRemoved : T.theirsRemoved)}</Note>}
      <div class="scroller merge">
        <table aria-label={say(T.entry, { code })}>
          <thead>
            <tr>
              {[T.field, T.base, T.mine, T.theirs].map((title) => (
                <th key={title.zh} scope="col">
                  {say(title)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {fields.map(({ field, by }) => (
              <tr key={field}>
                <th scope="row">{say(cells?.names.get(field) ?? { zh: field })}</th>
                <td class="pre muted">{cells?.base.get(field)}</td>
                {SIDES.map((side) => {
                  const chosen = (whole ? choice : sideOf(choice, field, by)) === side;
                  const its = cells?.[side].get(field) || say(T.nothing);
                  return (
                    <td key={side} class={`pre ${chosen ? 'taken' : ''}`}>
                      {whole ? (
                        (side === 'MINE' ? mine : theirs) && its
                      ) : (
                        <label>
                          <input
                            type="radio"
                            name={`${line.id} ${field}`}
                            checked={chosen}
                            onChange={() => set(field, side)}
                          />
                          <span>
                            {its} {by !== 'BOTH' && by !== side && <i class="muted">{say(T.same)}</i>}
                          </span>
                        </label>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const SIDES: readonly Side[] = ['MINE', 'THEIRS'];

/** What only one has changed is taken over; what both have changed is chosen. */
const sideOf = (choice: Choice, field: EntryField, by: Side | 'BOTH'): Side | null =>
  typeof choice === 'string' ? choice : (choice.get(field) ?? (by === 'BOTH' ? null : by));

const openIn = ({ mine, theirs, fields }: Conflict, choice: Choice): number => {
  if (typeof choice === 'string') return 0;
  if (mine === null || theirs === null) return 1;
  return fields.filter(({ field, by }) => sideOf(choice, field, by) === null).length;
};

/** What the fields of a conflict say, as they stand in a workbook. */
interface EntryCells extends Readonly<Record<Side | 'base', ReadonlyMap<string, string>>> {
  readonly names: ReadonlyMap<string, Text>;
}

function useCells(catalog: string, conflicts: readonly Conflict[]) {
  const [cells, setCells] = useState<readonly EntryCells[] | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  useEffect(() => {
    const entries = conflicts.flatMap(({ base, mine, theirs }) =>
      [base, mine, theirs].map((one) => one && workbookEntry(one)),
    );
    const stopped = new AbortController();
    definedIn(catalog)
      .then((defined) => inFiles('entryCells', entries, defined))
      .then(({ names, cells: written }) => {
        if (stopped.signal.aborted) return;
        const of = (at: number) => new Map(written[at]);
        setCells(
          conflicts.map((_, at) => ({
            names: new Map(names),
            base: of(3 * at),
            MINE: of(3 * at + 1),
            THEIRS: of(3 * at + 2),
          })),
        );
      })
      .catch((failed: ApiError) => stopped.signal.aborted || setError(failed));
    return () => stopped.abort();
  }, [conflicts]);
  return { cells, error };
}

const WHOLE: Readonly<Record<Side, Text>> = {
  MINE: text('整条用我的', 'All of mine'),
  THEIRS: text('整条用对方的', 'All of theirs'),
};
const REMOVAL: Readonly<Record<Side, Text>> = {
  MINE: text('删除', 'Remove it'),
  THEIRS: text('按对方删除', 'Remove it, as they did'),
};

const T = {
  title: text('这些条目在别处也有修改', 'These entries were changed elsewhere as well'),
  lead: text(
    '双方都改过的栏目须逐项选定，只有一方改过的直接采用。选定后在最新内容上继续；取消则一切保持不变。',
    'Choose where both have changed a field; what only one has changed is taken over. Then you go on from the newest; cancelling changes nothing.',
  ),
  merge: text('合并', 'Merge'),
  entry: text('条目 {code}', 'Entry {code}'),
  field: text('栏目', 'Field'),
  base: text('原来', 'Before'),
  mine: text('我的', 'Mine'),
  theirs: text('对方的', 'Theirs'),
  nothing: text('（空）', '(nothing)'),
  same: text('未改', 'unchanged'),
  mineRemoved: text('您删除了这一条，对方修改了它。', 'You removed it, and they changed it.'),
  theirsRemoved: text('对方删除了这一条，您修改了它。', 'They removed it, and you changed it.'),
  open: text('还有 {count} 处须选定。', '{count} are still to be chosen.'),
  ready: text('已全部选定。', 'Everything is chosen.'),
};
