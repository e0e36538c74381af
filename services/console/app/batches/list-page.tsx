import { type BatchLineFragment, ListBatches } from '../generated/queries.ts';
import { OUTCOMES } from '../parts/labels.ts';
import { ErrorNote } from '../parts/note.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Table } from '../parts/table.tsx';
import { Tag } from '../parts/tag.tsx';
import { ZoneSelect } from '../parts/zone-select.tsx';
import { say, text } from '../shell/locale.ts';
import { go, href, type Query, replaceQuery } from '../shell/router.ts';
import { useStore } from '../shell/store.ts';
import { dayInShanghai } from '../shell/today.ts';
import { usePages } from '../shell/use-pages.ts';
import { sendingStore } from './sending.ts';
import { useOffices } from './use-offices.ts';

/** The batches of an office, newest first. */
export function ListPage({ query }: { readonly query: Query }) {
  const offices = useOffices();
  const of = query.of || offices[0]?.id;
  return (
    <>
      <PageHead title={say(T.title)} lead={say(T.lead)}>
        <a class="btn main" href={href(['batches', 'new'])}>
          {say(T.new)}
        </a>
      </PageHead>
      <div class="stack">
        <div class="card row">
          <label class="row">
            {say(T.of)}
            <ZoneSelect
              value={of ?? ''}
              onChange={(chosen) => replaceQuery({ of: chosen })}
              except={offices.map(({ id }) => id)}
            >
              {offices.map(({ id, name }) => (
                <option key={id} value={id}>
                  {say(name)}
                </option>
              ))}
            </ZoneSelect>
          </label>
        </div>
        {of && <Found key={of} jurisdiction={of} />}
      </div>
    </>
  );
}

function Found({ jurisdiction }: { readonly jurisdiction: string }) {
  const { edges, first, error, more, reload } = usePages(ListBatches, { jurisdiction }, ({ batches }) => ({
    ...batches,
    totalCount: 0,
  }));
  const batches = edges.map(({ node }) => node);
  return (
    <>
      {error && <ErrorNote error={error} onRetry={reload} />}
      <Table
        label={say(T.title)}
        rows={batches}
        keyOf={({ id }) => id}
        onOpen={({ id }) => go(['batches', id])}
        onEnd={more}
        empty={first ? say(T.none) : say(T.loading)}
        columns={[
          {
            key: 'label',
            title: say(T.label),
            class: 'wide',
            cell: ({ id, label }) => <a href={href(['batches', id])}>{label}</a>,
          },
          { key: 'on', title: say(T.on), class: 'num', cell: ({ on }) => on },
          { key: 'rows', title: say(T.rows), class: 'num', cell: ({ rows }) => rows },
          { key: 'outcomes', title: say(T.outcomes), cell: (batch) => <Outcomes batch={batch} /> },
          { key: 'state', title: say(T.state), cell: (batch) => <State batch={batch} /> },
          { key: 'by', title: say(T.by), cell: ({ createdBy }) => createdBy },
          {
            key: 'at',
            title: say(T.at),
            class: 'num',
            cell: ({ createdAt }) => dayInShanghai(createdAt),
          },
        ]}
      />
    </>
  );
}

function Outcomes({ batch: { outcomes, faulty } }: { readonly batch: BatchLineFragment }) {
  return (
    <span class="row one-line">
      {outcomes.map(({ outcome, rows }) => (
        <span key={outcome} class={`tag ${OUTCOMES[outcome].tone}`} title={say(OUTCOMES[outcome].text)}>
          <span aria-hidden="true">{OUTCOMES[outcome].sign}</span>
          <span class="unseen">{say(OUTCOMES[outcome].text)}</span> {rows}
        </span>
      ))}
      {faulty > 0 && (
        <span class="tag">
          {say(T.faulty)} {faulty}
        </span>
      )}
    </span>
  );
}

function State({ batch: { id, closedAt } }: { readonly batch: BatchLineFragment }) {
  const sending = useStore(sendingStore);
  if (closedAt !== null) return <Tag of={{ tone: 'admit', text: T.closed }} />;
  const isSending = sending?.batch === id && sending.state === 'SENDING';
  return (
    <span class="row">
      <Tag of={{ tone: 'ask', text: isSending ? T.sending : T.open }} />
      {!isSending && <a href={href(['batches', id])}>{say(T.goOn)}</a>}
    </span>
  );
}

const T = {
  title: text('批量判定', 'Batches'),
  lead: text(
    '把一份项目清单作为一个批次判定；同一机关的人员都可以接着办。',
    'A list of projects is decided as one batch, and everybody of the office can go on with it.',
  ),
  new: text('新批次', 'New batch'),
  of: text('办理机关或园区', 'Office or zone'),
  label: text('批次名称', 'Name'),
  on: text('评估基准日', 'For'),
  rows: text('行数', 'Rows'),
  outcomes: text('结论', 'Outcomes'),
  faulty: text('未能判定', 'Not assessed'),
  state: text('状态', 'State'),
  closed: text('已提交完', 'Complete'),
  open: text('未提交完', 'Incomplete'),
  sending: text('正在提交', 'Being sent'),
  goOn: text('继续', 'Go on'),
  by: text('建立人', 'Made by'),
  at: text('建立日期', 'Made on'),
  none: text('还没有批次。', 'There are no batches yet.'),
  loading: text('正在加载…', 'Loading…'),
};
