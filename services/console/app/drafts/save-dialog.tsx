import { useState } from 'preact/hooks';
import type { EditErrorFragment } from '../generated/queries.ts';
import { Dialog } from '../parts/dialog.tsx';
import { ErrorNote, UserErrors } from '../parts/note.tsx';
import { say, text } from '../shell/locale.ts';
import { useAction } from '../shell/use-action.ts';
import { save } from './draft-work.ts';
import type { Unsaved } from './edits.ts';
import { Reason } from './reason.tsx';

interface SaveDialogProps {
  readonly catalog: string;
  readonly unsaved: Unsaved;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** All that was changed goes into the draft at once, with one reason. */
export function SaveDialog({ catalog, unsaved, onClose, onSaved }: SaveDialogProps) {
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<readonly EditErrorFragment[]>([]);
  const { run, running, error } = useAction(async () => {
    const refused = await save(catalog, reason);
    setErrors(refused);
    if (refused.length === 0) onSaved();
  });
  return (
    <Dialog
      title={say(T.title)}
      onClose={onClose}
      actions={
        <button type="submit" form="save-draft" class="btn main" disabled={running}>
          {say(T.save)}
        </button>
      }
    >
      <form
        id="save-draft"
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          run();
        }}
      >
        <p>{unsavedText(unsaved)}</p>
        <UserErrors errors={errors} />
        {error && <ErrorNote error={error} />}
        <Reason value={reason} onChange={setReason} />
      </form>
    </Dialog>
  );
}

export const unsavedText = ({ put, added, removed }: Unsaved): string =>
  say(T.unsaved, { added, changed: put.length - added, removed: removed.length });

const T = {
  title: text('保存到草案', 'Save to the draft'),
  save: text('保存', 'Save'),
  unsaved: text(
    '未保存：新增 {added} 条、修改 {changed} 条、删除 {removed} 条。',
    'Not saved: {added} added, {changed} changed, {removed} removed.',
  ),
};
