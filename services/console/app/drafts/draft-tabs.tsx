import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { DraftTabProps } from '../parts/draft-tab.ts';
import { Note } from '../parts/note.tsx';
import { say, type Text, text } from '../shell/locale.ts';
import { href } from '../shell/router.ts';

interface DraftTab {
  /** Behind `#/drafts/<catalog>/` in the address; the first one has none. */
  readonly name: string;
  readonly title: Text;
  readonly load: () => Promise<ComponentType<DraftTabProps>>;
}

/** What one does with a draft, in the order in which one does it. To add a tab: a component, and its line here. */
const TABS: readonly DraftTab[] = [
  {
    name: '',
    title: text('条目', 'Entries'),
    load: async () => (await import('./entries-tab.tsx')).EntriesTab,
  },
  {
    name: 'definitions',
    title: text('自定内容', 'Definitions'),
    load: async () => (await import('./definitions-tab.tsx')).DefinitionsTab,
  },
  {
    name: 'workbook',
    title: text('导入与导出', 'Import and export'),
    load: async () => (await import('./workbook-tab.tsx')).WorkbookTab,
  },
  {
    name: 'check',
    title: text('检查与提交', 'Check and hand in'),
    load: async () => (await import('../review/check-tab.tsx')).CheckTab,
  },
  {
    name: 'compare',
    title: text('与现行版本比较', 'Against the version in force'),
    load: async () => (await import('../review/compare-tab.tsx')).CompareTab,
  },
  {
    name: 'history',
    title: text('历史', 'History'),
    load: async () => (await import('../history/history-tab.tsx')).HistoryTab,
  },
];

/** The row of tabs, and the one that is open. */
export function DraftTabs({ tab, ...props }: DraftTabProps & { readonly tab: string }) {
  const current = TABS.find(({ name }) => name === tab);
  return (
    <>
      <nav class="tabs" aria-label={say(T.tabs)}>
        {TABS.map(({ name, title }) => (
          <a
            key={name}
            href={href(['drafts', props.catalog.id, ...(name ? [name] : [])])}
            aria-current={name === tab ? 'page' : undefined}
          >
            {say(title)}
          </a>
        ))}
      </nav>
      {current ? <LoadedTab key={tab} tab={current} {...props} /> : <Note tone="bad">{say(T.unknown)}</Note>}
    </>
  );
}

function LoadedTab({ tab, ...props }: DraftTabProps & { readonly tab: DraftTab }) {
  const [Component, setComponent] = useState<ComponentType<DraftTabProps> | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    tab.load().then(
      (loaded) => setComponent(() => loaded),
      () => setFailed(true),
    );
  }, [tab]);
  if (failed) return <Note tone="bad">{say(T.notFetched)}</Note>;
  return Component ? <Component {...props} /> : <p class="muted">{say(T.loading)}</p>;
}

const T = {
  tabs: text('草案', 'Draft'),
  unknown: text('草案没有这一页。', 'A draft has no such page.'),
  loading: text('正在加载…', 'Loading…'),
  notFetched: text(
    '页面没有加载成功，请检查网络后刷新。',
    'The page could not be fetched. Check the network and reload.',
  ),
};
