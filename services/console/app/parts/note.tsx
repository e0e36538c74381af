import type { ComponentChildren } from 'preact';
import type { ApiError } from '../shell/ask.ts';
import { say, text } from '../shell/locale.ts';

/** Something to be told beside the page. `bad` is read out at once. */
export function Note({
  tone,
  children,
}: {
  readonly tone?: 'bad' | 'good';
  readonly children: ComponentChildren;
}) {
  return (
    <div class={`note ${tone ?? ''}`} role={tone === 'bad' ? 'alert' : 'status'}>
      {children}
    </div>
  );
}

/** A request that failed: what went wrong, and the way on. */
export function ErrorNote({ error, onRetry }: { readonly error: ApiError; readonly onRetry?: () => void }) {
  return (
    <Note tone="bad">
      {say(error.text)}{' '}
      {onRetry && (
        <button type="button" class="btn quiet" onClick={onRetry}>
          {say(T.retry)}
        </button>
      )}
    </Note>
  );
}

/** What the API did not take of the input, as a summary at the head of a form. */
export function UserErrors({ errors }: { readonly errors: readonly { readonly message: string }[] }) {
  if (errors.length === 0) return null;
  return (
    <Note tone="bad">
      <ul class="plain">
        {errors.map(({ message }) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </Note>
  );
}

const T = { retry: text('重试', 'Try again') };
