import { HistoryOfCatalog, type RevisionAction, VerifyCatalog } from '../generated/queries.ts';
import { Note } from '../parts/note.tsx';
import { ask } from '../shell/ask.ts';
import { say, text } from '../shell/locale.ts';
import type { Query } from '../shell/router.ts';
import { usePages } from '../shell/use-pages.ts';
import { ACTIONS } from './actions.ts';
import { HistoryView, stepFilter } from './history-view.tsx';

interface CatalogHistoryProps {
  readonly catalog: string;
  readonly query: Query;
}

/** Who did what in a catalog, when and why. */
export function CatalogHistory({ catalog, query }: CatalogHistoryProps) {
  const { action, entry } = query;
  const filter = {
    ...stepFilter(query),
    ...(action && { actions: [action as RevisionAction] }),
    ...(entry && { entry }),
  };
  const pages = usePages(HistoryOfCatalog, { catalog, filter }, ({ catalog: one }) =>
    one?.history ? { ...one.history, totalCount: 0 } : null,
  );
  const of = pages.first?.catalog;
  if (pages.first && !of?.history) return <Note tone="bad">{say(T.hidden)}</Note>;
  return (
    <HistoryView
      pages={pages}
      seal={of?.seal ?? null}
      query={query}
      verify={async (heads) => (await ask(VerifyCatalog, { catalog, heads })).verifyHistory}
    >
      <label class="row">
        {say(T.action)}
        <select class="field" name="action">
          <option value="">{say(T.any)}</option>
          {Object.entries(ACTIONS).map(([name, words]) => (
            <option key={name} value={name} selected={name === action}>
              {say(words)}
            </option>
          ))}
        </select>
      </label>
      <label class="row">
        {say(T.entry)}
        <input class="field" name="entry" size={8} defaultValue={entry ?? ''} />
      </label>
    </HistoryView>
  );
}

const T = {
  hidden: text(
    '没有这部目录，或您无权查看其修订记录。',
    'There is no such catalog, or you may not see its history.',
  ),
  action: text('操作', 'Done'),
  any: text('不限', 'Any'),
  entry: text('条目编号', 'Entry'),
};
