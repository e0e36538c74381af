import { useState } from 'preact/hooks';
import { BatchRows, type BatchRowsQuery, type Outcome, type RowLineFragment } from '../generated/queries.ts';
import { OUTCOMES } from '../parts/labels.ts';
import { ErrorNote } from '../parts/note.tsx';
import { Table } from '../parts/table.tsx';
import { OutcomeTag, Tag } from '../parts/tag.tsx';
import { useSettled } from '../parts/use-settled.ts';
import type { Damage } from '../shell/ask.ts';
import { list, say, text } from '../shell/locale.ts';
import { href, type Query, replaceQuery } from '../shell/router.ts';
import { usePages } from '../shell/use-pages.ts';
import { Bars } from './bars.tsx';
import type { Batch } from './batch.ts';
import { DecideDialog } from './decide-dialog.tsx';
import { type Confirmations, placeOf } from './place.ts';
import { RowDrawer } from './row-drawer.tsx';
import { nameOf, type Stated } from './stated.ts';

interface ResultsProps {
  readonly batch: Batch;
  readonly query: Query;
  readonly onDecided: () => void;
}

/** What the rows came to, by outcome and by missing fact, and the rows themselves; from here they are decided. */
export function ResultsView({ batch, query, onDecided }: ResultsProps) {
  const { outcome, fact, entry, text: typed, row: shown } = query;
  const search = useSettled(typed ?? '');
  const filter = {
    ...(outcome === FAULTY ? { faulty: true } : outcome ? { outcomes: [outcome as Outcome] } : {}),
    ...(fact && { missingFact: fact }),
    ...(entry && { entry }),
    ...(search && { text: search }),
  };
  const [turn, setTurn] = useState(0);
  const [selected, setSelected] = useState<ReadonlyMap<string, RowLineFragment>>(new Map());
  const [confirmed, setConfirmed] = useState<ReadonlyMap<string, Confirmations>>(new Map());
  const [deciding, setDeciding] = useState<'ALL' | 'SELECTED' | null>(null);
  const isClosed = batch.closedAt !== null;
  const [questions] = batch.firstQuestions;
  const set = (change: Query) => replaceQuery({ ...change, row: null });
  return (
    <>
      <div class="halves">
        <Bars
          title={say(T.byOutcome)}
          chosen={outcome ?? null}
          onChoose={(key) => set({ outcome: key })}
          bars={[
            ...batch.outcomes.map((one) => ({
              key: one.outcome,
              name: say(OUTCOMES[one.outcome].text),
              tone: OUTCOMES[one.outcome].tone,
              rows: one.rows,
            })),
            ...(batch.faulty > 0
              ? [{ key: FAULTY, name: say(T.faulty), tone: 'plain', rows: batch.faulty }]
              : []),
          ]}
        />
        <Bars
          title={say(T.byFact)}
          empty={say(T.noneMissing)}
          chosen={fact ?? null}
          onChoose={(key) => set({ fact: key })}
          bars={(questions?.questions ?? []).slice(0, FACTS).map((one) => ({
            key: one.fact.key,
            name: say(one.fact.name),
            tone: 'ask',
            rows: one.rows,
          }))}
        />
      </div>
      <div class={shown ? 'beside' : ''}>
        <div>
          <div class="filters">
            <label class="row">
              {say(T.entry)}
              <input
                class="field short"
                value={entry ?? ''}
                onChange={(event) => set({ entry: event.currentTarget.value.trim() })}
              />
            </label>
            <label class="row">
              {say(T.text)}
              <input
                class="field"
                type="search"
                value={typed ?? ''}
                onInput={(event) => set({ text: event.currentTarget.value })}
              />
            </label>
            {(outcome || fact || entry || typed) && (
              <button
                type="button"
                class="btn quiet"
                onClick={() => set({ outcome: null, fact: null, entry: null, text: null })}
              >
                {say(T.clear)}
              </button>
            )}
            <span class="grow" />
            {isClosed ? (
              <>
                <button
                  type="button"
                  class="btn"
                  disabled={selected.size === 0}
                  onClick={() => setDeciding('SELECTED')}
                >
                  {say(T.decideSelected, { rows: selected.size })}
                </button>
                <button type="button" class="btn main" onClick={() => setDeciding('ALL')}>
                  {say(T.decideAll)}
                </button>
              </>
            ) : (
              <span class="muted">{say(T.notClosed)}</span>
            )}
          </div>
          <Rows
            key={turn}
            batch={batch.id}
            filter={filter}
            shown={shown ?? null}
            selected={isClosed ? selected : null}
            confirmed={confirmed}
            onSelect={setSelected}
          />
        </div>
        {shown && (
          <RowDrawer
            key={shown}
            batch={batch}
            place={shown}
            confirmed={confirmed.get(shown) ?? null}
            onConfirm={(confirmations) => setConfirmed(new Map([...confirmed, [shown, confirmations]]))}
            onClose={() => replaceQuery({ row: null })}
          />
        )}
      </div>
      {deciding && (
        <DecideDialog
          batch={batch}
          rows={deciding === 'SELECTED' ? [...selected.values()] : null}
          filter={filter}
          confirmed={confirmed}
          onClose={(hasDecided) => {
            setDeciding(null);
            if (!hasDecided) return;
            setSelected(new Map());
            setTurn(turn + 1);
            onDecided();
          }}
        />
      )}
    </>
  );
}

const FAULTY = 'FAULTY';
/** More bars than that nobody compares. */
const FACTS = 5;

interface RowsProps {
  readonly batch: string;
  readonly filter: object;
  readonly shown: string | null;
  /** Those that are ticked; null where nothing can be decided yet. */
  readonly selected: ReadonlyMap<string, RowLineFragment> | null;
  readonly confirmed: ReadonlyMap<string, Confirmations>;
  readonly onSelect: (selected: ReadonlyMap<string, RowLineFragment>) => void;
}

/** A decision that is damaged is said to be at its row, and hides none of the others. */
function rowsOf({ batch }: BatchRowsQuery, damages: readonly Damage[]) {
  const damaged = new Set(damages.map(({ path }) => path.join('.')));
  return (
    batch && {
      ...batch.results,
      edges: batch.results.edges.map(({ node }, at) => ({
        ...node,
        isDamaged: damaged.has(`batch.results.edges.${at}.node.decision`),
      })),
    }
  );
}

function Rows({ batch, filter, shown, selected, confirmed, onSelect }: RowsProps) {
  const pages = usePages(BatchRows, { id: batch, filter }, rowsOf, true);
  const rows = pages.edges;
  const tick = (row: RowLineFragment, isTicked: boolean) => {
    const next = new Map(selected);
    if (isTicked) next.set(placeOf(row), row);
    else next.delete(placeOf(row));
    onSelect(next);
  };
  return (
    <>
      {pages.error && <ErrorNote error={pages.error} onRetry={pages.reload} />}
      <Table
        label={say(T.rows)}
        rows={rows}
        keyOf={placeOf}
        {...(pages.total !== null && { total: pages.total })}
        open={shown}
        onOpen={(row) => replaceQuery({ row: placeOf(row) })}
        onEnd={pages.more}
        empty={pages.first ? say(T.none) : say(T.loading)}
        columns={[
          ...(selected
            ? [
                {
                  key: 'tick',
                  title: <span class="unseen">{say(T.tick)}</span>,
                  class: 'narrow',
                  cell: (row: (typeof rows)[number]) =>
                    row.outcome !== null &&
                    row.decision === null &&
                    !row.isDamaged && (
                      <input
                        type="checkbox"
                        aria-label={say(T.tickOf, { name: nameOf(row) })}
                        checked={selected.has(placeOf(row))}
                        onChange={(event) => tick(row, event.currentTarget.checked)}
                      />
                    ),
                },
              ]
            : []),
          { key: 'ref', title: say(T.ref), class: 'num', cell: ({ ref }) => ref },
          {
            key: 'name',
            title: say(T.project),
            class: 'wide',
            cell: (row) => {
              const { applicant, projectCode } = row.stated as Stated;
              return (
                <>
                  <button
                    type="button"
                    class="link clamp"
                    onClick={() => replaceQuery({ row: placeOf(row) })}
                  >
                    {nameOf(row)}
                  </button>
                  <span class="muted clamp">{[projectCode, applicant].filter(Boolean).join(' · ')}</span>
                </>
              );
            },
          },
          {
            key: 'outcome',
            title: say(T.outcome),
            cell: ({ outcome, possibleOutcomes, userErrors }) => (
              <>
                {outcome ? <OutcomeTag outcome={outcome} /> : <Tag of={{ tone: 'plain', text: T.faulty }} />}
                <span class="muted clamp">
                  {outcome === null
                    ? userErrors.map(({ message }) => message).join('')
                    : possibleOutcomes.length > 1
                      ? say(T.possible, {
                          outcomes: list(possibleOutcomes.map((one) => say(OUTCOMES[one].text))),
                        })
                      : null}
                </span>
              </>
            ),
          },
          {
            key: 'decision',
            title: say(T.decision),
            cell: (row) =>
              row.isDamaged ? (
                <Tag of={{ tone: 'refuse', text: T.damaged }} />
              ) : row.decision ? (
                <a href={href(['decisions', row.decision.id])}>{say(T.decided)}</a>
              ) : (
                confirmed.has(placeOf(row)) && <Tag of={{ tone: 'review', text: T.confirmed }} />
              ),
          },
        ]}
      />
      {pages.total !== null && <p class="muted">{say(T.total, { rows: pages.total })}</p>}
    </>
  );
}

const T = {
  damaged: text('记录损坏', 'Damaged'),
  byOutcome: text('各结论', 'By outcome'),
  byFact: text('缺少的材料', 'By missing fact'),
  noneMissing: text('没有缺少的材料。', 'Nothing is missing.'),
  faulty: text('未能判定', 'Not assessed'),
  entry: text('条目编号', 'Entry'),
  text: text('名称、代码', 'Name or code'),
  clear: text('清除筛选', 'Clear'),
  notClosed: text('全部提交后即可办理决定', 'Rows can be decided once all are in'),
  decideSelected: text('办理所选 {rows} 行', 'Decide {rows} selected'),
  decideAll: text('批量办理…', 'Decide…'),
  rows: text('各行结论', 'What the rows came to'),
  tick: text('选择', 'Select'),
  tickOf: text('选择“{name}”', 'Select "{name}"'),
  ref: text('序号', 'No.'),
  project: text('项目', 'Project'),
  outcome: text('准入结论', 'Outcome'),
  possible: text('视补充情况：{outcomes}', 'may come to: {outcomes}'),
  decision: text('决定', 'Decision'),
  decided: text('已决定', 'Decided'),
  confirmed: text('已认定', 'Confirmed'),
  none: text('没有符合条件的行。', 'There is no such row.'),
  loading: text('正在加载…', 'Loading…'),
  total: text('共 {rows} 行。', '{rows} rows.'),
};
