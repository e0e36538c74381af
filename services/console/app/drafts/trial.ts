import { useEffect } from 'preact/hooks';
import { type EntryInput, TryEntries, TryEntry, type TryEntryQuery } from '../generated/queries.ts';
import { useSettled } from '../parts/use-settled.ts';
import { ask } from '../shell/ask.ts';
import { type Answer, useQuery } from '../shell/use-query.ts';
import { type DraftWork, sayToo } from './draft-work.ts';
import { isChanged, type Line } from './edits.ts';
import { saidOf } from './entry-input.ts';

/** What an entry says and does as it stands, with what is wrong with it and a project on either side. */
export interface Trial {
  readonly trial: NonNullable<TryEntryQuery['tryEntries']>[number] | null;
  readonly answer: Answer<TryEntryQuery>;
}

/** Asked once nothing was typed for a moment. */
export function useTrial(catalog: string, entry: EntryInput): Trial {
  const settled = useSettled(entry);
  const answer = useQuery(TryEntry, { catalog, entries: [settled] });
  const trial = answer.data?.tryEntries?.[0] ?? null;
  const said = trial?.entry ? saidOf(trial.entry) : null;
  useEffect(() => {
    if (said && !answer.loading) sayToo(catalog, [[JSON.stringify(settled.when), said]]);
  }, [said?.zh, answer.loading]);
  return { trial, answer };
}

/** Has the conditions of lines that were changed or came from elsewhere said in words. */
export function useSaid(catalog: string, { edits, said }: DraftWork): void {
  const unsaid = useSettled(
    edits.lines
      .filter(
        (line) => isChanged(line) && line.entry.when != null && !said.has(JSON.stringify(line.entry.when)),
      )
      .slice(0, MAX_TRIALS),
  );
  const key = unsaid.map(({ entry }) => JSON.stringify(entry.when)).join();
  useEffect(() => {
    if (unsaid.length === 0) return;
    const stopped = new AbortController();
    ask(TryEntries, { catalog, entries: unsaid.map(asked) }, stopped.signal).then(
      ({ tryEntries }) => {
        // What cannot be read yet is said to be so: it is not asked for again and again.
        sayToo(
          catalog,
          unsaid.map(({ entry: { when } }, at) => {
            const entry = tryEntries?.[at]?.entry;
            return [JSON.stringify(when), (entry && saidOf(entry)) || UNSAID] as const;
          }),
        );
      },
      // The drawer of the entry tells why.
      () => {},
    );
    return () => stopped.abort();
  }, [key]);
}

/** As the API allows. */
const MAX_TRIALS = 100;
const UNSAID = { zh: '…' };

/** Only its condition is asked about: what else is unfinished does not stand in the way. */
const asked = ({ entry: { when } }: Line): EntryInput => ({
  code: '1',
  measure: 'PROHIBITED',
  text: { zh: '—' },
  when,
});
