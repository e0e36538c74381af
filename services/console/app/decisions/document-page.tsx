import { OneDecision, type OneDecisionQuery } from '../generated/queries.ts';
import { MEASURES, OUTCOMES, ROLE_LABELS } from '../parts/labels.ts';
import { ErrorNote, Note } from '../parts/note.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Tag } from '../parts/tag.tsx';
import { useWho } from '../parts/use-who.ts';
import { basisText, entryName } from '../portal/entry-words.ts';
import { list, localeStore, say, text } from '../shell/locale.ts';
import { href } from '../shell/router.ts';
import { useQuery } from '../shell/use-query.ts';
import { ReceiptCode } from './receipt-code.tsx';

type Decision = NonNullable<OneDecisionQuery['decision']>;

/** A decision as a document (准入决定): one reads it here as it comes out of the printer, on A4. */
export function DocumentPage({ id }: { readonly id: string }) {
  const { data, error, damages, reload } = useQuery(OneDecision, { id }, true);
  const decision = data?.decision;
  return (
    <>
      <div class="no-print">
        <PageHead title={say(T.page)} lead={<a href={href(['decisions'])}>{say(T.back)}</a>}>
          {decision && <ToSupersede decision={decision} />}
          <button type="button" class="btn main" disabled={!decision} onClick={() => print()}>
            {say(T.print)}
          </button>
        </PageHead>
      </div>
      {error && <ErrorNote error={error} onRetry={reload} />}
      {damages.map((damage) => (
        <ErrorNote key={damage.path.join()} error={damage.error} />
      ))}
      {data && !decision && damages.length === 0 && <Note tone="bad">{say(T.unknown)}</Note>}
      {decision && <Sheet decision={decision} />}
    </>
  );
}

interface SheetProps {
  readonly decision: Decision;
}

/** Who may put another decision in its place is offered to; everybody else is told who may. */
function ToSupersede({ decision }: SheetProps) {
  const who = useWho(decision.project.zone.id);
  if (decision.superseded || who.subject === null) return null;
  if (!who.roles.includes('OFFICER'))
    return <span class="muted">{say(T.whoSupersedes, { who: say(ROLE_LABELS.OFFICER) })}</span>;
  return (
    <a class="btn" href={href(['decisions', decision.id, 'supersede'])}>
      {say(T.supersede)}
    </a>
  );
}

function Sheet({ decision }: SheetProps) {
  const { project, assessment, supersedes, superseded, supersededBy } = decision;
  const { sign, tone, text: word } = OUTCOMES[assessment.outcome];
  // What may apply yet is in the explanation, with what is still to be stated.
  const applying = assessment.findings.filter(({ applies }) => applies === 'TRUE');
  const decisive = applying.filter((finding) => finding.decisive);
  const demands = applying.flatMap(({ entry, requirements }) =>
    requirements.filter(({ met }) => met !== 'TRUE').map(({ requirement }) => ({ entry, requirement })),
  );
  const facts: readonly (readonly [string, string | null])[] = [
    [say(T.project), project.name],
    [say(T.projectCode), project.projectCode],
    [say(T.applicant), project.applicant],
    [say(T.creditCode), project.unifiedSocialCreditCode],
    [say(T.zone), `${say(project.zone.name)}（${project.zone.id}）`],
    [say(T.industries), project.industries && list(project.industries)],
    [say(T.on), `${assessment.on}${decision.onReason ? `（${decision.onReason}）` : ''}`],
  ];
  return (
    <article class="sheet" aria-labelledby="decision">
      <header class="sheet-head">
        <div class="grow">
          <h1 id="decision">{say(T.title)}</h1>
          <p class="num">{decision.id}</p>
        </div>
        <ReceiptCode id={decision.id} receipt={decision.receipt} />
      </header>
      {superseded && (
        <Note tone="bad">
          {say(T.superseded)}{' '}
          {supersededBy ? (
            <a href={href(['decisions', supersededBy.id])}>{supersededBy.id}</a>
          ) : (
            say(T.damaged)
          )}
        </Note>
      )}
      {supersedes && (
        <p>
          {say(T.supersedes, { id: supersedes.decision?.id ?? say(T.damaged), reason: supersedes.reason })}
        </p>
      )}
      <dl class="pairs">
        {facts.map(([name, value]) => [
          <dt key={name}>{name}</dt>,
          <dd key={`${name} value`}>{value || say(T.notStated)}</dd>,
        ])}
      </dl>
      <section class={`verdict ${tone}`}>
        <h2>
          {say(T.outcome)}：<span aria-hidden="true">{sign}</span> {say(word)}
        </h2>
        <p class="pre">{assessment.explanation}</p>
      </section>
      {decisive.length > 0 && (
        <section>
          <h2>{say(T.decisive)}</h2>
          {decisive.map(({ entry }) => (
            <div class="entry" key={`${entry.catalog.id} ${entry.code}`}>
              <Tag of={MEASURES[entry.measure]} />
              <div>
                <p>
                  <b>{entryName(entry)}</b> {say(entry.text)}
                </p>
                <p class="muted">{basisText(entry.basis)}</p>
              </div>
            </div>
          ))}
        </section>
      )}
      {demands.length > 0 && (
        <section>
          <h2>{say(T.demands)}</h2>
          <ul class="boxes">
            {demands.map(({ entry, requirement }) => (
              <li key={`${entry.catalog.id} ${entry.code} ${requirement.key}`}>
                {say(requirement.text)}
                {requirement.evidence && (
                  <>
                    {' '}
                    {say(T.evidence)}
                    {say(requirement.evidence)}
                  </>
                )}{' '}
                <span class="muted">{entryName(entry)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {assessment.missingFacts.length > 0 && (
        <section>
          <h2>{say(T.missing)}</h2>
          <ol>
            {assessment.missingFacts.map(({ fact, question }) => (
              <li key={fact.key}>{question}</li>
            ))}
          </ol>
        </section>
      )}
      <section>
        <h2>{say(T.versions)}</h2>
        <ul>
          {assessment.versions.map(({ id, number, catalog }) => (
            <li key={id}>
              {say(T.version, { title: say(catalog.title), document: catalog.documentNumber ?? '', number })}
            </li>
          ))}
        </ul>
      </section>
      <footer class="sheet-foot">
        <dl class="pairs">
          <dt>{say(T.by)}</dt>
          <dd>{decision.decidedBy}</dd>
          <dt>{say(T.authority)}</dt>
          <dd>{say(T.asOfficer, { zone: say(project.zone.name) })}</dd>
          <dt>{say(T.at)}</dt>
          <dd class="num">{inShanghai(decision.decidedAt)}</dd>
          <dt>{say(T.receipt)}</dt>
          <dd class="num wrap">{decision.receipt}</dd>
          <dt>{say(T.standing)}</dt>
          <dd>{decision.standing.text}</dd>
        </dl>
        <p class="muted">{say(T.verify)}</p>
      </footer>
    </article>
  );
}

/** The time that counts by law, whatever the clock of the reader says. */
const inShanghai = (time: string): string =>
  new Intl.DateTimeFormat(localeStore.get() === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(new Date(time));

const T = {
  page: text('准入决定', 'Decision'),
  title: text('准入决定', 'Decision on admission'),
  back: text('返回列表', 'Back to the list'),
  print: text('打印', 'Print'),
  unknown: text('没有这份决定，或您无权查看。', 'There is no such decision, or you may not see it.'),
  supersede: text('替代…', 'Supersede…'),
  whoSupersedes: text('如需更正，由{who}以新的决定替代', 'To correct it, another decision is made by: {who}'),
  damaged: text(
    '（记录损坏或无权查看的一份决定）',
    '(a decision whose record is damaged or that you may not see)',
  ),
  superseded: text('本决定已被替代，不再有效，见', 'This decision no longer stands. It was superseded by'),
  supersedes: text('本决定替代 {id}，理由：{reason}', 'This decision supersedes {id}: {reason}'),
  project: text('项目名称', 'Project'),
  projectCode: text('项目代码', 'Project code'),
  applicant: text('建设单位', 'Applicant'),
  creditCode: text('统一社会信用代码', 'Unified social credit code'),
  zone: text('园区', 'Zone'),
  industries: text('行业代码', 'Industries'),
  on: text('受理日', 'Day of acceptance'),
  notStated: text('未填报', 'not stated'),
  outcome: text('准入结论', 'Outcome'),
  decisive: text('决定性条目和依据', 'What decided, and its legal basis'),
  demands: text('须满足的条件和提交的材料', 'Conditions to be met, and evidence'),
  evidence: text('材料：', 'Evidence: '),
  missing: text('尚待补充的情况', 'What is still to be stated'),
  versions: text('所依据的目录版本', 'Versions of the catalogs'),
  version: text('{title}（{document}）第 {number} 版', '{title} ({document}), version {number}'),
  by: text('决定人', 'Decided by'),
  authority: text('职权', 'Authority'),
  asOfficer: text(
    '审批人员（officer），授权区域为{zone}或其上级区域；记录本决定时已核验',
    'officer of {zone} or of a jurisdiction above it, as was verified when this was recorded',
  ),
  at: text('决定时间', 'Decided at'),
  receipt: text('回执', 'Receipt'),
  standing: text('存证状态', 'Standing of the record'),
  verify: text(
    '扫描右上角二维码，可核验本文书与记录是否一致。',
    'Scan the code at the top to verify that this paper is what was recorded.',
  ),
};
