import type { Outcome } from '../generated/queries.ts';
import { say, type Text } from '../shell/locale.ts';
import { OUTCOMES } from './labels.ts';

/** A word on a coloured ground; the colour alone never says anything. */
export function Tag({ of: { tone, text } }: { readonly of: { readonly tone: string; readonly text: Text } }) {
  return <span class={`tag ${tone}`}>{say(text)}</span>;
}

/** An outcome by sign, word and colour. @param gone it is no longer possible */
export function OutcomeTag({
  outcome,
  gone = false,
}: {
  readonly outcome: Outcome;
  readonly gone?: boolean;
}) {
  const { sign, tone, text } = OUTCOMES[outcome];
  const word = (
    <>
      <span aria-hidden="true">{sign}</span> {say(text)}
    </>
  );
  return gone ? <s class="tag gone">{word}</s> : <span class={`tag ${tone}`}>{word}</span>;
}
