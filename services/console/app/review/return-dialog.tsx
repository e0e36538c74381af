import { ReturnDraft } from '../generated/queries.ts';
import { ActDialog } from '../parts/act-dialog.tsx';
import { ask } from '../shell/ask.ts';
import { say, text } from '../shell/locale.ts';
import { forgetComments, noteComment, usePendingComments } from './pending-comments.ts';

interface ReturnDialogProps {
  readonly catalog: string;
  readonly revision: number;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Sends a draft back, with what was noted at its entries. */
export function ReturnDialog({ catalog, revision, onClose, onDone }: ReturnDialogProps) {
  const comments = usePendingComments(catalog);
  return (
    <ActDialog
      title={say(T.title)}
      lead={say(T.lead)}
      act={say(T.act)}
      onClose={onClose}
      onDone={() => {
        forgetComments(catalog);
        onDone();
      }}
      run={async (reason) => {
        const input = {
          catalog,
          expectedRevision: revision,
          reason,
          comments: comments.map(({ entry, text: said }) => ({ entry: entry || null, text: said.trim() })),
        };
        return (await ask(ReturnDraft, { input })).returnDraft.userErrors;
      }}
    >
      {comments.length > 0 ? (
        <ul class="lines">
          {comments.map(({ entry, text: said }) => (
            <li key={entry}>
              <span class="num">{entry || say(T.whole)}</span>
              <span class="grow">{said}</span>
              <button
                type="button"
                class="btn quiet"
                onClick={() => noteComment(catalog, { entry, text: '' })}
              >
                {say(T.drop)}
                <span class="unseen">{entry}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <p class="muted">{say(T.none)}</p>
      )}
    </ActDialog>
  );
}

const T = {
  title: text('退回草案', 'Send the draft back'),
  lead: text(
    '草案回到编制人员手中，改好后须重新提交。下列意见显示在各条目上。',
    'It goes back to its editors, who hand it in again. These comments are shown at its entries.',
  ),
  act: text('退回', 'Send back'),
  whole: text('整体', 'The whole'),
  drop: text('删除', 'Take away'),
  none: text(
    '还没有逐条意见；可在“与现行版本比较”中对条目写意见。',
    'No comments at entries yet: note them beside the changes.',
  ),
};
