import { useState } from 'preact/hooks';
import { DiscardDraft, SubmitDraft } from '../generated/queries.ts';
import { ActDialog } from '../parts/act-dialog.tsx';
import type { DraftTabProps } from '../parts/draft-tab.ts';
import { ROLE_LABELS } from '../parts/labels.ts';
import { Note } from '../parts/note.tsx';
import type { Who } from '../parts/use-who.ts';
import { ask } from '../shell/ask.ts';
import { list, say, text } from '../shell/locale.ts';
import { href } from '../shell/router.ts';
import { usePendingComments } from './pending-comments.ts';
import { PublishDialog, type PublishedVersion } from './publish-dialog.tsx';
import { ReturnDialog } from './return-dialog.tsx';
import { type DraftCheck, warningsOf } from './rule-results.tsx';

interface ActsProps {
  readonly catalog: DraftTabProps['catalog'];
  readonly draft: NonNullable<DraftTabProps['draft']>;
  readonly who: Who;
  /** Null while it is under way. */
  readonly check: DraftCheck | null;
  readonly reasons: ReadonlyMap<string, string>;
  readonly period: { readonly from: string; readonly to: string | null };
  readonly onDone: () => void;
  readonly onPublished: (version: PublishedVersion) => void;
}

/** Where the draft stands on its way, who takes the next step, and the buttons of whoever may. */
export function Acts({ catalog, draft, who, check, reasons, period, onDone, onPublished }: ActsProps) {
  const [open, setOpen] = useState<'SUBMIT' | 'RETURN' | 'PUBLISH' | 'DISCARD' | null>(null);
  const close = () => setOpen(null);
  const done = () => {
    close();
    onDone();
  };
  const edits = who.roles.includes('EDITOR');
  const publishes = who.roles.includes('PUBLISHER');
  const barred = who.subject !== null && draft.barredFromPublishing.includes(who.subject);
  const inReview = draft.status === 'IN_REVIEW';
  const errors = check?.violations.filter(({ severity }) => severity === 'ERROR').length ?? 0;
  const unanswered = check ? warningsOf(check).filter((key) => !reasons.get(key)?.trim()).length : 0;
  const noted = usePendingComments(catalog.id).length;
  const of = { catalog: catalog.id, expectedRevision: draft.revision };
  return (
    <section class="card stack">
      <h2>{say(T.title)}</h2>
      <ol class="steps">
        <li class="done">
          <b>{say(T.edit)}</b>
          <span class="muted">{list(draft.editors)}</span>
        </li>
        <li class={inReview ? 'done' : 'now'} aria-current={inReview ? undefined : 'step'}>
          <b>{say(T.submit)}</b>
          <span class="muted">{say(T.by, { who: say(ROLE_LABELS.EDITOR) })}</span>
        </li>
        <li class={inReview ? 'now' : ''} aria-current={inReview ? 'step' : undefined}>
          <b>{say(T.publish)}</b>
          <span class="muted">
            {say(T.byOther, { who: say(ROLE_LABELS.PUBLISHER), barred: list(draft.barredFromPublishing) })}
          </span>
        </li>
      </ol>
      {inReview && publishes && (
        <p class="hint">
          <a href={href(['drafts', catalog.id, 'compare'])}>{say(noted > 0 ? T.noted : T.note, { noted })}</a>
        </p>
      )}
      <div class="actions">
        {!inReview && edits && (
          <button type="button" class="btn main" onClick={() => setOpen('SUBMIT')}>
            {say(T.submitIt)}
          </button>
        )}
        {inReview && publishes && !barred && (
          <button
            type="button"
            class="btn main"
            disabled={!check?.publishable || unanswered > 0}
            onClick={() => setOpen('PUBLISH')}
          >
            {say(T.publishIt)}
          </button>
        )}
        {inReview && (publishes || edits) && (
          <button type="button" class="btn" onClick={() => setOpen('RETURN')}>
            {say(T.returnIt)}
          </button>
        )}
        {edits && (
          <button type="button" class="btn quiet" onClick={() => setOpen('DISCARD')}>
            {say(T.discardIt)}
          </button>
        )}
      </div>
      {/* Below the buttons: what the check says comes later, and nothing moves under the pointer. */}
      {!inReview && edits && errors > 0 && <Note>{say(T.errorsLeft, { count: errors })}</Note>}
      {inReview && publishes && barred && <Note>{say(T.barred)}</Note>}
      {inReview && publishes && !barred && errors > 0 && (
        <Note tone="bad">{say(T.cannot, { count: errors })}</Note>
      )}
      {inReview && publishes && !barred && errors === 0 && unanswered > 0 && (
        <Note>{say(T.unanswered, { count: unanswered })}</Note>
      )}
      {!edits && !publishes && <p class="muted">{say(T.readOnly)}</p>}
      {open === 'SUBMIT' && (
        <ActDialog
          title={say(T.submitIt)}
          lead={say(T.submitLead, { barred: list(draft.barredFromPublishing) })}
          act={say(T.submit)}
          onClose={close}
          onDone={done}
          run={async (reason) =>
            (await ask(SubmitDraft, { input: { ...of, reason } })).submitDraft.userErrors
          }
        />
      )}
      {open === 'DISCARD' && (
        <ActDialog
          title={say(T.discardTitle)}
          lead={say(T.discardLead)}
          act={say(T.discard)}
          onClose={close}
          onDone={done}
          run={async (reason) =>
            (await ask(DiscardDraft, { input: { ...of, reason } })).discardDraft.userErrors
          }
        />
      )}
      {open === 'RETURN' && (
        <ReturnDialog catalog={catalog.id} revision={draft.revision} onClose={close} onDone={done} />
      )}
      {open === 'PUBLISH' && check && (
        <PublishDialog
          catalog={catalog.id}
          check={check}
          reasons={reasons}
          period={period}
          onClose={close}
          onPublished={(version) => {
            close();
            onPublished(version);
          }}
        />
      )}
    </section>
  );
}

const T = {
  title: text('办理', 'Next step'),
  edit: text('编制', 'Edit'),
  submit: text('提交', 'Hand in'),
  publish: text('发布', 'Publish'),
  by: text('由{who}办理', 'by {who}'),
  byOther: text('由另一位{who}办理，{barred} 除外（编发分离）', 'by {who} other than {barred} (four eyes)'),
  errorsLeft: text(
    '还有 {count} 处须改正；可以提交，但改正前不能发布。',
    '{count} things are still to be mended. It can be handed in, but not published before.',
  ),
  barred: text(
    '您编制或提交过本草案，须由另一位发布人员发布。',
    'You edited this draft or handed it in: another publisher has to publish it.',
  ),
  cannot: text(
    '有 {count} 处须改正，改正前不能发布；可以退回。',
    '{count} things are to be mended before it can be published. Send it back.',
  ),
  unanswered: text(
    '还有 {count} 处提示须逐条写明确认理由，才能发布。',
    'Say of {count} more warnings why they are accepted, then it can be published.',
  ),
  note: text('逐条审阅变动，写下意见', 'Go through the changes and note comments'),
  noted: text('已写下 {noted} 条意见，继续审阅', '{noted} comments noted; go on'),
  submitIt: text('提交审核', 'Hand in for review'),
  submitLead: text(
    '提交后由另一位发布人员审阅发布。{barred} 和您本人不能发布。',
    'Another publisher reviews and publishes it then. {barred} and you cannot.',
  ),
  publishIt: text('发布…', 'Publish…'),
  returnIt: text('退回…', 'Send back…'),
  discardIt: text('放弃草案…', 'Discard the draft…'),
  discardTitle: text('放弃草案', 'Discard the draft'),
  discard: text('放弃', 'Discard'),
  discardLead: text(
    '草案内容不再保留在目录中，修订记录仍可查。参与编制的人员在下一版发布前仍不得发布。',
    'The draft ends without a version; its history stays. Its editors stay barred from publishing the next version.',
  ),
  readOnly: text(
    '您可以查看本草案；办理须由编制人员或发布人员。',
    'You may look; editors and publishers act.',
  ),
};
