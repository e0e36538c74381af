import { useEffect } from 'preact/hooks';
import { OneBatch } from '../generated/queries.ts';
import { ErrorNote, Note } from '../parts/note.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { say, text } from '../shell/locale.ts';
import { type Query, replaceQuery } from '../shell/router.ts';
import { useStore } from '../shell/store.ts';
import { useQuery } from '../shell/use-query.ts';
import { CompareView } from './compare-view.tsx';
import { QuestionsView } from './questions-view.tsx';
import { ResultsView } from './results-view.tsx';
import { sendingStore } from './sending.ts';
import { GoOn, SendingCard } from './sending-card.tsx';
import { WorkbookButton } from './workbook-button.tsx';

/** A batch: how far it has come, what its rows came to, what to ask, and what has changed since another one. */
export function BatchPage({ id, query }: { readonly id: string; readonly query: Query }) {
  const sending = useStore(sendingStore);
  const mine = sending?.batch === id ? sending : null;
  const { data, error, reload } = useQuery(OneBatch, { id });
  const batch = data?.batch;
  // What is in is counted anew when the last of it is.
  useEffect(() => {
    if (mine && mine.state !== 'SENDING') reload();
  }, [mine?.state]);
  if (!data)
    return error ? <ErrorNote error={error} onRetry={reload} /> : <p class="muted">{say(T.loading)}</p>;
  if (!batch) return <Note tone="bad">{say(T.unknown)}</Note>;
  const view = (query.view ?? 'results') as keyof typeof VIEWS;
  const isClosed = batch.closedAt !== null;
  return (
    <>
      <PageHead
        title={batch.label}
        lead={say(T.lead, { on: batch.on, rows: batch.rows, situations: batch.situations })}
      >
        {isClosed && <WorkbookButton batch={batch} />}
      </PageHead>
      <div class="stack">
        {/* What was selected and confirmed below stays when it cannot be read anew. */}
        {error && <ErrorNote error={error} onRetry={reload} />}
        {mine ? (
          <SendingCard sending={mine} batch={batch} />
        ) : (
          !isClosed && <GoOn batch={batch} onBegun={reload} />
        )}
        {batch.rows > 0 && (
          <>
            <div class="tabs" role="tablist" aria-label={say(T.views)}>
              {(Object.keys(VIEWS) as (keyof typeof VIEWS)[]).map((name) => (
                <button
                  key={name}
                  type="button"
                  role="tab"
                  aria-selected={view === name}
                  onClick={() => replaceQuery({ view: name === 'results' ? null : name, row: null })}
                >
                  {say(VIEWS[name])}
                </button>
              ))}
            </div>
            {view === 'questions' ? (
              <QuestionsView batch={batch} query={query} />
            ) : view === 'compare' ? (
              <CompareView batch={batch} query={query} />
            ) : (
              <ResultsView batch={batch} query={query} onDecided={reload} />
            )}
          </>
        )}
      </div>
    </>
  );
}

const VIEWS = {
  results: text('结果', 'Results'),
  questions: text('要问的问题', 'Questions to ask'),
  compare: text('与其他批次比较', 'Comparison'),
};

const T = {
  views: text('批次内容', 'Views of the batch'),
  lead: text(
    '按 {on} 有效的目录判定；已收存 {rows} 行，{situations} 种不同情形。',
    'By what is in force on {on}; {rows} rows are in, {situations} distinct situations.',
  ),
  unknown: text('没有这个批次，或您无权办理。', 'There is no such batch, or it is not yours.'),
  loading: text('正在加载…', 'Loading…'),
};
