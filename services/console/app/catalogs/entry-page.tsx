import { EntryPageOf, type EntryStepKind } from '../generated/queries.ts';
import { ErrorNote, Note } from '../parts/note.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { say, type Text, text } from '../shell/locale.ts';
import { href } from '../shell/router.ts';
import { dayInShanghai } from '../shell/today.ts';
import { useQuery } from '../shell/use-query.ts';
import { EntryText } from './entry-text.tsx';

interface EntryPageProps {
  readonly catalog: string;
  readonly code: string;
  readonly query: Readonly<Record<string, string>>;
}

/** One entry: what it says in a version, the law it rests on, and how it came to say so. */
export function EntryPage({ catalog, code, query }: EntryPageProps) {
  const number = query.version ?? '1';
  const { data, error, reload } = useQuery(EntryPageOf, {
    catalog,
    version: `${catalog}@${number}`,
    codes: [code],
    code,
  });
  if (error) return <ErrorNote error={error} onRetry={reload} />;
  if (!data) return <p class="muted">{say(T.loading)}</p>;
  const entry = data.catalogVersion?.entries.edges[0]?.node;
  const steps = data.catalog?.entryHistory.edges.map(({ node }) => node) ?? [];
  return (
    <>
      <PageHead
        title={say(T.title, { code, number })}
        lead={
          data.catalog && (
            <a href={href(['catalogs', catalog], { version: number })}>{say(data.catalog.title)}</a>
          )
        }
      />
      <div class="cols">
        <section class="card">
          <h2>{say(T.wording)}</h2>
          {entry ? <EntryText entry={entry} /> : <Note>{say(T.notThere, { number })}</Note>}
        </section>
        <section class="card">
          <h2>{say(T.history)}</h2>
          {steps.length === 0 && <p class="muted">{say(T.noHistory)}</p>}
          <ol class="plain stack">
            {steps.map((step) => (
              <li key={`${step.at}${step.kind}`} class="stack-tight">
                <p class="row">
                  <b class="num">{step.effectiveFrom ?? dayInShanghai(step.at)}</b>
                  <span>{say(KINDS[step.kind])}</span>
                  {step.version && (
                    <a
                      href={href(['catalogs', catalog, 'entry', code], {
                        version: String(step.version.number),
                      })}
                      aria-current={String(step.version.number) === number ? 'page' : undefined}
                    >
                      {say(T.version, { number: step.version.number })}
                    </a>
                  )}
                </p>
                <p class="why pre">{step.text}</p>
              </li>
            ))}
          </ol>
        </section>
      </div>
    </>
  );
}

const KINDS: Readonly<Record<EntryStepKind, Text>> = {
  PUBLISHED: text('发布', 'Published'),
  WITHDRAWN: text('撤回或废止', 'Withdrawn'),
  REINSTATED: text('撤销废止', 'Repeal reversed'),
  OPENED: text('新建草案', 'Draft opened'),
  DRAFTED: text('草案修改', 'Edited in the draft'),
  DISCARDED: text('草案放弃', 'Draft discarded'),
};

const T = {
  loading: text('正在加载…', 'Loading…'),
  title: text('条目 {code} · 第 {number} 版', 'Entry {code} · version {number}'),
  version: text('第 {number} 版', 'version {number}'),
  notThere: text('第 {number} 版没有这一条。', 'Version {number} does not have this entry.'),
  wording: text('条文', 'Wording'),
  history: text('条目沿革', 'History'),
  noHistory: text('没有沿革。', 'There is no history.'),
};
