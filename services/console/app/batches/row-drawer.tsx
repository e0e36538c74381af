import { Assess, OneRow, type ProjectInput } from '../generated/queries.ts';
import { Drawer } from '../parts/drawer.tsx';
import { ErrorNote, Note, UserErrors } from '../parts/note.tsx';
import { OutcomeTag } from '../parts/tag.tsx';
import { ConfirmForm } from '../portal/confirm-form.tsx';
import { useNames } from '../portal/use-names.ts';
import { VerdictBody } from '../portal/verdict.tsx';
import { say, text } from '../shell/locale.ts';
import { href } from '../shell/router.ts';
import { useQuery } from '../shell/use-query.ts';
import type { Batch } from './batch.ts';
import { type Confirmations, placeIn } from './place.ts';
import { nameOf, type Stated } from './stated.ts';

interface RowDrawerProps {
  readonly batch: Batch;
  readonly place: string;
  readonly confirmed: Confirmations | null;
  readonly onConfirm: (confirmations: Confirmations) => void;
  readonly onClose: () => void;
}

/** All that a row came to, and what an authority has decided of its discretionary exceptions. */
export function RowDrawer({ batch, place, confirmed, onConfirm, onClose }: RowDrawerProps) {
  const { data, error, damages, reload } = useQuery(OneRow, { id: batch.id, ...placeIn(place) }, true);
  const row = data?.batch?.row;
  const stated = (row?.stated ?? {}) as Stated & ProjectInput;
  const names = useNames(Array.isArray(stated.industries) ? stated.industries : [], []);
  const open = (row?.assessment?.findings ?? []).flatMap(({ entry, exceptions }) =>
    exceptions
      .filter(({ holds, exception }) => exception.discretionary && holds === 'UNKNOWN')
      .map(({ exception }) => ({ entry, exception })),
  );
  // What it comes to with what was confirmed, by what is in force.
  const after = useQuery(
    Assess,
    confirmed?.length ? { project: { ...stated, confirmations: confirmed }, on: batch.on } : null,
  );
  return (
    <Drawer title={row ? nameOf(row) : say(T.loading)} onClose={onClose}>
      {error && <ErrorNote error={error} onRetry={reload} />}
      {data && !row && <Note tone="bad">{say(T.unknown)}</Note>}
      {row && (
        <div class="stack">
          <p class="row">
            {row.outcome && <OutcomeTag outcome={row.outcome} />}
            <span class="muted">{[stated.projectCode, stated.applicant].filter(Boolean).join(' · ')}</span>
          </p>
          {damages.map((damage) => (
            <ErrorNote key={damage.path.join()} error={damage.error} />
          ))}
          {row.decision && (
            <Note tone="good">
              <a href={href(['decisions', row.decision.id])}>{say(T.decided)}</a>
            </Note>
          )}
          <UserErrors errors={row.userErrors} />
          {open.length > 0 && row.decision === null && damages.length === 0 && (
            <section class="card stack">
              <h3>{say(T.discretion)}</h3>
              <p class="muted">{say(T.discretionLead)}</p>
              <ConfirmForm open={open} confirmed={confirmed ?? []} onConfirm={onConfirm} />
              {after.error && <ErrorNote error={after.error} />}
              <UserErrors errors={after.data?.assess.userErrors ?? []} />
              {after.data?.assess.assessment && (
                <p role="status">
                  {say(T.after)} <OutcomeTag outcome={after.data.assess.assessment.outcome} />
                </p>
              )}
            </section>
          )}
          {row.assessment && <VerdictBody assessment={row.assessment} names={names} />}
        </div>
      )}
    </Drawer>
  );
}

const T = {
  loading: text('正在加载…', 'Loading…'),
  unknown: text('批次中没有这一行。', 'The batch has no such row.'),
  decided: text('已作出准入决定，点此查看。', 'It is decided: see the decision.'),
  discretion: text('一事一议的除外情形', 'Exceptions at discretion'),
  discretionLead: text(
    '有权机关已经认定的，在此填写认定文件；办理决定时一并记入。',
    'Where the authority has decided, give its document here; it goes into the decision.',
  ),
  after: text('按以上认定，结论为', 'With this it comes to'),
};
