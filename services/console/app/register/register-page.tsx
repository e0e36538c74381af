import { useState } from 'preact/hooks';
import { Note } from '../parts/note.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { say, text } from '../shell/locale.ts';
import { href, type PageProps, replaceQuery } from '../shell/router.ts';
import { today } from '../shell/today.ts';
import { JurisdictionCard } from './jurisdiction-card.tsx';
import { JurisdictionTree } from './jurisdiction-tree.tsx';

/** The register: regions and zones as a tree, and one of them with all that is registered of it, day by day. */
export function RegisterPage({ query }: PageProps) {
  const on = query.on || today();
  const [words, setWords] = useState('');
  const [gone, setGone] = useState(false);
  const [turn, setTurn] = useState(0);
  return (
    <>
      <PageHead title={say(T.title)} lead={say(T.lead)}>
        <a class="btn quiet" href={href(['history', 'register'])}>
          {say(T.history)}
        </a>
      </PageHead>
      <div class="register">
        <section class="card stack-tight" aria-label={say(T.tree)}>
          <input
            class="field search"
            type="search"
            aria-label={say(T.search)}
            placeholder={say(T.search)}
            value={words}
            onInput={(event) => setWords(event.currentTarget.value)}
          />
          <label class="row">
            {say(T.on)}
            <input
              class="field"
              type="date"
              value={on}
              onChange={(event) =>
                replaceQuery({ on: event.currentTarget.value === today() ? null : event.currentTarget.value })
              }
            />
          </label>
          <label class="row">
            <input
              type="checkbox"
              checked={gone}
              onChange={(event) => setGone(event.currentTarget.checked)}
            />
            {say(T.gone)}
          </label>
          <JurisdictionTree
            key={turn}
            typed={words.trim()}
            on={on}
            gone={gone}
            chosen={query.of ?? null}
            onChoose={({ id }) => replaceQuery({ of: id })}
          />
        </section>
        {query.of ? (
          <JurisdictionCard key={query.of} id={query.of} onChanged={() => setTurn(turn + 1)} />
        ) : (
          <Note>{say(T.choose)}</Note>
        )}
      </div>
    </>
  );
}

const T = {
  title: text('园区名录', 'Register'),
  lead: text(
    '行政区域和园区的登记：每一项从哪天起怎样，都有日期和事由。',
    'Regions and zones as they are registered: what holds from which day on, and why.',
  ),
  history: text('名录修订记录', 'History of the register'),
  tree: text('管辖区域', 'Jurisdictions'),
  on: text('截至', 'As of'),
  search: text('园区名称、拼音或代码', 'Name or code of a zone'),
  gone: text('显示已撤销的', 'Show closed ones'),
  choose: text('在左边选择一个区域或园区。', 'Choose a region or zone at the left.'),
};
