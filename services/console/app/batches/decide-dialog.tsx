import { useState } from 'preact/hooks';
import {
  type BatchRowFilter,
  DecideBatch,
  type DecideBatchInput,
  type DecideBatchMutation,
  type Outcome,
  type RowLineFragment,
} from '../generated/queries.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';
import { OUTCOMES } from '../parts/labels.ts';
import { ErrorNote, Note } from '../parts/note.tsx';
import { OutcomeTag, Tag } from '../parts/tag.tsx';
import { ask } from '../shell/ask.ts';
import { say, text } from '../shell/locale.ts';
import { href } from '../shell/router.ts';
import { today } from '../shell/today.ts';
import { useAction } from '../shell/use-action.ts';
import type { Batch } from './batch.ts';
import { type Confirmations, placeIn, placeOf } from './place.ts';
import { patiently, refuse } from './sending.ts';
import { nameOf } from './stated.ts';

interface DecideDialogProps {
  readonly batch: Batch;
  /** These rows; null for those that the filter takes. */
  readonly rows: readonly RowLineFragment[] | null;
  readonly filter: BatchRowFilter;
  readonly confirmed: ReadonlyMap<string, Confirmations>;
  readonly onClose: (hasDecided: boolean) => void;
}

/** What is about to be decided, by outcome; then the decisions, one by one, and what could not be decided. */
export function DecideDialog({ batch, rows, filter, confirmed, onClose }: DecideDialogProps) {
  const counts: readonly { readonly outcome: Outcome; readonly rows: number }[] = rows
    ? (Object.keys(OUTCOMES) as Outcome[])
        .map((outcome) => ({ outcome, rows: rows.filter((row) => row.outcome === outcome).length }))
        .filter((one) => one.rows > 0)
    : batch.outcomes.filter(({ outcome }) => !filter.outcomes || filter.outcomes.includes(outcome));
  // Who has facts to hand in, or waits for an authority, is decided only on purpose.
  const [wanted, setWanted] = useState<ReadonlySet<Outcome>>(
    () => new Set(counts.map(({ outcome }) => outcome).filter((outcome) => rows || SETTLED.has(outcome))),
  );
  const [reason, setReason] = useState('');
  const [done, setDone] = useState<Done>({ decided: 0, faults: [], total: null });
  const needsReason = batch.on !== today();
  const isNarrowed = Boolean(filter.missingFact || filter.entry || filter.text);
  const act = useAction(async () => {
    const places = named();
    const calls: Selection[] = [];
    for (let at = 0; at < places.length; at += MOST_NAMED)
      calls.push({
        rows: places
          .slice(at, at + MOST_NAMED)
          .map((place) => ({ ...placeIn(place), confirmations: confirmed.get(place) ?? [] })),
      });
    if (!rows) calls.push({ filter: { ...filter, outcomes: [...wanted] } });
    const result = { decided: 0, faults: [] as Fault[], total: null as number | null };
    for (const selection of calls) {
      let after: string | null = null;
      do {
        const { decideBatch }: DecideBatchMutation = await patiently(async () => {
          const answer = await ask(DecideBatch, {
            input: { batch: batch.id, ...selection, ...(needsReason && { onReason: reason }), after },
          });
          refuse(answer.decideBatch);
          return answer;
        });
        for (const { row, decision, userErrors } of decideBatch.rows ?? [])
          if (decision) result.decided++;
          else
            result.faults.push({
              name: nameOf({ ...row, ref: null }),
              messages: userErrors.map(({ message }) => message),
            });
        result.total = result.decided + result.faults.length + (decideBatch.remaining ?? 0);
        setDone({ ...result, faults: [...result.faults] });
        after = decideBatch.next;
      } while (after !== null);
    }
    setFinished(true);
  });
  const [finished, setFinished] = useState(false);
  const total = counts.filter(({ outcome }) => wanted.has(outcome)).reduce((sum, one) => sum + one.rows, 0);
  const isUnsettled = rows
    ? rows.some((row) => isOpen(row.outcome) && !confirmed.has(placeOf(row)))
    : [...wanted].some(isOpen);
  const notedRows = named().filter((place) => confirmed.has(place)).length;
  return (
    <Dialog
      title={say(finished ? T.finished : T.title)}
      {...(finished && { closing: say(T.close) })}
      onClose={() => onClose(done.decided > 0 || finished)}
      actions={
        finished ? null : (
          <button
            type="button"
            class="btn main"
            disabled={act.running || wanted.size === 0 || (needsReason && reason.trim() === '')}
            onClick={() => act.run()}
          >
            {say(isNarrowed && !rows ? T.decideFiltered : T.decide, { rows: total })}
          </button>
        )
      }
    >
      {finished || act.running ? (
        <>
          <p role="status">
            {say(T.done, { decided: done.decided })}
            {done.faults.length > 0 && say(T.faults, { faults: done.faults.length })}
          </p>
          {act.running && <progress aria-label={say(T.title)} max={done.total ?? 1} value={done.decided} />}
          {done.faults.length > 0 && (
            <ul class="lines fault-lines">
              {done.faults.slice(0, SHOWN).map(({ name, messages }, at) => (
                <li key={`${at}${name}`}>
                  <b>{name}</b>
                  <span class="grow">{messages.join('')}</span>
                </li>
              ))}
            </ul>
          )}
          {finished && done.decided > 0 && <a href={href(['decisions'])}>{say(T.toDecisions)}</a>}
        </>
      ) : (
        <>
          <p>{say(rows ? T.leadSelected : isNarrowed ? T.leadFiltered : T.leadAll)}</p>
          <ul class="lines">
            {counts.map(({ outcome, rows: count }) => (
              <li key={outcome}>
                <label class="tick grow">
                  <input
                    type="checkbox"
                    checked={wanted.has(outcome)}
                    onChange={({ currentTarget: { checked } }) => {
                      const next = new Set(wanted);
                      if (checked) next.add(outcome);
                      else next.delete(outcome);
                      setWanted(next);
                    }}
                  />
                  <OutcomeTag outcome={outcome} />
                </label>
                <span class="num">{isNarrowed && !rows ? say(T.some) : say(T.rows, { rows: count })}</span>
              </li>
            ))}
          </ul>
          {isUnsettled && <Note>{say(T.unsettled)}</Note>}
          {notedRows > 0 && (
            <p>
              <Tag of={{ tone: 'review', text: T.confirmed }} /> {say(T.confirmedRows, { rows: notedRows })}
            </p>
          )}
          {needsReason && (
            <Field label={say(T.reason)} hint={say(T.reasonHint, { on: batch.on })}>
              {(of) => (
                <input {...of} value={reason} onInput={(event) => setReason(event.currentTarget.value)} />
              )}
            </Field>
          )}
          <p class="muted">{say(T.effect)}</p>
        </>
      )}
      {act.error && <ErrorNote error={act.error} />}
    </Dialog>
  );

  function isOpen(outcome: Outcome | null): boolean {
    return outcome !== null && wanted.has(outcome) && !SETTLED.has(outcome);
  }

  /** The rows that are named one by one: those that were selected, and those of which something was confirmed since. */
  function named(): readonly string[] {
    if (rows) return rows.filter(({ outcome }) => outcome && wanted.has(outcome)).map(placeOf);
    // A filter that leaves out what waits for an authority leaves these out, too.
    const isWhole = Object.values(filter).length === 0;
    return isWhole || wanted.has('REVIEW') ? [...confirmed.keys()] : [];
  }
}

type Selection = Pick<DecideBatchInput, 'rows' | 'filter'>;
interface Fault {
  readonly name: string;
  readonly messages: readonly string[];
}
interface Done {
  readonly decided: number;
  readonly faults: readonly Fault[];
  readonly total: number | null;
}

const SETTLED: ReadonlySet<Outcome> = new Set(['ADMITTED', 'CONDITIONAL', 'REFUSED']);
/** So many rows can be named at once. */
const MOST_NAMED = 500;
/** The rest is found in the table. */
const SHOWN = 50;

const T = {
  title: text('批量办理准入决定', 'Decide'),
  finished: text('办理完毕', 'Done'),
  close: text('关闭', 'Close'),
  leadAll: text(
    '将对本批次中勾选结论的各行作出准入决定：',
    'Rows of the batch that came to these are decided:',
  ),
  leadFiltered: text(
    '将对符合筛选条件、且为勾选结论的各行作出准入决定：',
    'Rows that the filter takes and that came to these are decided:',
  ),
  leadSelected: text('将对所选各行作出准入决定：', 'The rows that you selected are decided:'),
  rows: text('{rows} 行', '{rows} rows'),
  some: text('符合筛选条件的', 'those of the filter'),
  unsettled: text(
    '勾选了情况待补充或须研究决定的行：所作决定即为该结论，补充后须以新的决定替代。',
    'Some of these lack facts or wait for an authority: the decision will say so, and another one has to take its place later.',
  ),
  confirmed: text('已认定', 'Confirmed'),
  confirmedRows: text('{rows} 行的一事一议认定将一并记入。', 'of {rows} rows goes into the decisions.'),
  reason: text('受理日理由', 'Reason'),
  reasonHint: text('按 {on} 而不是今天作出决定的理由', 'Why they are decided for {on} and not for today'),
  effect: text(
    '决定一经作出即存证，不能修改；已有决定的行不会重复办理。',
    'A decision is recorded for good. Rows that have one are not decided again.',
  ),
  decide: text('作出决定（{rows} 行）', 'Decide {rows} rows'),
  decideFiltered: text('作出决定', 'Decide'),
  done: text('已有决定 {decided} 行。', '{decided} rows are decided.'),
  faults: text('{faults} 行未能办理：', '{faults} could not be:'),
  toDecisions: text('到“准入决定”查看、打印', 'See and print the decisions'),
};
