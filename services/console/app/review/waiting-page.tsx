import { useEffect, useState } from 'preact/hooks';
import { Viewer, Waiting, WaitingInRegister } from '../generated/queries.ts';
import { ROLE_LABELS } from '../parts/labels.ts';
import { ErrorNote, Note } from '../parts/note.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { list, say, text } from '../shell/locale.ts';
import { href } from '../shell/router.ts';
import { usePages } from '../shell/use-pages.ts';
import { useQuery } from '../shell/use-query.ts';
import { ProposalCard } from './proposal-card.tsx';

/** All that waits for a second person: drafts in review, and what was proposed about catalogs and the register. */
export function WaitingPage() {
  const { data, error, reload } = useQuery(Viewer, {});
  // What was settled here is asked for anew.
  const [turn, setTurn] = useState(0);
  const places = [...new Set((data?.viewer?.grants ?? []).map(({ jurisdictionId }) => jurisdictionId))];
  return (
    <>
      <PageHead title={say(T.title)} lead={say(T.lead)} />
      {error && <ErrorNote error={error} onRetry={reload} />}
      <div class="stack" key={turn}>
        {places.map((place) => (
          <Within key={place} place={place} onDone={() => setTurn(turn + 1)} />
        ))}
        <InRegister onDone={() => setTurn(turn + 1)} />
      </div>
    </>
  );
}

function Within({ place, onDone }: { readonly place: string; readonly onDone: () => void }) {
  const pages = usePages(Waiting, { within: place }, ({ catalogs }) => catalogs);
  // All of them are looked through.
  useEffect(pages.more);
  const catalogs = pages.edges.map(({ node }) => node);
  const inReview = catalogs.filter(({ draft }) => draft?.status === 'IN_REVIEW');
  const proposals = catalogs.flatMap((catalog) => catalog.proposals.edges.map(({ node }) => node));
  return (
    <>
      {pages.error && <ErrorNote error={pages.error} onRetry={pages.reload} />}
      {pages.loading && <p class="muted">{say(T.loading)}</p>}
      {!pages.loading && inReview.length + proposals.length === 0 && <Note>{say(T.none)}</Note>}
      {inReview.map(({ id, draft }) => (
        <section key={id} class="card stack-tight">
          <h2 class="row">
            <span class="tag review">{say(T.draft)}</span>
            <span class="grow">{say(draft!.title)}</span>
            <a class="btn" href={href(['drafts', id, 'check'])}>
              {say(T.open)}
            </a>
          </h2>
          <p class="muted">
            {say(T.entries, { count: draft!.entryCount })}
            {say(T.other, { who: say(ROLE_LABELS.PUBLISHER), barred: list(draft!.barredFromPublishing) })}
          </p>
        </section>
      ))}
      {proposals.map((proposal) => (
        <ProposalCard key={proposal.id} proposal={proposal} onDone={onDone} />
      ))}
    </>
  );
}

function InRegister({ onDone }: { readonly onDone: () => void }) {
  const pages = usePages(WaitingInRegister, {}, ({ registerProposals }) => registerProposals);
  return (
    <>
      {pages.error && <ErrorNote error={pages.error} onRetry={pages.reload} />}
      {pages.edges.map(({ node }) => (
        <ProposalCard key={node.id} proposal={node} onDone={onDone} />
      ))}
    </>
  );
}

const T = {
  title: text('待确认', 'To be confirmed'),
  lead: text(
    '须由第二人办理的事项：审核中的草案，和对版本、目录、名录的提请。',
    'What takes a second person: drafts in review, and what was proposed about versions, catalogs and the register.',
  ),
  loading: text('正在加载…', 'Loading…'),
  none: text('目录方面没有待办事项。', 'Nothing about catalogs waits.'),
  draft: text('待发布草案', 'Draft to be published'),
  open: text('审阅', 'Review'),
  entries: text('{count} 条；', '{count} entries; '),
  other: text('由另一位{who}发布（{barred} 除外）', 'one of the {who} publishes it, but not {barred}'),
};
