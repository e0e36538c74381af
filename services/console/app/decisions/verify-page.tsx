import { useState } from 'preact/hooks';
import { Receipt } from '../generated/queries.ts';
import { Field } from '../parts/field.tsx';
import { ErrorNote, Note } from '../parts/note.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { OutcomeTag } from '../parts/tag.tsx';
import { say, text } from '../shell/locale.ts';
import { go, type PageProps } from '../shell/router.ts';
import { useQuery } from '../shell/use-query.ts';

/**
 * Where the code on a printed decision leads, for anybody: whether what is printed is what was recorded. The receipt on the
 * paper stands behind the `#` and is compared here.
 */
export function VerifyPage({ path, query }: PageProps) {
  const [id = ''] = path;
  const printed = query.receipt ?? '';
  const { data, error, reload } = useQuery(Receipt, id ? { id } : null);
  const found = data?.decisionReceipt;
  return (
    <>
      <PageHead title={say(T.title)} lead={say(T.lead)} />
      <div class="stack">
        <Which key={`${id} ${printed}`} id={id} printed={printed} />
        {error && <ErrorNote error={error} onRetry={reload} />}
        {id && data && !found && <Note tone="bad">{say(T.unknown)}</Note>}
        {found && (
          <>
            <Note tone={found.holds && !found.superseded && isSame(found.receipt, printed) ? 'good' : 'bad'}>
              {say(
                !found.holds
                  ? T.changed
                  : !isSame(found.receipt, printed)
                    ? T.other
                    : found.superseded
                      ? T.superseded
                      : printed
                        ? T.same
                        : T.compare,
              )}
            </Note>
            <section class="card">
              <dl class="pairs">
                <dt>{say(T.number)}</dt>
                <dd class="num">{found.id}</dd>
                <dt>{say(T.outcome)}</dt>
                <dd>
                  <OutcomeTag outcome={found.outcome} />
                </dd>
                <dt>{say(T.receipt)}</dt>
                <dd class="num">{found.receipt}</dd>
              </dl>
            </section>
          </>
        )}
      </div>
    </>
  );
}

/** Nothing printed to compare with says nothing against it: it is shown, to be compared by eye. */
const isSame = (receipt: string, printed: string): boolean => printed === '' || printed === receipt;

function Which(props: { readonly id: string; readonly printed: string }) {
  const [id, setId] = useState(props.id);
  const [printed, setPrinted] = useState(props.printed);
  return (
    <form
      class="card stack-tight"
      onSubmit={(event) => {
        event.preventDefault();
        go(['verify', id.trim()], { receipt: printed.trim().toLowerCase() });
      }}
    >
      <Field label={say(T.number)}>
        {(of) => <input {...of} required value={id} onInput={(event) => setId(event.currentTarget.value)} />}
      </Field>
      <Field label={say(T.receipt)} hint={say(T.hint)}>
        {(of) => <input {...of} value={printed} onInput={(event) => setPrinted(event.currentTarget.value)} />}
      </Field>
      <p>
        <button type="submit" class="btn main">
          {say(T.verify)}
        </button>
      </p>
    </form>
  );
}

const T = {
  title: text('核验准入决定', 'Verify a decision'),
  lead: text(
    '核对打印的准入决定与记录是否一致。任何人都可以核验，只显示该决定的结论和回执。',
    'Whether a printed decision is what was recorded. Open to everybody; it shows the outcome and the receipt of that one alone.',
  ),
  number: text('决定编号', 'Number of the decision'),
  outcome: text('准入结论', 'Outcome'),
  receipt: text('回执', 'Receipt'),
  hint: text(
    '纸面上的 64 位回执；不填则请逐位比对。',
    'The 64 digits on the paper; without them, compare by eye.',
  ),
  verify: text('核验', 'Verify'),
  unknown: text(
    '没有这个编号的准入决定。请核对编号；编号无误的，这份文书不是由本系统作出的。',
    'There is no decision of this number. Check it: if it is right, the paper is none of this service.',
  ),
  changed: text(
    '记录已被改动，不能作为依据；请立即向作出决定的机关反映，并以当事人持有的回执证明为准。',
    'The record was changed since and proves nothing. Tell the authority at once, and go by the proof that was handed out.',
  ),
  other: text(
    '纸面回执与记录不符：纸面内容不是所记录的决定。',
    'The receipt on the paper is not that of the record: what is printed is not what was decided.',
  ),
  superseded: text(
    '该决定已被另一决定替代，不再有效。',
    'Another decision has taken its place: it no longer stands.',
  ),
  same: text('回执一致，该决定有效。', 'The receipt is that of the record, and the decision stands.'),
  compare: text(
    '有这份决定且未被替代。请将下面的回执与纸面逐位比对。',
    'There is such a decision and it stands. Compare the receipt below with the paper.',
  ),
};
