import { useState } from 'preact/hooks';
import {
  ConfirmProposal,
  type ProposalCardFragment,
  type ProposalKind,
  type ProposalStanding,
  type Role,
  WithdrawProposal,
} from '../generated/queries.ts';
import { ActDialog } from '../parts/act-dialog.tsx';
import { ROLE_LABELS } from '../parts/labels.ts';
import { Note } from '../parts/note.tsx';
import { Tag } from '../parts/tag.tsx';
import { useWho } from '../parts/use-who.ts';
import { ask } from '../shell/ask.ts';
import { list, say, type Text, text } from '../shell/locale.ts';
import { inShanghai } from '../shell/today.ts';
import { countdown } from './days.ts';

interface ProposalCardProps {
  readonly proposal: ProposalCardFragment;
  readonly onDone: () => void;
}

/** Something that one person has proposed: what it would change in words, and who may confirm it. */
export function ProposalCard({ proposal, onDone }: ProposalCardProps) {
  const { kind, catalog, jurisdiction, standing, effectiveFrom, lastDay, by, at, reason } = proposal;
  const [open, setOpen] = useState<'CONFIRM' | 'WITHDRAW' | null>(null);
  const who = useWho(catalog?.jurisdiction.id ?? jurisdiction!.id);
  const mayConfirm = who.roles.includes(CONFIRMS[kind]);
  const barred = who.subject !== null && proposal.barredFromConfirming.includes(who.subject);
  const mayWithdraw = PROPOSES[kind].some((role) => who.roles.includes(role));
  const close = () => setOpen(null);
  const done = () => {
    close();
    onDone();
  };
  return (
    <section class="card stack-tight">
      <h2 class="row">
        <Tag of={{ tone: 'review', text: KINDS[kind] }} />
        <span class="grow">{say((catalog?.title ?? jurisdiction?.name)!)}</span>
        <Tag of={STANDINGS[standing]} />
      </h2>
      <p class="pre">{proposal.text}</p>
      <dl class="pairs">
        <dt>{say(T.effective)}</dt>
        <dd>
          <span class="num">{effectiveFrom}</span> <span class="muted">{countdown(effectiveFrom)}</span>
        </dd>
        {lastDay && (
          <>
            <dt>{say(T.lastDay)}</dt>
            <dd>
              <span class="num">{lastDay}</span> <span class="muted">{countdown(lastDay)}</span>
            </dd>
          </>
        )}
        <dt>{say(T.proposedBy)}</dt>
        <dd>
          {by} <span class="num muted">{inShanghai(at)}</span>
        </dd>
        <dt>{say(T.reason)}</dt>
        <dd>
          {reason}
          {proposal.retroactiveReason && say(T.past, { reason: proposal.retroactiveReason })}
        </dd>
        <dt>{say(T.confirmedBy)}</dt>
        <dd>
          {say(T.other, {
            who: say(ROLE_LABELS[CONFIRMS[kind]]),
            barred: list(proposal.barredFromConfirming),
          })}
        </dd>
      </dl>
      {mayConfirm && barred && <Note>{say(T.barred)}</Note>}
      <div class="actions">
        {mayConfirm && !barred && standing === 'OPEN' && (
          <button type="button" class="btn main" onClick={() => setOpen('CONFIRM')}>
            {say(T.confirm)}
          </button>
        )}
        {mayWithdraw && (
          <button type="button" class="btn" onClick={() => setOpen('WITHDRAW')}>
            {say(T.withdraw)}
          </button>
        )}
      </div>
      {open === 'CONFIRM' && (
        <ActDialog
          title={say(T.confirm)}
          lead={<span class="pre">{proposal.text}</span>}
          act={say(T.confirm)}
          onClose={close}
          onDone={done}
          run={async (why) =>
            (await ask(ConfirmProposal, { input: { proposal: proposal.id, reason: why } })).confirmProposal
              .userErrors
          }
        />
      )}
      {open === 'WITHDRAW' && (
        <ActDialog
          title={say(T.withdraw)}
          act={say(T.withdraw)}
          onClose={close}
          onDone={done}
          run={async (why) =>
            (await ask(WithdrawProposal, { input: { proposal: proposal.id, reason: why } })).withdrawProposal
              .userErrors
          }
        />
      )}
    </section>
  );
}

/** Who confirms, and who may propose and take back, by what it is about. */
const CONFIRMS: Readonly<Record<ProposalKind, Role>> = {
  WITHDRAWAL: 'PUBLISHER',
  REPEAL: 'PUBLISHER',
  REPEAL_REVERSAL: 'PUBLISHER',
  REGISTER_CHANGE: 'ADMIN',
};
const PROPOSES: Readonly<Record<ProposalKind, readonly Role[]>> = {
  WITHDRAWAL: ['EDITOR', 'PUBLISHER'],
  REPEAL: ['EDITOR', 'PUBLISHER'],
  REPEAL_REVERSAL: ['EDITOR', 'PUBLISHER'],
  REGISTER_CHANGE: ['ADMIN'],
};

const KINDS: Readonly<Record<ProposalKind, Text>> = {
  WITHDRAWAL: text('撤回版本', 'Withdraw a version'),
  REPEAL: text('废止目录', 'Repeal a catalog'),
  REPEAL_REVERSAL: text('撤销废止', 'Reverse a repeal'),
  REGISTER_CHANGE: text('变更名录', 'Change the register'),
};
const STANDINGS: Readonly<Record<ProposalStanding, { readonly tone: string; readonly text: Text }>> = {
  OPEN: { tone: 'ask', text: text('待确认', 'Open') },
  STALE: { tone: 'refuse', text: text('情况已变化', 'Stale') },
  EXPIRED: { tone: 'plain', text: text('已逾期', 'Expired') },
};

const T = {
  effective: text('生效日期', 'From'),
  lastDay: text('确认期限', 'To be confirmed by'),
  proposedBy: text('提请人', 'Proposed by'),
  reason: text('提请事由', 'Reason'),
  past: text('；溯及既往的理由：{reason}', '; it reaches back because: {reason}'),
  confirmedBy: text('可由谁确认', 'Who may confirm'),
  other: text('另一位{who}（{barred} 除外）', 'one of the {who}, but not {barred}'),
  barred: text(
    '须由另一人确认：您提请了此事，或编制、提交过相关条文。',
    'Another person has to confirm it: you proposed it, or wrote text that it brings into force.',
  ),
  confirm: text('确认', 'Confirm'),
  withdraw: text('撤销提请', 'Take it back'),
};
