import { useState } from 'preact/hooks';
import type { EntriesPageFragment, EntryFilter, Measure } from '../generated/queries.ts';
import { Drawer } from '../parts/drawer.tsx';
import { MEASURES } from '../parts/labels.ts';
import { ErrorNote } from '../parts/note.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { Tag } from '../parts/tag.tsx';
import { say, text } from '../shell/locale.ts';
import { href, replaceQuery } from '../shell/router.ts';
import type { Pages } from '../shell/use-pages.ts';
import { EntryText } from './entry-text.tsx';

/** What the address says of which entries are shown, and which one is open. */
export interface EntryFilters {
  readonly [name: string]: string;
}

export function filterOf({ measure, industry, text: words }: EntryFilters): EntryFilter {
  return {
    ...(measure ? { measure: measure as Measure } : {}),
    ...(industry ? { industry } : {}),
    ...(words ? { text: words } : {}),
  };
}

type Edge = EntriesPageFragment['edges'][number];

interface EntriesTableProps {
  readonly pages: Pages<Edge>;
  readonly query: EntryFilters;
  /** Whether they are of several catalogs. */
  readonly withCatalog?: boolean;
}

/** Entries with their filters, and one of them in a drawer. */
export function EntriesTable({ pages, query, withCatalog = false }: EntriesTableProps) {
  const { edges, total, error, more, reload, loading } = pages;
  const open = edges.find((edge) => keyOf(edge) === query.entry);
  const columns: readonly Column<Edge>[] = [
    {
      key: 'measure',
      title: say(T.measure),
      class: 'narrow',
      cell: ({ node }) => <Tag of={MEASURES[node.measure]} />,
    },
    { key: 'code', title: say(T.code), class: 'num', cell: ({ node }) => node.code },
    {
      key: 'text',
      title: say(T.text),
      class: 'wide',
      cell: ({ node }) => <span class="clamp">{say(node.text)}</span>,
    },
    ...(withCatalog
      ? [
          {
            key: 'catalog',
            title: say(T.catalog),
            cell: ({ node }: Edge) => <span class="clamp muted">{say(node.catalog.title)}</span>,
          },
        ]
      : []),
    {
      key: 'industries',
      title: say(T.industries),
      cell: ({ node: { industries } }) => (
        <span class="clamp num">
          {industries.include.length === 0 ? say(T.every) : industries.include.join(' ')}
        </span>
      ),
    },
    {
      key: 'lead',
      title: say(T.lead),
      cell: ({ node }) => <span class="clamp">{node.responsibility?.lead}</span>,
    },
  ];
  return (
    <div class={open ? 'beside' : ''}>
      <div aria-busy={loading}>
        <Filters query={query} total={total} />
        {error && <ErrorNote error={error} onRetry={reload} />}
        <Table
          label={say(T.entries)}
          columns={open ? columns.filter(({ key }) => NARROW.includes(key)) : columns}
          rows={edges}
          keyOf={keyOf}
          total={total ?? edges.length}
          onOpen={(edge) => replaceQuery({ entry: keyOf(edge) })}
          open={query.entry ?? null}
          onEnd={more}
          empty={loading ? say(T.loading) : say(T.none)}
        />
        {!loading && total !== null && edges.length < total && (
          <button type="button" class="btn quiet" onClick={more}>
            {say(T.more, { left: total - edges.length })}
          </button>
        )}
      </div>
      {open && (
        <Drawer key={keyOf(open)} title={`${open.node.code}`} onClose={() => replaceQuery({ entry: null })}>
          <EntryText entry={open.node} />
          <p>
            <a
              class="btn"
              href={href(
                ['catalogs', open.node.catalog.id, 'entry', open.node.code],
                open.version ? { version: String(open.version.number) } : {},
              )}
            >
              {say(T.page)}
            </a>
          </p>
        </Drawer>
      )}
    </div>
  );
}

const keyOf = ({ node }: Edge): string => `${node.catalog.id} ${node.code}`;

/** What is left of the table beside the drawer. */
const NARROW: readonly string[] = ['measure', 'code', 'text'];

function Filters({ query, total }: { readonly query: EntryFilters; readonly total: number | null }) {
  const [words, setWords] = useState(query.text ?? '');
  const [industry, setIndustry] = useState(query.industry ?? '');
  return (
    <form
      class="filters"
      onSubmit={(event) => {
        event.preventDefault();
        replaceQuery({ text: words.trim(), industry: industry.trim(), entry: null });
      }}
    >
      <input
        class="field"
        type="search"
        size={24}
        aria-label={say(T.search)}
        placeholder={say(T.search)}
        value={words}
        onInput={(event) => setWords(event.currentTarget.value)}
      />
      <input
        class="field"
        size={12}
        aria-label={say(T.industry)}
        placeholder={say(T.industry)}
        value={industry}
        onInput={(event) => setIndustry(event.currentTarget.value)}
      />
      <select
        class="field"
        aria-label={say(T.measure)}
        value={query.measure ?? ''}
        onChange={(event) => replaceQuery({ measure: event.currentTarget.value, entry: null })}
      >
        <option value="">{say(T.everyMeasure)}</option>
        {(Object.keys(MEASURES) as Measure[]).map((measure) => (
          <option key={measure} value={measure}>
            {say(MEASURES[measure].text)}
          </option>
        ))}
      </select>
      <button type="submit" class="btn">
        {say(T.find)}
      </button>
      <span class="muted" role="status">
        {total !== null && say(T.total, { total })}
      </span>
    </form>
  );
}

const T = {
  entries: text('条目', 'Entries'),
  measure: text('措施', 'Measure'),
  everyMeasure: text('全部措施', 'Any measure'),
  code: text('编号', 'Code'),
  text: text('条目内容', 'Wording'),
  catalog: text('目录', 'Catalog'),
  industries: text('行业', 'Industries'),
  every: text('全部', 'all'),
  lead: text('牵头部门', 'Lead'),
  search: text('编号或内容', 'Code or wording'),
  industry: text('行业代码', 'Industry code'),
  find: text('查询', 'Find'),
  total: text('{total} 条', '{total} entries'),
  none: text('没有符合的条目。', 'No such entries.'),
  loading: text('正在加载…', 'Loading…'),
  more: text('再显示（还有 {left} 条）', 'Show more ({left} left)'),
  page: text('条目沿革和全文', 'Page of the entry'),
};
