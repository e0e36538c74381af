import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { say, text } from '../shell/locale.ts';

interface DialogProps {
  readonly title: string;
  /** What the button that closes is called where nothing is left to be given up. */
  readonly closing?: string;
  /** Whether what stands in it needs more than the width of a form. */
  readonly wide?: boolean;
  /** Escape, the button beside the others, or what is done. It is shown as long as it is drawn. */
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  /** The buttons that do something; the one that closes stands beside them. */
  readonly actions?: ComponentChildren;
}

/** Something to be settled before one goes on. Everything else is out of reach, and afterwards one is where one was. */
export function Dialog({ title, closing, wide = false, onClose, children, actions }: DialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // At once: the next key is for it.
  useLayoutEffect(() => {
    const shown = dialog.current!;
    shown.showModal();
    return () => shown.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class={wide ? 'wide' : undefined}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={id}>{title}</h2>
      <div class="stack">{children}</div>
      <div class="actions">
        {actions}
        <button type="button" class="btn" onClick={onClose}>
          {closing ?? say(T.cancel)}
        </button>
      </div>
    </dialog>
  );
}

const T = { cancel: text('取消', 'Cancel') };
