import { DraftHead, type DraftStatus } from '../generated/queries.ts';
import { ErrorNote, Note } from '../parts/note.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Tag } from '../parts/tag.tsx';
import { OthersNote, tellOtherTabs } from '../review/others-note.tsx';
import { say, type Text, text } from '../shell/locale.ts';
import { href, type Query } from '../shell/router.ts';
import { useQuery } from '../shell/use-query.ts';
import { DraftTabs } from './draft-tabs.tsx';

interface DraftPageProps {
  readonly catalog: string;
  readonly tab: string;
  readonly query: Query;
}

/** The draft of one catalog: what it is, and below it the tab that is open. */
export function DraftPage({ catalog: id, tab, query }: DraftPageProps) {
  const { data, error, reload } = useQuery(DraftHead, { id });
  if (!data)
    return error ? <ErrorNote error={error} onRetry={reload} /> : <p class="muted">{say(T.loading)}</p>;
  const { catalog } = data;
  if (!catalog) return <Note tone="bad">{say(T.unknown)}</Note>;
  const { draft } = catalog;
  return (
    <>
      <PageHead
        title={say(draft?.title ?? catalog.title)}
        lead={
          <>
            {draft && <Tag of={DRAFT_STATUSES[draft.status]} />}{' '}
            {draft && say(draft.basedOn ? T.basedOn : T.first, { number: draft.basedOn?.number ?? 0 })}{' '}
            {draft && say(T.revision, { revision: draft.revision })}
          </>
        }
      >
        <a class="btn quiet" href={href(['drafts'])}>
          {say(T.all)}
        </a>
      </PageHead>
      {/* What was typed below stays when it cannot be read anew. */}
      {error && <ErrorNote error={error} onRetry={reload} />}
      {draft && <OthersNote catalog={id} revision={draft.revision} onReload={reload} />}
      <DraftTabs
        tab={tab}
        catalog={catalog}
        draft={draft}
        query={query}
        reload={() => {
          tellOtherTabs(id);
          reload();
        }}
      />
    </>
  );
}

export const DRAFT_STATUSES: Readonly<Record<DraftStatus, { readonly tone: string; readonly text: Text }>> = {
  EDITING: { tone: 'ask', text: text('编制中', 'Being edited') },
  IN_REVIEW: { tone: 'review', text: text('审核中', 'In review') },
};

const T = {
  loading: text('正在加载…', 'Loading…'),
  unknown: text('没有这部目录。', 'There is no such catalog.'),
  basedOn: text('以第 {number} 版为基础', 'made on version {number}'),
  first: text('第一版', 'the first version'),
  revision: text('· 修订 {revision}', '· revision {revision}'),
  all: text('全部草案', 'All drafts'),
};
