import { useEffect } from 'preact/hooks';
import type { ApiError } from './ask.ts';
import type { Document } from './document.ts';
import { createStore, useStore } from './store.ts';
import { useQuery } from './use-query.ts';

/** Something that went wrong at no one place of the page: the frame says it above the page. */
interface Trouble {
  readonly error: ApiError;
  readonly onRetry?: () => void;
}

const troublesStore = createStore<readonly Trouble[]>([]);

export const useTroubles = (): readonly Trouble[] => useStore(troublesStore);

/** @returns what takes it back */
export function noteTrouble(trouble: Trouble): () => void {
  troublesStore.set([...troublesStore.get(), trouble]);
  return () => troublesStore.set(troublesStore.get().filter((one) => one !== trouble));
}

/** Says an error above the page as long as it stands. */
export function useTrouble({
  error,
  reload,
}: {
  readonly error: ApiError | null;
  readonly reload: () => void;
}) {
  useEffect(() => (error ? noteTrouble({ error, onRetry: reload }) : undefined), [error]);
}

/**
 * What a page looks up beside what it shows: names, choices, roles. Where it cannot be had, the frame says so and offers to
 * try again: without a word a page would only lack its buttons.
 */
export function useLookup<Data, Variables>(
  document: Document<Data, Variables>,
  variables: Omit<Variables, 'locale'> | null,
): Data | null {
  const answer = useQuery(document, variables);
  useTrouble(answer);
  return answer.data;
}
