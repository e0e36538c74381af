import type { ComponentChildren } from 'preact';

interface Head {
  readonly title: string;
  readonly lead?: ComponentChildren;
  /** Buttons. */
  readonly children?: ComponentChildren;
}

/** What a page begins with. */
export function PageHead({ title, lead, children }: Head) {
  return (
    <div class="head">
      <div class="grow">
        <h1>{title}</h1>
        {lead && <p class="lead">{lead}</p>}
      </div>
      {children && <div class="actions">{children}</div>}
    </div>
  );
}
