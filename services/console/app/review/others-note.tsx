import { useEffect, useState } from 'preact/hooks';
import { DraftPulse, type DraftPulseQuery } from '../generated/queries.ts';
import { ACTIONS } from '../history/actions.ts';
import { Note } from '../parts/note.tsx';
import { ask } from '../shell/ask.ts';
import { say, text } from '../shell/locale.ts';
import { inShanghai } from '../shell/today.ts';

interface OthersProps {
  readonly catalog: string;
  /** Of the draft that is shown. */
  readonly revision: number;
  readonly onReload: () => void;
}

/** Says that the draft has been changed since it was read, and by whom: somebody else, or oneself in another tab. */
export function OthersNote({ catalog, revision, onReload }: OthersProps) {
  const [pulse, setPulse] = useState<DraftPulseQuery | null>(null);
  /** What was shown when another tab of this browser told of a change. */
  const [toldAt, setToldAt] = useState<number | null>(null);
  useEffect(() => {
    const look = () => {
      if (document.visibilityState !== 'visible') return;
      // Where it cannot be asked now it is asked again in a moment.
      ask(DraftPulse, { catalog }).then(setPulse, () => {});
    };
    const told = ({ data }: MessageEvent<string>) => {
      if (data !== catalog) return;
      setToldAt(revision);
      look();
    };
    look();
    const timer = setInterval(look, LOOKS_EVERY_MILLISECONDS);
    addEventListener('focus', look);
    CHANGED.addEventListener('message', told);
    return () => {
      clearInterval(timer);
      removeEventListener('focus', look);
      CHANGED.removeEventListener('message', told);
    };
  }, [catalog, revision]);
  const last = pulse?.catalog?.history?.edges[0]?.node;
  if (!last || last.number <= revision) return null;
  // What this very tab has done is about to be read by it.
  const own = last.by === pulse?.viewer?.subject;
  if (own && toldAt !== revision) return null;
  const { by, at, reason, action } = last;
  return (
    <Note>
      {say(own ? T.changedHere : T.changed, { by, at: inShanghai(at), what: say(ACTIONS[action]), reason })}{' '}
      <button type="button" class="btn quiet" onClick={onReload}>
        {say(T.reload)}
      </button>
    </Note>
  );
}

/** Tells the other tabs of this browser that this one has changed the draft of a catalog. */
export const tellOtherTabs = (catalog: string): void => CHANGED.postMessage(catalog);

const CHANGED = new BroadcastChannel('draft-changed');

const LOOKS_EVERY_MILLISECONDS = 5_000;

const T = {
  changed: text(
    '{by} 于 {at} 办理了“{what}”（{reason}），您看到的不是最新内容。',
    '{by} did this at {at}: {what} ({reason}). What you see is not the newest.',
  ),
  changedHere: text(
    '您于 {at} 在另一个窗口办理了“{what}”（{reason}），此处不是最新内容。',
    'In another window you did this at {at}: {what} ({reason}). What you see here is not the newest.',
  ),
  reload: text('载入最新内容', 'Show the newest'),
};
