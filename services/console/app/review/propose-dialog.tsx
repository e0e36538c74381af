import { useState } from 'preact/hooks';
import { ProposeWithdrawal } from '../generated/queries.ts';
import { ActDialog } from '../parts/act-dialog.tsx';
import { DayField, Field } from '../parts/field.tsx';
import { ask } from '../shell/ask.ts';
import { say, text } from '../shell/locale.ts';
import { today } from '../shell/today.ts';
import type { Version } from './version-timeline.tsx';

interface ProposeDialogProps {
  readonly catalog: string;
  readonly version: Version;
  readonly onProposed: () => void;
  readonly onClose: () => void;
}

/** Proposes that a version, or with it the whole catalog, ends: from when, why, and on what it rests. */
export function ProposeDialog({ catalog, version, onProposed, onClose }: ProposeDialogProps) {
  const { number, status, effectiveFrom } = version;
  const [given, setGiven] = useState({
    repeal: false,
    from: status === 'SCHEDULED' ? effectiveFrom : today(),
    basis: '',
    past: '',
  });
  const set = (more: Partial<typeof given>) => setGiven((old) => ({ ...old, ...more }));
  const { repeal, from, basis, past } = given;
  return (
    <ActDialog
      title={say(T.title, { number })}
      lead={say(T.lead)}
      act={say(T.act)}
      onClose={onClose}
      onDone={onProposed}
      run={async (reason) => {
        const input = {
          catalog,
          number,
          repeal,
          effectiveFrom: from,
          retroactiveReason: past.trim() || null,
          reason: say(T.reason, { reason, basis: basis.trim() }),
        };
        return (await ask(ProposeWithdrawal, { input })).proposeWithdrawal.userErrors;
      }}
    >
      <fieldset class="row">
        <legend class="unseen">{say(T.what)}</legend>
        {[false, true].map((whole) => (
          <label key={String(whole)} class="choice">
            <input
              type="radio"
              name="what"
              checked={repeal === whole}
              onChange={() => set({ repeal: whole })}
            />
            <span>
              <b>{say(whole ? T.repeal : T.withdraw, { number })}</b>
              <br />
              <span class="muted">{say(whole ? T.repealMeans : T.withdrawMeans)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <DayField label={say(T.from)} hint={say(T.fromHint)} value={from} onDay={(day) => set({ from: day })} />
      {from < today() && (
        <Field label={say(T.past)} hint={say(T.pastHint)}>
          {(of) => (
            <input
              {...of}
              required
              value={past}
              onInput={(event) => set({ past: event.currentTarget.value })}
            />
          )}
        </Field>
      )}
      <Field label={say(T.basis)} hint={say(T.basisHint)}>
        {(of) => (
          <input
            {...of}
            required
            value={basis}
            onInput={(event) => set({ basis: event.currentTarget.value })}
          />
        )}
      </Field>
    </ActDialog>
  );
}

const T = {
  title: text('提请撤回或者废止（第 {number} 版）', 'Propose to withdraw or repeal (version {number})'),
  lead: text(
    '提请后现行内容不变，由另一位发布人员在“待确认”页确认后才生效。',
    'Nothing changes until another publisher confirms it on the page of what is to be confirmed.',
  ),
  act: text('提请', 'Propose'),
  what: text('提请事项', 'What is proposed'),
  withdraw: text('撤回第 {number} 版', 'Withdraw version {number}'),
  withdrawMeans: text('此前的版本重新适用。', 'The version before it counts again.'),
  repeal: text('废止整部目录', 'Repeal the whole catalog'),
  repealMeans: text('自该日起目录不再适用。', 'The catalog does not count from that day on.'),
  from: text('生效日期', 'From'),
  fromHint: text('自这一天起不再适用。', 'The first day on which it does not count.'),
  past: text('溯及既往的理由', 'Why it reaches back'),
  pastHint: text('生效日期早于今日，须写明理由。', 'It takes effect before today: say why.'),
  basis: text('依据', 'Basis'),
  basisHint: text(
    '文件名称、文号和条款，随事由记入修订记录。',
    'Document, number and article; it goes on the record with the reason.',
  ),
  reason: text('{reason}（依据：{basis}）', '{reason} (basis: {basis})'),
};
