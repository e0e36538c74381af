import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { say, text } from '../shell/locale.ts';

interface DrawerProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** One thing of a table at its side, while the table stays in reach. Escape closes it, and one is where one was. */
export function Drawer({ title, onClose, children }: DrawerProps) {
  const id = useId();
  const drawer = useRef<HTMLElement>(null);
  // At once: the next key is for it.
  useLayoutEffect(() => {
    const before = document.activeElement;
    drawer.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <aside
      class="drawer"
      ref={drawer}
      tabIndex={-1}
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <div class="drawer-head">
        <h2 id={id}>{title}</h2>
        <button type="button" class="btn quiet" onClick={onClose}>
          {say(T.close)}
        </button>
      </div>
      {children}
    </aside>
  );
}

const T = { close: text('关闭', 'Close') };
