import { createStore, useStore } from '../shell/store.ts';

/** What a reviewer has noted at an entry and not sent yet; `entry` is empty for the whole. */
export interface PendingComment {
  readonly entry: string;
  readonly text: string;
}

type ByCatalog = Readonly<Record<string, readonly PendingComment[]>>;

const KEPT = 'review-comments';
const comments = createStore<ByCatalog>(JSON.parse(sessionStorage.getItem(KEPT) ?? '{}'));

export const usePendingComments = (catalog: string): readonly PendingComment[] =>
  useStore(comments)[catalog] ?? [];

/** Kept for this tab alone, so that a reload loses nothing that a reviewer has written. An empty text takes it away. */
export function noteComment(catalog: string, { entry, text }: PendingComment): void {
  const others = (comments.get()[catalog] ?? []).filter((one) => one.entry !== entry);
  keep(catalog, text.trim() ? [...others, { entry, text }] : others);
}

export const forgetComments = (catalog: string): void => keep(catalog, []);

function keep(catalog: string, noted: readonly PendingComment[]): void {
  const next = { ...comments.get(), [catalog]: noted };
  sessionStorage.setItem(KEPT, JSON.stringify(next));
  comments.set(next);
}
