import { HistoryOfRegister, VerifyRegister } from '../generated/queries.ts';
import { Note } from '../parts/note.tsx';
import { ask } from '../shell/ask.ts';
import { say, text } from '../shell/locale.ts';
import type { Query } from '../shell/router.ts';
import { usePages } from '../shell/use-pages.ts';
import { HistoryView, stepFilter } from './history-view.tsx';

/** Who did what in the register, when and why. */
export function RegisterHistory({ query }: { readonly query: Query }) {
  const { place } = query;
  const filter = { ...stepFilter(query), ...(place && { jurisdiction: place }) };
  const pages = usePages(HistoryOfRegister, { filter }, ({ registerHistory }) =>
    registerHistory ? { ...registerHistory, totalCount: 0 } : null,
  );
  if (pages.first && !pages.first.registerHistory) return <Note tone="bad">{say(T.hidden)}</Note>;
  return (
    <HistoryView
      pages={pages}
      seal={pages.first?.registerSeal ?? null}
      query={query}
      verify={async (heads) => (await ask(VerifyRegister, { heads })).verifyRegister}
    >
      <label class="row">
        {say(T.place)}
        <input class="field" name="place" size={14} defaultValue={place ?? ''} placeholder="zone_140881" />
      </label>
    </HistoryView>
  );
}

const T = {
  hidden: text('您无权查看名录的修订记录。', 'You may not see the history of the register.'),
  place: text('管辖区域编号', 'Jurisdiction'),
};
