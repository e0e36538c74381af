import { useEffect, useState } from 'preact/hooks';
import { CheckOfDraft, Timeline } from '../generated/queries.ts';
import type { DraftTabProps } from '../parts/draft-tab.ts';
import { ErrorNote, Note } from '../parts/note.tsx';
import { useSettled } from '../parts/use-settled.ts';
import { useWho } from '../parts/use-who.ts';
import { say, text } from '../shell/locale.ts';
import { href, replaceQuery } from '../shell/router.ts';
import { today } from '../shell/today.ts';
import { useTrouble } from '../shell/troubles.ts';
import { useQuery } from '../shell/use-query.ts';
import { Acts } from './acts.tsx';
import { countdown } from './days.ts';
import { ProposeDialog } from './propose-dialog.tsx';
import { RuleResults } from './rule-results.tsx';
import { type Version, VersionTimeline } from './version-timeline.tsx';

interface Published {
  readonly number: number;
  readonly effectiveFrom: string;
}

/** What publishing the draft would be told, who takes the next step, and what takes effect when. */
export function CheckTab({ catalog, draft, query, reload }: DraftTabProps) {
  const from = query.from || today();
  const to = query.to || null;
  const asked = `${from} ${to ?? ''}`;
  const period = useSettled(asked);
  const [checkedFrom = from, checkedTo = ''] = period.split(' ');
  const check = useQuery(
    CheckOfDraft,
    draft ? { catalog: catalog.id, from: checkedFrom, to: checkedTo || null } : null,
  );
  // From the first letter of another day on: nothing is published by what was checked for the one before.
  const isStale = check.loading || period !== asked;
  const timeline = useQuery(Timeline, { catalog: catalog.id });
  useTrouble(timeline);
  const who = useWho(catalog.jurisdiction.id);
  const [reasons, setReasons] = useState<ReadonlyMap<string, string>>(new Map());
  const [published, setPublished] = useState<Published | null>(null);
  const [ending, setEnding] = useState<Version | null>(null);
  const [proposed, setProposed] = useState(false);
  const mayPropose = who.roles.includes('EDITOR') || who.roles.includes('PUBLISHER');
  const again = () => {
    reload();
    check.reload();
    timeline.reload();
  };
  // The rules are asked again as soon as the draft is another one.
  useEffect(() => {
    if (draft && check.data && check.data.checkDraft?.revision !== draft.revision) check.reload();
  }, [draft?.revision]);

  const about = timeline.data?.catalog;
  const comments = about?.draft?.comments ?? [];
  const versions = about?.versions.edges.map(({ node }) => node) ?? [];
  const result = check.data?.checkDraft;
  const isPublisher = who.roles.includes('PUBLISHER') && !isBarred(draft, who.subject);
  return (
    <div class="cols">
      <div class="stack">
        {published && (
          <Note tone="good">
            {say(T.published, { ...published, left: countdown(published.effectiveFrom) })}{' '}
            <a href={href(['catalogs', catalog.id], { version: String(published.number) })}>{say(T.see)}</a>
          </Note>
        )}
        {proposed && (
          <Note tone="good">
            {say(T.proposed)} <a href={href(['waiting'])}>{say(T.waiting)}</a>
          </Note>
        )}
        {!draft && !published && <Note>{say(T.noDraft)}</Note>}
        {comments.length > 0 && (
          <section class="card">
            <h2>{say(T.comments)}</h2>
            <ul class="lines">
              {comments.map(({ entry, text: said }) => (
                <li key={`${entry} ${said}`}>
                  {entry ? (
                    <a class="num" href={href(['drafts', catalog.id], { entry })}>
                      {entry}
                    </a>
                  ) : (
                    <span class="muted">{say(T.whole)}</span>
                  )}
                  <span class="grow">{said}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
        {draft && (
          <section class="card stack">
            <div class="row">
              <h2 class="grow">{say(T.title)}</h2>
              <label class="row">
                {say(T.from)}
                <input
                  class="field"
                  type="date"
                  value={from}
                  onChange={(event) => replaceQuery({ from: event.currentTarget.value })}
                />
              </label>
              <label class="row">
                {say(T.to)}
                <input
                  class="field"
                  type="date"
                  value={to ?? ''}
                  onChange={(event) => replaceQuery({ to: event.currentTarget.value })}
                />
              </label>
            </div>
            {check.error && <ErrorNote error={check.error} onRetry={check.reload} />}
            {!check.data && !check.error && (
              <p class="muted" aria-busy="true">
                {say(T.checking)}
              </p>
            )}
            {check.data && result && (
              <div aria-busy={isStale}>
                <RuleResults
                  catalog={catalog.id}
                  check={result}
                  rules={check.data.publicationRules}
                  reasons={reasons}
                  onReason={
                    isPublisher && draft.status === 'IN_REVIEW'
                      ? (of, reason) => setReasons((old) => new Map(old).set(of, reason))
                      : null
                  }
                />
              </div>
            )}
          </section>
        )}
      </div>
      <div class="stack">
        {draft && (
          <Acts
            catalog={catalog}
            draft={draft}
            who={who}
            check={isStale ? null : (result ?? null)}
            reasons={reasons}
            period={{ from, to }}
            onDone={again}
            onPublished={(version) => {
              setPublished(version);
              again();
            }}
          />
        )}
        <section class="card">
          <h2>{say(T.timeline)}</h2>
          <VersionTimeline
            catalog={catalog.id}
            versions={versions}
            repealedFrom={about?.repealedFrom ?? null}
            planned={draft ? { from, to } : null}
            acts={(version) =>
              mayPropose && !about?.repealedFrom && COUNTS.includes(version.status) ? (
                <button type="button" class="btn quiet" onClick={() => setEnding(version)}>
                  {say(T.end)}
                  <span class="unseen">{say(T.version, { number: version.number })}</span>
                </button>
              ) : null
            }
          />
        </section>
        {ending && (
          <ProposeDialog
            catalog={catalog.id}
            version={ending}
            onClose={() => setEnding(null)}
            onProposed={() => {
              setEnding(null);
              setProposed(true);
              again();
            }}
          />
        )}
      </div>
    </div>
  );
}

/** What can still be ended. */
const COUNTS: readonly Version['status'][] = ['SCHEDULED', 'IN_FORCE'];

const isBarred = (draft: DraftTabProps['draft'], subject: string | null): boolean =>
  subject !== null && (draft?.barredFromPublishing.includes(subject) ?? false);

const T = {
  published: text(
    '第 {number} 版已发布，{effectiveFrom} 生效（{left}）。',
    'Version {number} is published and takes effect on {effectiveFrom} ({left}).',
  ),
  see: text('查看该版本', 'See it'),
  noDraft: text('该目录没有正在编制的草案。', 'No draft of this catalog is open.'),
  comments: text('退回意见', 'What it was sent back for'),
  whole: text('整体', 'The whole'),
  title: text('检查结果', 'Publication rules'),
  from: text('拟生效日期', 'To be in force from'),
  to: text('失效日期', 'until'),
  checking: text('正在逐条检查…', 'Checking…'),
  version: text('第 {number} 版', 'version {number}'),
  end: text('撤回或废止…', 'Withdraw or repeal…'),
  proposed: text(
    '已提请，由另一位发布人员确认后生效。',
    'It is proposed, and counts once another publisher has confirmed it.',
  ),
  waiting: text('待确认事项', 'What is to be confirmed'),
  timeline: text('各版本生效时间', 'What takes effect when'),
};
