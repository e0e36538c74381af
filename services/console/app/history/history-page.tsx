import { CatalogsWithHistory, OneCatalog } from '../generated/queries.ts';
import { allByLevel, catalogColumns } from '../parts/catalog-columns.tsx';
import { ErrorNote } from '../parts/note.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Table } from '../parts/table.tsx';
import { say, text } from '../shell/locale.ts';
import { go, href, type PageProps } from '../shell/router.ts';
import { inShanghai } from '../shell/today.ts';
import { useLookup } from '../shell/troubles.ts';
import { usePages } from '../shell/use-pages.ts';
import { ACTIONS } from './actions.ts';
import { CatalogHistory } from './catalog-history.tsx';
import { RegisterHistory } from './register-history.tsx';

/** `#/history` lists what has one; `#/history/register` and `#/history/<catalog>` are those. */
export function HistoryPage({ path: [of], query }: PageProps) {
  const about = useLookup(OneCatalog, of === undefined || of === 'register' ? null : { id: of });
  if (of === undefined) return <Histories />;
  return (
    <>
      <PageHead
        title={of === 'register' ? say(T.ofRegister) : say(T.title)}
        lead={about?.catalog && <a href={href(['catalogs', of])}>{say(about.catalog.title)}</a>}
      >
        <a class="btn quiet" href={href(['history'])}>
          {say(T.all)}
        </a>
      </PageHead>
      {of === 'register' ? <RegisterHistory query={query} /> : <CatalogHistory catalog={of} query={query} />}
    </>
  );
}

function Histories() {
  const pages = usePages(CatalogsWithHistory, {}, ({ catalogs }) => catalogs);
  const catalogs = pages.edges.flatMap(({ node }) => (node.history ? [node] : []));
  return (
    <>
      <PageHead title={say(T.title)} lead={say(T.lead)}>
        <a class="btn" href={href(['history', 'register'])}>
          {say(T.ofRegister)}
        </a>
      </PageHead>
      {pages.error && <ErrorNote error={pages.error} onRetry={pages.reload} />}
      <Table
        label={say(T.title)}
        rows={allByLevel(catalogs, pages)}
        keyOf={({ id }) => id}
        onOpen={({ id }) => go(['history', id])}
        onEnd={pages.more}
        empty={say(pages.loading ? T.loading : T.none)}
        columns={[
          ...catalogColumns<(typeof catalogs)[number]>(({ id }) => ['history', id]),
          {
            key: 'last',
            title: say(T.last),
            cell: ({ history }) => {
              const last = history?.edges[0]?.node;
              return last && `${say(ACTIONS[last.action])} · ${last.by}`;
            },
          },
          {
            key: 'at',
            title: say(T.at),
            class: 'num',
            cell: ({ history }) => {
              const last = history?.edges[0]?.node;
              return last && inShanghai(last.at);
            },
          },
        ]}
      />
    </>
  );
}

const T = {
  title: text('修订记录', 'Histories'),
  lead: text(
    '谁在何时因何办理了什么；可核对是否被改动过。',
    'Who did what, when and why, and whether any of it was changed since.',
  ),
  ofRegister: text('名录修订记录', 'History of the register'),
  all: text('全部修订记录', 'All histories'),
  last: text('最近办理', 'Last step'),
  at: text('时间', 'When'),
  loading: text('正在加载…', 'Loading…'),
  none: text('没有您可以查看的修订记录。', 'There is no history that you may see.'),
};
