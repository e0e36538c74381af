import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { say, text } from '../shell/locale.ts';
import { useAction } from '../shell/use-action.ts';
import { Dialog } from './dialog.tsx';
import { Field } from './field.tsx';
import { ErrorNote, UserErrors } from './note.tsx';

interface ActDialogProps {
  readonly title: string;
  readonly lead?: ComponentChildren;
  /** What is to be said or chosen besides the reason: fields of its form. */
  readonly children?: ComponentChildren;
  /** On the button. */
  readonly act: string;
  readonly run: (reason: string) => Promise<readonly { readonly message: string }[]>;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** An act with effect: what it does, the reason that goes on the record, and what it was refused with. */
export function ActDialog({ title, lead, children, act, run, onDone, onClose }: ActDialogProps) {
  const id = useId();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [refused, setRefused] = useState<readonly { readonly message: string }[]>([]);
  const action = useAction(async () => {
    const errors = await run(reason.trim());
    setRefused(errors);
    if (errors.length === 0) onDone();
  });
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <button type="submit" form={id} class="btn main" disabled={action.running}>
          {act}
        </button>
      }
    >
      <form
        id={id}
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          setMissing(!reason.trim());
          if (reason.trim()) action.run();
        }}
      >
        {lead && <p>{lead}</p>}
        {children}
        <Field label={say(T.reason)} error={missing && !reason.trim() ? say(T.missing) : undefined}>
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
      </form>
    </Dialog>
  );
}

const T = {
  reason: text('办理事由', 'Reason'),
  missing: text('请写明事由，它将记入修订记录。', 'Say why: it goes on the record.'),
};
