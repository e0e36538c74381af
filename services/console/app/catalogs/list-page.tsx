import { EntriesInZone, ListCatalogs } from '../generated/queries.ts';
import { byLevel, catalogColumns } from '../parts/catalog-columns.tsx';
import { ErrorNote } from '../parts/note.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Table } from '../parts/table.tsx';
import { Tag } from '../parts/tag.tsx';
import { ZoneSelect } from '../parts/zone-select.tsx';
import { say, text } from '../shell/locale.ts';
import { go, type PageProps, replaceQuery } from '../shell/router.ts';
import { today } from '../shell/today.ts';
import { usePages } from '../shell/use-pages.ts';
import { useQuery } from '../shell/use-query.ts';
import { DaySlider } from './day-slider.tsx';
import { EntriesTable, type EntryFilters, filterOf } from './entries-table.tsx';

/** All catalogs, or those that apply in a zone with every entry in force there, as of any day. */
export function ListPage({ query }: Pick<PageProps, 'query'>) {
  const zone = query.zone || null;
  const on = query.on || today();
  const { data, error, reload } = useQuery(ListCatalogs, { appliesTo: zone, on });
  const catalogs = (data?.catalogs.edges.map(({ node }) => node) ?? []).sort(byLevel);
  const days = catalogs.flatMap(({ versions }) => versions.edges.map(({ node }) => node.effectiveFrom));
  return (
    <>
      <PageHead title={say(T.title)} lead={say(T.lead)} />
      <div class="stack">
        <div class="card row">
          <label class="row">
            {say(T.zone)}
            <ZoneSelect
              value={zone ?? ''}
              onChange={(chosen) => replaceQuery({ zone: chosen || null, entry: null })}
            >
              <option value="">{say(T.everywhere)}</option>
            </ZoneSelect>
          </label>
          <DaySlider
            days={days}
            on={on}
            onChange={(day) => replaceQuery({ on: day === today() ? null : day })}
          />
        </div>
        {error && <ErrorNote error={error} onRetry={reload} />}
        <Table
          label={say(T.title)}
          rows={catalogs}
          keyOf={({ id }) => id}
          onOpen={({ id }) => go(['catalogs', id])}
          empty={data ? say(T.none) : say(T.loading)}
          columns={[
            ...catalogColumns<(typeof catalogs)[number]>(({ id }) => ['catalogs', id]),
            {
              key: 'version',
              title: say(T.inForce),
              class: 'nowrap',
              cell: ({ versionInForce }) =>
                versionInForce ? (
                  say(T.version, { number: versionInForce.number })
                ) : (
                  <Tag of={{ tone: 'plain', text: T.notInForce }} />
                ),
            },
            {
              key: 'from',
              title: say(T.from),
              class: 'num',
              cell: ({ versionInForce }) => versionInForce?.effectiveFrom,
            },
            {
              key: 'entries',
              title: say(T.entries),
              class: 'num',
              cell: ({ versionInForce }) => versionInForce?.entryCount,
            },
          ]}
        />
        {zone !== null && <OfZone zone={zone} on={on} query={query} />}
      </div>
    </>
  );
}

function OfZone({
  zone,
  on,
  query,
}: {
  readonly zone: string;
  readonly on: string;
  readonly query: EntryFilters;
}) {
  const pages = usePages(
    EntriesInZone,
    { zone, on, filter: filterOf(query) },
    ({ zone: one }) => one?.entries ?? null,
  );
  return (
    <section class="stack-tight" aria-label={say(T.ofZone)}>
      <h2>{say(T.ofZone)}</h2>
      <EntriesTable pages={pages} query={query} withCatalog />
    </section>
  );
}

const T = {
  title: text('目录', 'Catalogs'),
  lead: text(
    '选一个园区，看任意一天在那里适用的目录和条目。',
    'Choose a zone to see what applies there on any day.',
  ),
  zone: text('园区', 'Zone'),
  everywhere: text('不限', 'All'),
  inForce: text('当日版本', 'Version'),
  version: text('第 {number} 版', 'Version {number}'),
  notInForce: text('当日无效', 'Not in force'),
  from: text('生效日期', 'From'),
  entries: text('条目', 'Entries'),
  none: text('没有目录。', 'There are no catalogs.'),
  loading: text('正在加载…', 'Loading…'),
  ofZone: text('该园区适用的条目', 'Entries that apply in the zone'),
};
