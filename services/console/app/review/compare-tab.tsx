import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Comparison } from '../catalogs/comparison.tsx';
import { Timeline } from '../generated/queries.ts';
import type { DraftTabProps } from '../parts/draft-tab.ts';
import { ErrorNote, Note } from '../parts/note.tsx';
import { useWho } from '../parts/use-who.ts';
import { say, text } from '../shell/locale.ts';
import { href } from '../shell/router.ts';
import { useQuery } from '../shell/use-query.ts';
import { noteComment, usePendingComments } from './pending-comments.ts';

/** What the draft changes in the version in force, in words; whoever reviews it notes comments at the entries. */
export function CompareTab({ catalog, draft }: DraftTabProps) {
  const { data, error, reload } = useQuery(Timeline, { catalog: catalog.id });
  const who = useWho(catalog.jurisdiction.id);
  const noted = usePendingComments(catalog.id);
  if (!draft) return <Note>{say(T.noDraft)}</Note>;
  if (error) return <ErrorNote error={error} onRetry={reload} />;
  if (!data) return <p class="muted">{say(T.loading)}</p>;
  const versions = data.catalog?.versions.edges.map(({ node }) => node) ?? [];
  const against = versions.find(({ status }) => status === 'IN_FORCE') ?? versions[0];
  if (!against) return <Note>{say(T.first, { count: draft.entryCount })}</Note>;
  const reviews = draft.status === 'IN_REVIEW' && who.roles.includes('PUBLISHER');
  return (
    <div class="stack">
      <p class="row">
        <span class="grow">{say(T.against, { number: against.number, from: against.effectiveFrom })}</span>
        {reviews && (
          <a class="btn" href={href(['drafts', catalog.id, 'check'])}>
            {say(T.back, { count: noted.length })}
          </a>
        )}
      </p>
      <Comparison
        key={`${against.id} ${draft.revision}`}
        from={against.id}
        to={`${catalog.id}@draft`}
        {...(reviews && { beside: (code) => <Comment catalog={catalog.id} entry={code} /> })}
      />
    </div>
  );
}

function Comment({ catalog, entry }: { readonly catalog: string; readonly entry: string }) {
  const noted = usePendingComments(catalog).find((one) => one.entry === entry);
  const [open, setOpen] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  // Before anybody types.
  useLayoutEffect(() => {
    if (open) field.current?.focus();
  }, [open]);
  if (!open && !noted)
    return (
      <button type="button" class="btn quiet" onClick={() => setOpen(true)}>
        {say(T.comment)}
        <span class="unseen">{entry}</span>
      </button>
    );
  return (
    <input
      class="field comment"
      aria-label={say(T.commentOn, { entry })}
      placeholder={say(T.comment)}
      value={noted?.text ?? ''}
      ref={field}
      onInput={(event) => noteComment(catalog, { entry, text: event.currentTarget.value })}
    />
  );
}

const T = {
  noDraft: text('该目录没有正在编制的草案。', 'No draft of this catalog is open.'),
  loading: text('正在加载…', 'Loading…'),
  first: text(
    '这是第一版，没有可比较的版本；共 {count} 条。',
    'It is the first version: there is none to compare with. It has {count} entries.',
  ),
  against: text(
    '与第 {number} 版（{from} 起）比较：',
    'Compared with version {number} (in force from {from}):',
  ),
  back: text('返回办理（已写 {count} 条意见）', 'Back to the next step ({count} comments)'),
  comment: text('写意见', 'Comment'),
  commentOn: text('对条目 {entry} 的意见', 'Comment on entry {entry}'),
};
