import { nextDay } from '../../../domain/values/day.ts';
import { EntriesOfVersion, OneCatalog, type VersionLineFragment } from '../generated/queries.ts';
import { VERSION_STATUSES } from '../parts/labels.ts';
import { ErrorNote, Note } from '../parts/note.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Table } from '../parts/table.tsx';
import { Tag } from '../parts/tag.tsx';
import { withdrawnFrom } from '../parts/withdrawn-from.ts';
import { say, text } from '../shell/locale.ts';
import { href, replaceQuery } from '../shell/router.ts';
import { dayInShanghai, today } from '../shell/today.ts';
import { usePages } from '../shell/use-pages.ts';
import { useQuery } from '../shell/use-query.ts';
import { DaySlider } from './day-slider.tsx';
import { EntriesTable, type EntryFilters, filterOf } from './entries-table.tsx';

/** One catalog: its versions, and the entries of the one of a day. */
export function CatalogPage({ id, query }: { readonly id: string; readonly query: EntryFilters }) {
  const on = query.on || today();
  const { data, error, loading, reload } = useQuery(OneCatalog, { id, on });
  const catalog = data?.catalog ?? null;
  const versions = catalog?.versions.edges.map(({ node }) => node) ?? [];
  const wanted = query.version ?? String(catalog?.versionInForce?.number);
  const shown = versions.find(({ number }) => String(number) === wanted);
  if (error) return <ErrorNote error={error} onRetry={reload} />;
  if (!data) return <p class="muted">{say(T.loading)}</p>;
  if (!catalog) return <Note tone="bad">{say(T.unknown)}</Note>;
  return (
    <>
      <PageHead
        title={say(catalog.title)}
        lead={[say(catalog.jurisdiction.name), catalog.issuer, catalog.documentNumber]
          .filter(Boolean)
          .join(' · ')}
      >
        <a class="btn" href={`feeds/${id}.atom`}>
          {say(T.feed)}
        </a>
      </PageHead>
      <div class="stack">
        {catalog.repealedFrom && <Note>{say(T.repealed, { day: catalog.repealedFrom })}</Note>}
        <div class="card row">
          <DaySlider
            days={versions.flatMap(daysOfChange)}
            on={on}
            onChange={(day) => replaceQuery({ on: day === today() ? null : day, version: null, entry: null })}
          />
        </div>
        <Versions id={id} versions={versions} shown={shown} />
        {shown ? (
          <OfVersion key={shown.id} version={shown} query={query} />
        ) : (
          !loading && <Note>{say(versions.length === 0 ? T.noVersion : T.noneInForce, { on })}</Note>
        )}
      </div>
    </>
  );
}

/** The first day on which a version counts, and those on which it does no more. */
const daysOfChange = (version: VersionLineFragment): readonly string[] => [
  version.effectiveFrom,
  ...(version.effectiveTo ? [nextDay(version.effectiveTo)] : []),
  withdrawnFrom(version) ?? version.effectiveFrom,
];

interface VersionsProps {
  readonly id: string;
  readonly versions: readonly VersionLineFragment[];
  readonly shown: VersionLineFragment | undefined;
}

function Versions({ id, versions, shown }: VersionsProps) {
  return (
    <Table
      label={say(T.versions)}
      rows={versions}
      keyOf={(version) => version.id}
      open={shown?.id ?? null}
      onOpen={({ number }) => replaceQuery({ version: String(number), entry: null })}
      columns={[
        { key: 'number', title: say(T.versions), cell: ({ number }) => say(T.version, { number }) },
        { key: 'status', title: say(T.status), cell: ({ status }) => <Tag of={VERSION_STATUSES[status]} /> },
        {
          key: 'days',
          title: say(T.days),
          class: 'num',
          cell: (version) =>
            `${version.effectiveFrom} — ${version.effectiveTo ?? ''}${withdrawnWords(version)}`,
        },
        { key: 'entries', title: say(T.entries), class: 'num', cell: ({ entryCount }) => entryCount },
        {
          key: 'published',
          title: say(T.published),
          class: 'num',
          cell: ({ publishedAt }) => dayInShanghai(publishedAt),
        },
        {
          key: 'more',
          title: say(T.more),
          cell: ({ number }) => (
            <span class="row">
              <a href={href(['catalogs', id, 'notes'], { version: String(number) })}>
                {say(T.notes)}
                <span class="unseen">{say(T.version, { number })}</span>
              </a>
              {number > 1 && (
                <a href={href(['catalogs', id, 'compare'], { from: String(number - 1), to: String(number) })}>
                  {say(T.compare)}
                  <span class="unseen">{say(T.version, { number })}</span>
                </a>
              )}
            </span>
          ),
        },
      ]}
    />
  );
}

function withdrawnWords(version: VersionLineFragment): string {
  const day = withdrawnFrom(version);
  return day === null ? '' : say(T.withdrawn, { day });
}

function OfVersion({
  version,
  query,
}: {
  readonly version: VersionLineFragment;
  readonly query: EntryFilters;
}) {
  const pages = usePages(
    EntriesOfVersion,
    { version: version.id, filter: filterOf(query) },
    ({ catalogVersion }) => catalogVersion?.entries ?? null,
  );
  return (
    <section class="stack-tight">
      <h2>
        {say(T.version, { number: version.number })}{' '}
        <span class="muted num" title={say(T.hash)}>
          {version.contentHash.slice(0, 12)}
        </span>
      </h2>
      <EntriesTable pages={pages} query={query} />
    </section>
  );
}

const T = {
  loading: text('正在加载…', 'Loading…'),
  unknown: text('没有这部目录。', 'There is no such catalog.'),
  feed: text('订阅新版本（Atom）', 'Feed of new versions (Atom)'),
  repealed: text('该目录自 {day} 起废止。', 'The catalog is repealed from {day} on.'),
  noVersion: text('该目录还没有发布过版本。', 'No version of the catalog has been published.'),
  noneInForce: text(
    '{on} 没有现行有效的版本。可在上表中打开任一版本。',
    'No version is in force on {on}. Open any version in the table above.',
  ),
  withdrawn: text('（自 {day} 起撤回）', ' (withdrawn from {day} on)'),
  versions: text('版本', 'Versions'),
  version: text('第 {number} 版', 'Version {number}'),
  status: text('状态', 'Status'),
  days: text('有效期', 'In force'),
  entries: text('条目', 'Entries'),
  published: text('发布', 'Published'),
  more: text('了解', 'More'),
  notes: text('修订说明', 'Release notes'),
  compare: text('与上一版比较', 'Compare with the one before'),
  hash: text('内容哈希', 'Content hash'),
};
