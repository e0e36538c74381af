import { useState } from 'preact/hooks';
import {
  Assess,
  type ConfirmationInput,
  DecisionToSupersede,
  type DecisionToSupersedeQuery,
  Supersede,
  ZoneOfEnquiry,
} from '../generated/queries.ts';
import { ActDialog } from '../parts/act-dialog.tsx';
import { Field } from '../parts/field.tsx';
import { ROLE_LABELS } from '../parts/labels.ts';
import { ErrorNote, Note, UserErrors } from '../parts/note.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { OutcomeTag } from '../parts/tag.tsx';
import { useSettled } from '../parts/use-settled.ts';
import { useWho } from '../parts/use-who.ts';
import { Answers } from '../portal/answers.tsx';
import { ConfirmForm, type OpenException } from '../portal/confirm-form.tsx';
import {
  answered,
  answerOf,
  type Enquiry,
  enquiryQuery,
  type Known,
  projectOf,
  readEnquiry,
  withAnswer,
} from '../portal/enquiry.ts';
import { IndustryCard } from '../portal/industry-card.tsx';
import { QuestionCard } from '../portal/question-card.tsx';
import { useNames } from '../portal/use-names.ts';
import { VerdictBody } from '../portal/verdict.tsx';
import { ask } from '../shell/ask.ts';
import { say, text } from '../shell/locale.ts';
import { go, href, type Query, replaceQuery } from '../shell/router.ts';
import { today } from '../shell/today.ts';
import { useQuery } from '../shell/use-query.ts';
import { askedAbout, NAMING, statedAgain } from './stated-again.ts';

type Decision = NonNullable<DecisionToSupersedeQuery['decision']>;

interface SupersedePageProps {
  readonly id: string;
  readonly query: Readonly<Record<string, string>>;
}

/** A new decision in the place of one that was recorded: that one stays as it is. */
export function SupersedePage({ id, query }: SupersedePageProps) {
  const { data, error, reload } = useQuery(DecisionToSupersede, { id });
  const decision = data?.decision;
  return (
    <>
      <PageHead title={say(T.title)} lead={<a href={href(['decisions', id])}>{say(T.back, { id })}</a>} />
      {error && <ErrorNote error={error} onRetry={reload} />}
      {data && !decision && <Note tone="bad">{say(T.unknown)}</Note>}
      {decision?.superseded && (
        <Note>
          {say(T.superseded)}{' '}
          {decision.supersededBy && (
            <a href={href(['decisions', decision.supersededBy.id])}>{decision.supersededBy.id}</a>
          )}
        </Note>
      )}
      {decision && !decision.superseded && <Anew decision={decision} query={query} />}
    </>
  );
}

function Anew({
  decision,
  query,
}: {
  readonly decision: Decision;
  readonly query: Query & SupersedePageProps['query'];
}) {
  const { zone } = decision.project;
  // What was changed stands in the address, as with any enquiry.
  const read = readEnquiry(query);
  const enquiry: Enquiry = {
    ...read,
    zone: zone.id,
    project: query.facts ? read.project : statedAgain(decision.project),
  };
  const { project } = enquiry;
  const on = enquiry.on ?? today();
  const who = useWho(zone.id);
  const [changing, setChanging] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const [onReason, setOnReason] = useState('');
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const settled = useSettled(projectOf(enquiry));
  const about = useQuery(ZoneOfEnquiry, { zone: zone.id, on });
  const { data, error, loading, reload } = useQuery(Assess, { project: settled, on });
  const assessment = data?.assess.assessment ?? null;
  const industries = project.industries ?? [];
  const names = useNames(industries, about.data?.zone?.areas ?? []);
  const definitions = new Map(about.data?.factDefinitions.map((fact) => [fact.key, fact]));
  const missing = assessment?.missingFacts ?? [];
  const fact =
    changing === null
      ? undefined
      : (definitions.get(changing) ?? missing.find((one) => one.fact.key === changing)?.fact);

  const change = (changed: Known) => {
    setChanging(null);
    replaceQuery(enquiryQuery({ ...enquiry, project: changed }));
  };
  const answer = (key: string, value: unknown) => change(withAnswer(enquiry, key, value).project);

  const confirmed = project.confirmations ?? [];
  const open = (assessment?.findings ?? []).flatMap(({ entry, exceptions }) =>
    exceptions
      .filter(
        ({ holds, exception }) =>
          exception.discretionary && (holds === 'UNKNOWN' || confirmed.some(isOf({ entry, exception }))),
      )
      .map(({ exception }) => ({ entry, exception })),
  );
  const confirm = (confirmations: readonly ConfirmationInput[]) => {
    const others = confirmed.filter((one) => !open.some((exception) => isOf(exception)(one)));
    const all = [...others, ...confirmations];
    const { confirmations: _, ...rest } = project;
    change(all.length > 0 ? { ...rest, confirmations: all } : rest);
  };

  let made = '';
  const run = async (reason: string) => {
    const input = {
      project: projectOf(enquiry),
      on,
      ...(on !== today() && { onReason }),
      supersedes: { decision: decision.id, reason },
      idempotencyKey,
    };
    const { decideAdmission } = await ask(Supersede, { input });
    made = decideAdmission.decision?.id ?? '';
    return decideAdmission.userErrors;
  };
  const isOfficer = who.roles.includes('OFFICER');
  // What was decided of other facts is not what would be recorded.
  const isFresh = !loading && JSON.stringify(settled) === JSON.stringify(projectOf(enquiry));
  return (
    <div class="stack">
      <section class="card stack">
        <div class="row" role="status" aria-busy={!isFresh}>
          <span>{say(T.was, { on: decision.assessment.on })}</span>
          <OutcomeTag outcome={decision.assessment.outcome} />
          <span aria-hidden="true">→</span>
          <span>{say(T.becomes, { on })}</span>
          {isFresh && assessment ? (
            <OutcomeTag outcome={assessment.outcome} />
          ) : (
            <span class="muted">{say(T.deciding)}</span>
          )}
          <span class="grow" />
          {isOfficer ? (
            <button
              type="button"
              class="btn main"
              disabled={!isFresh || !assessment}
              onClick={() => setAsked(true)}
            >
              {say(T.open)}
            </button>
          ) : (
            <span class="muted">{say(T.whoMay, { who: say(ROLE_LABELS.OFFICER) })}</span>
          )}
        </div>
        <p class="muted">{say(T.lead)}</p>
      </section>
      {error && <ErrorNote error={error} onRetry={reload} />}
      {about.error && <ErrorNote error={about.error} onRetry={about.reload} />}
      <UserErrors errors={data?.assess.userErrors ?? []} />
      {changing === 'industries' ? (
        <IndustryCard
          chosen={industries}
          names={names}
          onChange={(codes) => {
            // What is chosen here is of the edition of today.
            const { industryEdition: _, ...rest } = project;
            change(
              withAnswer({ ...enquiry, project: rest }, 'industries', codes.length > 0 ? codes : undefined)
                .project,
            );
          }}
          onLater={() => setChanging(null)}
        />
      ) : (
        fact && (
          <QuestionCard
            key={fact.key}
            enquiry={enquiry}
            fact={fact}
            missing={missing.find((one) => one.fact.key === fact.key)}
            names={names}
            findings={assessment?.findings ?? []}
            left={{ least: missing.length, most: missing.length }}
            said={answered(askedAbout(project)).length}
            value={answerOf(project, fact.key)}
            onAnswer={(value) => answer(fact.key, value)}
            onLater={() => answer(fact.key, undefined)}
            onVerdict={() => setChanging(null)}
          />
        )
      )}
      {open.length > 0 && (
        <section class="card stack">
          <h2>{say(T.discretion)}</h2>
          <ConfirmForm open={open} confirmed={confirmed} onConfirm={confirm} />
        </section>
      )}
      <div class="cols">
        <Answers
          enquiry={{ ...enquiry, project: askedAbout(project) }}
          definitions={definitions}
          names={names}
          zone={null}
          onChange={setChanging}
        />
        <section class="card">
          <h2>{say(T.project)}</h2>
          {NAMING.map((name) => (
            <Field key={name} label={say(T[name])}>
              {(of) => (
                <input
                  {...of}
                  value={project[name] ?? ''}
                  onInput={(event) => {
                    const { [name]: _, ...rest } = project;
                    const typed = event.currentTarget.value;
                    change(typed === '' ? rest : { ...project, [name]: typed });
                  }}
                />
              )}
            </Field>
          ))}
          <Field label={say(T.on)} hint={say(T.onHint, { on: decision.assessment.on })}>
            {(of) => (
              <input
                {...of}
                type="date"
                value={on}
                onChange={(event) =>
                  replaceQuery(enquiryQuery({ ...enquiry, on: event.currentTarget.value || null }))
                }
              />
            )}
          </Field>
        </section>
      </div>
      {assessment && (
        <div aria-busy={!isFresh}>
          <VerdictBody assessment={assessment} names={names} onChange={setChanging} />
        </div>
      )}
      {asked && assessment && (
        <ActDialog
          title={say(T.title)}
          act={say(T.act)}
          lead={
            <>
              {say(T.effect, { id: decision.id })} <OutcomeTag outcome={decision.assessment.outcome} gone />{' '}
              <OutcomeTag outcome={assessment.outcome} />
            </>
          }
          run={run}
          onDone={() => go(['decisions', made])}
          onClose={() => setAsked(false)}
        >
          {on !== today() && (
            <Field label={say(T.onReason)} hint={say(T.onReasonHint, { on })}>
              {(of) => (
                <input {...of} value={onReason} onInput={(event) => setOnReason(event.currentTarget.value)} />
              )}
            </Field>
          )}
        </ActDialog>
      )}
    </div>
  );
}

const isOf =
  ({ entry, exception }: OpenException) =>
  (one: ConfirmationInput): boolean =>
    one.catalog === entry.catalog.id && one.entry === entry.code && one.exception === exception.key;

const T = {
  title: text('以新的决定替代', 'Supersede a decision'),
  back: text('返回原决定 {id}', 'Back to decision {id}'),
  unknown: text('没有这份决定，或您无权查看。', 'There is no such decision, or you may not see it.'),
  superseded: text(
    '该决定已被替代；如需更正，请替代后者：',
    'It was superseded already. If need be supersede the latter:',
  ),
  lead: text(
    '改正或补充下面的情况，写下有权机关的认定；原决定原样保存，由新的决定替代。',
    'Correct or complete what is stated below, and note what the authority has decided. The old decision is kept as it is; the new one takes its place.',
  ),
  was: text('原结论（{on}）', 'Decided ({on})'),
  becomes: text('按下面的情况（{on}）', 'As stated below ({on})'),
  deciding: text('正在判定…', 'Deciding…'),
  open: text('替代…', 'Supersede…'),
  act: text('作出新的决定', 'Decide'),
  effect: text(
    '将作出新的决定替代 {id}，一经作出即存证，不能修改。',
    'A new decision takes the place of {id}. It is recorded for good.',
  ),
  whoMay: text('由{who}办理', 'For: {who}'),
  discretion: text('一事一议的除外情形', 'Exceptions at discretion'),
  project: text('项目', 'Project'),
  name: text('项目名称', 'Name'),
  projectCode: text('项目代码', 'Project code'),
  applicant: text('建设单位', 'Applicant'),
  unifiedSocialCreditCode: text('统一社会信用代码', 'Unified social credit code'),
  on: text('受理日', 'Day of acceptance'),
  onHint: text('原决定按 {on} 作出；不填为今天。', 'The old one was for {on}. Today where left empty.'),
  onReason: text('受理日理由', 'Reason for that day'),
  onReasonHint: text('按 {on} 而不是今天作出决定的理由', 'Why it is decided for {on} and not for today'),
};
