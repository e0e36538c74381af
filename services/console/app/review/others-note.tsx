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

/** Says that somebody else has changed the draft since it was read, and who. */
export function OthersNote({ catalog, revision, onReload }: OthersProps) {
  const [pulse, setPulse] = useState<DraftPulseQuery | null>(null);
  useEffect(() => {
    const look = () => {
      if (document.visibilityState !== 'visible') return;
      // Where it cannot be asked now it is asked again in a moment.
      ask(DraftPulse, { catalog }).then(setPulse, () => {});
    };
    look();
    const timer = setInterval(look, LOOKS_EVERY_MILLISECONDS);
    addEventListener('focus', look);
    return () => {
      clearInterval(timer);
      removeEventListener('focus', look);
    };
  }, [catalog]);
  const last = pulse?.catalog?.history?.edges[0]?.node;
  if (!last || last.number <= revision || last.by === pulse?.viewer?.subject) return null;
  const { by, at, reason, action } = last;
  return (
    <Note>
      {say(T.changed, { by, at: inShanghai(at), what: say(ACTIONS[action]), reason })}{' '}
      <button type="button" class="btn quiet" onClick={onReload}>
        {say(T.reload)}
      </button>
    </Note>
  );
}

const LOOKS_EVERY_MILLISECONDS = 5_000;

const T = {
  changed: text(
    '{by} 于 {at} 办理了“{what}”（{reason}），您看到的不是最新内容。',
    '{by} did this at {at}: {what} ({reason}). What you see is not the newest.',
  ),
  reload: text('载入最新内容', 'Show the newest'),
};
