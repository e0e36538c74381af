import { Note } from '../parts/note.tsx';
import { say, text } from '../shell/locale.ts';
import type { DraftTabProps } from './draft-tabs.tsx';

/** The entries of a draft. */
export function EntriesTab({ draft }: DraftTabProps) {
  if (!draft) return <Note>{say(T.none)}</Note>;
  return <p role="status">{say(T.count, { count: draft.entryCount })}</p>;
}

const T = {
  none: text('该目录没有正在编制的草案。', 'No draft of this catalog is open.'),
  count: text('{count} 条', '{count} entries'),
};
