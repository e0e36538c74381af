import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Dialog } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';
import { ErrorNote, UserErrors } from '../parts/note.tsx';
import { say, text } from '../shell/locale.ts';
import { useAction } from '../shell/use-action.ts';

interface ActDialogProps {
  readonly title: string;
  readonly lead?: ComponentChildren;
  /** What is to be said or chosen besides the reason. */
  readonly children?: ComponentChildren;
  /** On the button. */
  readonly act: string;
  readonly run: (reason: string) => Promise<readonly { readonly message: string }[]>;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** An act with effect: what it does, the reason that goes on the record, and what it was refused with. */
export function ActDialog({ title, lead, children, act, run, onDone, onClose }: ActDialogProps) {
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [refused, setRefused] = useState<readonly { readonly message: string }[]>([]);
  const action = useAction(async () => {
    const errors = await run(reason.trim());
    setRefused(errors);
    if (errors.length === 0) onDone();
  });
  const go = () => {
    setMissing(!reason.trim());
    if (reason.trim()) action.run();
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <button type="button" class="btn main" disabled={action.running} onClick={go}>
          {act}
        </button>
      }
    >
      {lead && <p>{lead}</p>}
      {children}
      <Field label={say(T.reason)} error={missing ? say(T.missing) : undefined}>
        {(of) => (
          <textarea
            {...of}
            rows={2}
            value={reason}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        )}
      </Field>
      {action.error && <ErrorNote error={action.error} />}
      <UserErrors errors={refused} />
    </Dialog>
  );
}

const T = {
  reason: text('办理事由', 'Reason'),
  missing: text('请写明事由，它将记入修订记录。', 'Say why: it goes on the record.'),
};
