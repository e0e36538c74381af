import { ActDialog } from '../parts/act-dialog.tsx';
import { say, text } from '../shell/locale.ts';
import { save } from './draft-work.ts';
import type { Unsaved } from './edits.ts';

interface SaveDialogProps {
  readonly catalog: string;
  readonly unsaved: Unsaved;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** All that was changed goes into the draft at once, with one reason. */
export function SaveDialog({ catalog, unsaved, onClose, onSaved }: SaveDialogProps) {
  return (
    <ActDialog
      title={say(T.title)}
      lead={unsavedText(unsaved)}
      act={say(T.save)}
      run={(reason) => save(catalog, reason)}
      onDone={onSaved}
      onClose={onClose}
    />
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
