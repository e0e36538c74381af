import { useState } from 'preact/hooks';
import { PublishDraft } from '../generated/queries.ts';
import { ActDialog } from '../parts/act-dialog.tsx';
import { Field } from '../parts/field.tsx';
import { ask } from '../shell/ask.ts';
import { say, text } from '../shell/locale.ts';
import { today } from '../shell/today.ts';
import { countdown } from './days.ts';
import { acceptedBy, type DraftCheck, warningsOf } from './rule-results.tsx';

export interface PublishedVersion {
  readonly number: number;
  readonly effectiveFrom: string;
}

interface PublishDialogProps {
  readonly catalog: string;
  /** Of the content that is approved, for the days that are shown. */
  readonly check: DraftCheck;
  readonly reasons: ReadonlyMap<string, string>;
  readonly period: { readonly from: string; readonly to: string | null };
  readonly onClose: () => void;
  readonly onPublished: (version: PublishedVersion) => void;
}

/** The last look before a publication: which content, from when, in how many days, and what was accepted. */
export function PublishDialog({ catalog, check, reasons, period, onClose, onPublished }: PublishDialogProps) {
  const [past, setPast] = useState('');
  const { from, to } = period;
  const accepted = warningsOf(check).map((key) => acceptedBy(key, reasons.get(key) ?? ''));
  let version: PublishedVersion | null = null;
  return (
    <ActDialog
      title={say(T.title)}
      act={say(T.act)}
      onClose={onClose}
      onDone={() => onPublished(version!)}
      run={async (reason) => {
        const input = {
          catalog,
          contentHash: check.contentHash,
          effectiveFrom: from,
          effectiveTo: to,
          acknowledge: accepted,
          retroactiveReason: past.trim() || null,
          reason,
        };
        const answer = (await ask(PublishDraft, { input })).publishDraft;
        version = answer.version;
        return answer.userErrors;
      }}
    >
      <p class="countdown">
        <b>{from}</b> {say(T.effective)} <b class="tag review">{countdown(from)}</b>
      </p>
      <dl class="pairs">
        <dt>{say(T.until)}</dt>
        <dd>{to ?? say(T.open)}</dd>
        <dt>{say(T.hash)}</dt>
        <dd class="num wrap">{check.contentHash.slice(0, 16)}</dd>
        <dt>{say(T.accepted)}</dt>
        <dd>
          {accepted.length === 0
            ? say(T.none)
            : accepted.map(({ rule, entry, reason }) => (
                <p key={`${rule} ${entry}`}>
                  <span class="num">
                    {rule} {entry}
                  </span>{' '}
                  {reason}
                </p>
              ))}
        </dd>
      </dl>
      {from < today() && (
        <Field label={say(T.past)} hint={say(T.pastHint)}>
          {(of) => <input {...of} value={past} onInput={(event) => setPast(event.currentTarget.value)} />}
        </Field>
      )}
    </ActDialog>
  );
}

const T = {
  title: text('发布草案', 'Publish the draft'),
  act: text('发布', 'Publish'),
  effective: text('生效', 'is the first day it is in force:'),
  until: text('失效日期', 'Until'),
  open: text('长期有效', 'no end'),
  hash: text('内容哈希', 'Content hash'),
  accepted: text('已确认的提示', 'Accepted warnings'),
  none: text('无', 'none'),
  past: text('溯及既往的理由', 'Why it reaches back'),
  pastHint: text('生效日期早于今日，须写明理由。', 'It is in force before today: say why.'),
};
