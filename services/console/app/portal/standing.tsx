import type { AssessedFragment, Outcome } from '../generated/queries.ts';
import { OutcomeTag } from '../parts/tag.tsx';
import { say, text } from '../shell/locale.ts';
import { basisText, entryName } from './entry-words.ts';

interface StandingProps {
  readonly assessment: AssessedFragment;
  readonly loading: boolean;
}

/** What the answers so far come to: the outcome now, what is still possible, and what is not and why. */
export function Standing({ assessment, loading }: StandingProps) {
  const { outcome, possibleOutcomes, findings, reasons } = assessment;
  const surest = findings.find(({ applies, decisive }) => applies === 'TRUE' && decisive);
  const gone = SETTLED.filter((one) => !possibleOutcomes.includes(one));
  return (
    <section class="card stack" aria-busy={loading} aria-label={say(T.now)}>
      <div>
        <h2>{say(T.now)}</h2>
        <p role="status">
          <OutcomeTag outcome={outcome} />
        </p>
      </div>
      <div class="stack-tight">
        <h3 class="muted">{say(T.possible)}</h3>
        <p class="row">
          {SETTLED.map((one) => (
            <OutcomeTag key={one} outcome={one} gone={!possibleOutcomes.includes(one)} />
          ))}
        </p>
        {gone.length > 0 && surest && (
          <p class="why">
            {say(T.because)} <b>{entryName(surest.entry)}</b> {say(surest.entry.text)}{' '}
            <span class="muted">{basisText(surest.entry.basis)}</span>
          </p>
        )}
        {reasons
          .filter(({ decisive }) => decisive)
          .map(({ code, message }) => (
            <p key={code} class="why">
              {message}
            </p>
          ))}
      </div>
    </section>
  );
}

/** Gravest last, as they are told. */
const SETTLED: readonly Outcome[] = ['ADMITTED', 'CONDITIONAL', 'REVIEW', 'REFUSED'];

const T = {
  now: text('目前的结论', 'So far'),
  possible: text('还可能的结果', 'Still possible'),
  because: text('已经确定：', 'Certain already:'),
};
