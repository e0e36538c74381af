import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { RevisionAction, SealLineFragment, VerifiedFragment } from '../generated/queries.ts';
import { Drawer } from '../parts/drawer.tsx';
import { ErrorNote, Note } from '../parts/note.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { say, text } from '../shell/locale.ts';
import { type Query, replaceQuery } from '../shell/router.ts';
import { inShanghai } from '../shell/today.ts';
import { useAction } from '../shell/use-action.ts';
import type { Pages } from '../shell/use-pages.ts';
import { ACTIONS } from './actions.ts';

export interface Step {
  readonly number: number;
  /** Of a catalog alone. */
  readonly action?: RevisionAction;
  readonly at: string;
  readonly by: string;
  readonly reason: string;
  readonly hash: string;
  readonly changeText: string;
}

interface HistoryViewProps {
  readonly pages: Pages<{ readonly node: Step }>;
  readonly seal: SealLineFragment | null;
  /** Holds the whole history against itself, and against the head that a seal keeps. */
  readonly verify: (
    heads: readonly { readonly revision: number; readonly hash: string }[],
  ) => Promise<VerifiedFragment | null>;
  readonly query: Query;
  /** Fields of the filter besides person and days, by their names in the address. */
  readonly children: ComponentChildren;
}

/** A history with its filters, one step in a drawer, and whether it is whole and how far it is sealed. */
export function HistoryView({ pages, seal, verify, query, children }: HistoryViewProps) {
  const { edges, error, more, loading, next, reload } = pages;
  const steps = edges.map(({ node }) => node);
  const open = steps.find(({ number }) => String(number) === query.step);
  const columns: readonly Column<Step>[] = [
    { key: 'number', title: say(T.number), class: 'num', cell: ({ number }) => number },
    { key: 'at', title: say(T.at), class: 'num', cell: ({ at }) => inShanghai(at) },
    { key: 'by', title: say(T.by), cell: ({ by }) => by },
    {
      key: 'what',
      title: say(T.what),
      class: 'wide',
      cell: ({ action, changeText }) => (
        <span class="clamp">
          {action && <b>{say(ACTIONS[action])} </b>}
          <span class="muted">{changeText}</span>
        </span>
      ),
    },
    { key: 'reason', title: say(T.reason), cell: ({ reason }) => <span class="clamp">{reason}</span> },
    { key: 'sealed', title: say(T.seal), cell: ({ number }) => <Sealed number={number} seal={seal} /> },
  ];
  return (
    <div class="stack">
      <Verification seal={seal} verify={verify} />
      <div class={open ? 'beside' : ''}>
        <div aria-busy={loading}>
          <Filters query={query}>{children}</Filters>
          {error && <ErrorNote error={error} onRetry={reload} />}
          <Table
            label={say(T.history)}
            rows={steps}
            columns={open ? columns.filter(({ key }) => NARROW.includes(key)) : columns}
            keyOf={({ number }) => String(number)}
            open={query.step ?? null}
            onOpen={({ number }) => replaceQuery({ step: String(number) })}
            onEnd={more}
            empty={say(loading ? T.loading : T.none)}
          />
          {next && (
            <button type="button" class="btn quiet" onClick={more}>
              {say(T.more)}
            </button>
          )}
        </div>
        {open && (
          <Drawer
            key={open.number}
            title={say(T.step, { number: open.number })}
            onClose={() => replaceQuery({ step: null })}
          >
            <div class="stack">
              <p class="row">
                {open.action && <b>{say(ACTIONS[open.action])}</b>}
                <Sealed number={open.number} seal={seal} />
              </p>
              <dl class="pairs">
                <dt>{say(T.by)}</dt>
                <dd>{open.by}</dd>
                <dt>{say(T.at)}</dt>
                <dd class="num">{inShanghai(open.at)}</dd>
                <dt>{say(T.reason)}</dt>
                <dd>{open.reason}</dd>
                <dt>{say(T.hash)}</dt>
                <dd class="num wrap">{open.hash}</dd>
              </dl>
              <p class="pre">{open.changeText}</p>
            </div>
          </Drawer>
        )}
      </div>
    </div>
  );
}

/** What is left of the table beside the drawer. */
const NARROW: readonly string[] = ['number', 'at', 'by', 'what'];

function Sealed({ number, seal }: { readonly number: number; readonly seal: SealLineFragment | null }) {
  const sealed = seal !== null && number <= seal.head.revision;
  return <span class={`tag ${sealed ? 'admit' : ''}`}>{say(sealed ? T.sealed : T.notSealed)}</span>;
}

function Verification({ seal, verify }: Pick<HistoryViewProps, 'seal' | 'verify'>) {
  const [found, setFound] = useState<VerifiedFragment | null>(null);
  const { run, running, error } = useAction(async () => setFound(await verify(seal ? [seal.head] : [])));
  return (
    <section class="card row">
      <p class="grow">
        {seal
          ? say(T.sealedTo, { number: seal.number, at: inShanghai(seal.at), step: seal.head.revision })
          : say(T.noSeal)}
      </p>
      <button type="button" class="btn" disabled={running} onClick={() => run()}>
        {say(running ? T.verifying : T.verify)}
      </button>
      {error && <ErrorNote error={error} />}
      {found && (
        <Note tone={found.whole ? 'good' : 'bad'}>
          {found.text} {found.whole && found.headsCompared > 0 && say(T.agrees)}
        </Note>
      )}
    </section>
  );
}

function Filters({ query, children }: Pick<HistoryViewProps, 'query' | 'children'>) {
  return (
    <form
      class="filters"
      onSubmit={(event) => {
        event.preventDefault();
        const given = new FormData(event.currentTarget);
        const set = Object.fromEntries([...given].map(([name, value]) => [name, String(value).trim()]));
        replaceQuery({ ...set, step: null });
      }}
    >
      {children}
      <label class="row">
        {say(T.by)}
        <input class="field" name="by" size={8} defaultValue={query.by ?? ''} />
      </label>
      {(['since', 'until'] as const).map((name) => (
        <label class="row" key={name}>
          {say(T[name])}
          <input class="field" type="date" name={name} defaultValue={query[name] ?? ''} />
        </label>
      ))}
      <button type="submit" class="btn">
        {say(T.find)}
      </button>
    </form>
  );
}

/** Who and when, as every history is asked for them. */
export const stepFilter = ({ by, since, until }: Query) => ({
  ...(by && { by }),
  ...(since && { from: since }),
  ...(until && { to: until }),
});

const T = {
  history: text('修订记录', 'History'),
  number: text('修订号', 'No.'),
  at: text('时间', 'When'),
  by: text('操作人', 'By'),
  what: text('办理内容', 'What was done'),
  reason: text('事由', 'Reason'),
  seal: text('存证', 'Record'),
  hash: text('哈希', 'Hash'),
  step: text('修订 {number}', 'Step {number}'),
  sealed: text('已签封', 'sealed'),
  notSealed: text('待签封', 'not sealed yet'),
  sealedTo: text(
    '第 {number} 号签封（{at}）固定到修订 {step}：此前任何改动都能查出。',
    'Seal {number} of {at} fixes everything up to step {step}: any change of it would be found.',
  ),
  noSeal: text('尚未签封：一小时内固定。', 'Not sealed yet: it will be within the hour.'),
  verify: text('核对全部记录', 'Verify the history'),
  verifying: text('正在核对…', 'Verifying…'),
  agrees: text('与签封一致。', 'It agrees with the seal.'),
  since: text('自', 'From'),
  until: text('至', 'To'),
  find: text('查询', 'Find'),
  more: text('继续查找更早的记录', 'Look further back'),
  loading: text('正在加载…', 'Loading…'),
  none: text('没有符合条件的记录。', 'There is no such step.'),
};
