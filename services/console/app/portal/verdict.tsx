import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { AskedFragment, AssessedFragment } from '../generated/queries.ts';
import { ExplainEnquiry } from '../generated/queries.ts';
import { MEASURES, OUTCOMES } from '../parts/labels.ts';
import { ErrorNote, Note } from '../parts/note.tsx';
import { Tag } from '../parts/tag.tsx';
import { type ApiError, ask } from '../shell/ask.ts';
import { list, say, type Text, text } from '../shell/locale.ts';
import { href } from '../shell/router.ts';
import { useQuery } from '../shell/use-query.ts';
import { type Enquiry, projectOf } from './enquiry.ts';
import { basisText, clauses, entryName, type Finding, pair } from './entry-words.ts';
import { valueText } from './value-text.ts';

interface VerdictProps {
  readonly enquiry: Enquiry;
  readonly title: string;
  readonly assessment: AssessedFragment;
  readonly definitions: ReadonlyMap<string, AskedFragment>;
  readonly names: ReadonlyMap<string, Text>;
  /** Changes or completes an answer. */
  readonly onChange: (key: string) => void;
  /** Goes on with the questions that were left. */
  readonly onAskOn: () => void;
}

/** All that came of it on one screen: the outcome, what decided it, what is to be done, what is open. */
export function Verdict({ enquiry, title, assessment, names, onChange, onAskOn }: VerdictProps) {
  const { outcome, findings, missingFacts, reasons, possibleOutcomes } = assessment;
  const deciding = decidingOf(findings);
  const { sign, tone, text: word } = OUTCOMES[outcome];
  return (
    <>
      <section class={`verdict ${tone}`} aria-labelledby="question">
        <p class="muted">{title}</p>
        <h1 id="question" tabIndex={-1}>
          <span aria-hidden="true">{sign}</span> {say(word)}
        </h1>
        <p>{summary()}</p>
      </section>
      <Actions enquiry={enquiry} onAskOn={missingFacts.length > 0 ? onAskOn : null} />
      <VerdictBody assessment={assessment} names={names} onChange={onChange}>
        <InFull enquiry={enquiry} count={findings.length} />
      </VerdictBody>
    </>
  );

  /** The one sentence that decides. */
  function summary(): string {
    const [first] = deciding;
    if (outcome === 'NEEDS_INFORMATION')
      return say(T.summaryOpen, {
        count: missingFacts.length,
        outcomes: list(possibleOutcomes.map((one) => say(OUTCOMES[one].text))),
      });
    if (first) return say(T.summary, { entry: entryName(first.entry), text: say(first.entry.text) });
    const reason = reasons.find(({ decisive }) => decisive);
    return reason ? reason.message : say(T.summaryNone);
  }
}

const decidingOf = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ applies, decisive }) => decisive && applies === 'TRUE');

interface BodyProps extends Pick<VerdictProps, 'assessment' | 'names'> {
  /** Where answers can be given: changes or completes one. */
  readonly onChange?: VerdictProps['onChange'];
  /** What stands below all of it. */
  readonly children?: ComponentChildren;
}

/** What decided it, what is to be done, what is open, and who is concerned. */
export function VerdictBody({ assessment, names, onChange, children }: BodyProps) {
  const { outcome, findings, missingFacts, reasons, notices } = assessment;
  const deciding = decidingOf(findings);
  const maybe = findings.filter(({ applies, decisive }) => decisive && applies === 'UNKNOWN');
  const demands = findings
    .filter(({ applies }) => applies !== 'FALSE')
    .flatMap((finding) =>
      finding.requirements
        .filter(({ met }) => met !== 'TRUE')
        .map(({ met, requirement }) => ({ finding, met, requirement })),
    );
  return (
    <div class="cols">
      <div class="stack">
        {deciding.length > 0 && (
          <section class="card">
            <h2>{say(T.decided)}</h2>
            {deciding.map((finding) => (
              <Decisive key={entryName(finding.entry)} finding={finding} names={names} />
            ))}
          </section>
        )}
        {demands.length > 0 && <Checklist demands={demands} refused={outcome === 'REFUSED'} />}
        {missingFacts.length > 0 && (
          <section class="card">
            <h2>
              {say(T.open)} <span class="muted">{say(T.byFact)}</span>
            </h2>
            <MissingFacts facts={missingFacts.slice(0, SHOWN)} onChange={onChange} />
            {missingFacts.length > SHOWN && (
              <details>
                <summary>{say(T.others, { count: missingFacts.length - SHOWN })}</summary>
                <MissingFacts facts={missingFacts.slice(SHOWN)} onChange={onChange} />
              </details>
            )}
          </section>
        )}
        {maybe.length > 0 && (
          <details class="card">
            <summary>{say(T.maybe, { count: maybe.length })}</summary>
            <div>
              {maybe.map((finding) => (
                <Decisive key={entryName(finding.entry)} finding={finding} names={names} />
              ))}
            </div>
          </details>
        )}
        {children}
      </div>
      <div class="stack">
        <Departments
          findings={[...deciding, ...demands.map(({ finding }) => finding)].filter(
            ({ applies }) => applies === 'TRUE',
          )}
        />
        {[...reasons, ...notices].length > 0 && (
          <section class="card stack-tight">
            <h2>{say(T.besides)}</h2>
            {[...reasons, ...notices].map(({ code, message }) => (
              <p key={`${code}${message}`} class="why">
                {message}
              </p>
            ))}
          </section>
        )}
        <section class="card stack-tight">
          <h2>{say(T.basis)}</h2>
          <p class="muted">{say(T.asOf, { day: assessment.on })}</p>
          <p class="muted">{say(T.opinion)}</p>
        </section>
      </div>
    </div>
  );
}

/** The rest is a press away: what is on the screen is what matters most. */
const SHOWN = 8;

function MissingFacts(props: {
  readonly facts: AssessedFragment['missingFacts'];
  readonly onChange: VerdictProps['onChange'] | undefined;
}) {
  return (
    <ul class="lines">
      {props.facts.map(({ fact, neededBy }) => (
        <li key={fact.key}>
          <span class="grow">
            {say(fact.name)} <span class="muted">{say(T.entries, { count: neededBy.length })}</span>
          </span>
          {props.onChange && (
            <button type="button" class="btn quiet" onClick={() => props.onChange!(fact.key)}>
              {say(T.complete)}
              <span class="unseen">{say(fact.name)}</span>
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function Decisive({
  finding,
  names,
}: {
  readonly finding: Finding;
  readonly names: ReadonlyMap<string, Text>;
}) {
  const { entry, because, exceptions, version } = finding;
  const known = because.filter((one) => one.known);
  const unknown = because.filter((one) => !one.known);
  const failed = exceptions.filter(({ holds }) => holds === 'FALSE');
  const open = exceptions.filter(({ holds }) => holds === 'UNKNOWN');
  return (
    <div class="entry">
      <Tag of={MEASURES[entry.measure]} />
      <div class="stack-tight">
        <p>
          <b>{entryName(entry)}</b> {say(entry.text)}
        </p>
        {known.length > 0 && (
          <p class="why">
            {say(T.read)}{' '}
            {clauses(
              known.map(({ fact, value }) =>
                pair(say(fact.name), valueText(fact, read(fact.key, value), names)),
              ),
            )}
          </p>
        )}
        {unknown.length > 0 && (
          <p class="why">
            {say(T.notRead)} {list(unknown.map(({ fact }) => say(fact.name)))}
          </p>
        )}
        {failed.length > 0 && (
          <p class="why">
            {say(T.noException)} {clauses(failed.map(({ exception }) => say(exception.text)))}
          </p>
        )}
        {open.length > 0 && (
          <p class="why">
            {say(T.openException)} {clauses(open.map(({ exception }) => say(exception.text)))}
          </p>
        )}
        {entry.replacement && (
          <p class="why">
            {say(T.instead)} {say(entry.replacement)}
          </p>
        )}
        <p class="muted">
          {basisText(entry.basis)}
          {entry.responsibility && ` · ${say(T.lead)} ${entry.responsibility.lead}`} ·{' '}
          <a
            href={href(['catalogs', entry.catalog.id, 'entry', entry.code], {
              version: String(version.number),
            })}
          >
            {say(T.history)}
            <span class="unseen">{entryName(entry)}</span>
          </a>
        </p>
      </div>
    </div>
  );
}

/** What was read has the plain value of a declared fact; what was stated names its type. */
const read = (key: string, value: unknown): unknown =>
  key.includes('.') ? { key, value: { plain: value } } : value;

interface Demand {
  readonly finding: Finding;
  readonly met: Finding['requirements'][number]['met'];
  readonly requirement: Finding['requirements'][number]['requirement'];
}

function Checklist({ demands, refused }: { readonly demands: readonly Demand[]; readonly refused: boolean }) {
  const certain = demands.filter(({ finding: { applies } }) => applies === 'TRUE');
  const possible = demands.filter(({ finding: { applies } }) => applies === 'UNKNOWN');
  return (
    <section class="card">
      <h2>
        {say(refused ? T.demandsBesides : T.demands)} <span class="muted">{certain.length || null}</span>
      </h2>
      <Demands demands={certain} />
      {possible.length > 0 && (
        <details>
          <summary>{say(T.mayDemand, { count: possible.length })}</summary>
          <Demands demands={possible} />
        </details>
      )}
    </section>
  );
}

function Demands({ demands }: { readonly demands: readonly Demand[] }) {
  return (
    <ul class="lines">
      {demands.map(({ finding: { entry }, met, requirement }) => (
        <li key={`${entry.catalog.id}${entry.code}${requirement.key}`}>
          <label class="tick grow">
            <input type="checkbox" />
            <span>
              {say(requirement.text)}{' '}
              <span class="muted">
                {entryName(entry)}
                {requirement.evidence && ` · ${say(T.evidence)} ${say(requirement.evidence)}`}
              </span>
            </span>
          </label>
          {met === 'FALSE' && <span class="tag refuse">{say(T.notMet)}</span>}
        </li>
      ))}
    </ul>
  );
}

function Departments({ findings }: { readonly findings: readonly Finding[] }) {
  const entries = new Map<string, Set<string>>();
  const cooperating = new Set<string>();
  for (const { entry } of findings) {
    if (!entry.responsibility) continue;
    const { lead } = entry.responsibility;
    entries.set(lead, (entries.get(lead) ?? new Set()).add(entryName(entry)));
    for (const one of entry.responsibility.cooperating) cooperating.add(one);
  }
  if (entries.size === 0) return null;
  return (
    <section class="card">
      <h2>{say(T.departments)}</h2>
      <ul class="lines">
        {[...entries].map(([lead, names]) => (
          <li key={lead}>
            <b class="grow">{lead}</b> <span class="muted">{list([...names])}</span>
          </li>
        ))}
      </ul>
      {cooperating.size > 0 && (
        <p class="muted">
          {say(T.cooperating)} {list([...cooperating])}
        </p>
      )}
    </section>
  );
}

function Actions({ enquiry, onAskOn }: { readonly enquiry: Enquiry; readonly onAskOn: (() => void) | null }) {
  const [said, setSaid] = useState<Text | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const copy = (what: string, done: Text) =>
    navigator.clipboard.writeText(what).then(
      () => setSaid(done),
      () => setSaid(T.notCopied),
    );
  const copyText = () =>
    ask(ExplainEnquiry, { project: projectOf(enquiry), on: enquiry.on }).then(
      ({ assess }) => copy(`${assess.assessment?.explanation ?? ''}\n\n${location.href}`, T.textCopied),
      setError,
    );
  return (
    <div class="row no-print">
      {onAskOn && (
        <button type="button" class="btn main" onClick={onAskOn}>
          {say(T.askOn)}
        </button>
      )}
      <button type="button" class="btn" onClick={() => copy(location.href, T.linkCopied)}>
        {say(T.copyLink)}
      </button>
      <button type="button" class="btn" onClick={copyText}>
        {say(T.copyText)}
      </button>
      <button type="button" class="btn" onClick={() => print()}>
        {say(T.print)}
      </button>
      <a class="btn" href={href([])}>
        {say(T.anew)}
      </a>
      <span role="status" class="muted">
        {said && say(said)}
      </span>
      {error && <ErrorNote error={error} />}
    </div>
  );
}

/** Every entry with all that was read, fetched when somebody wants it. */
function InFull({ enquiry, count }: { readonly enquiry: Enquiry; readonly count: number }) {
  const [open, setOpen] = useState(false);
  const { data, error, reload } = useQuery(
    ExplainEnquiry,
    open ? { project: projectOf(enquiry), on: enquiry.on } : null,
  );
  return (
    <details class="card on-demand" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say(T.full, { count })}</summary>
      <div>
        {error && <ErrorNote error={error} onRetry={reload} />}
        {data ? <p class="pre">{data.assess.assessment?.full}</p> : <Note>{say(T.loading)}</Note>}
      </div>
    </details>
  );
}

const T = {
  decided: text('决定结论的条款', 'What decided'),
  demands: text('须满足的条件和提交的材料', 'Conditions to meet and evidence to hand in'),
  demandsBesides: text('即使没有上述条款，还须满足', 'Even without these, to be met besides'),
  open: text('尚待说明的情况', 'Facts still open'),
  byFact: text('按事项归并', 'by fact'),
  entries: text('关系 {count} 条', '{count} entries turn on it'),
  complete: text('补充', 'Complete'),
  maybe: text(
    '视上述情况可能适用的条款（{count} 条）',
    'Entries that may apply, depending on these ({count})',
  ),
  full: text('逐条说明（{count} 条）', 'Every entry in full ({count})'),
  besides: text('另请注意', 'Mind besides'),
  basis: text('依据', 'Basis'),
  asOf: text('按 {day} 现行目录。', 'By the catalogs in force on {day}.'),
  opinion: text(
    '本结论为辅助意见，准入决定由主管部门作出。',
    'This supports the decision, which is that of the authority.',
  ),
  summary: text('依据{entry}：{text}', 'By {entry}: {text}'),
  summaryOpen: text(
    '还有 {count} 项情况没有说明，结果可能是：{outcomes}。',
    '{count} facts are still open. It may come to: {outcomes}.',
  ),
  summaryNone: text('没有条款限制该项目。', 'No entry stands against the project.'),
  read: text('认定：', 'Read:'),
  notRead: text('未知：', 'Not known:'),
  noException: text('除外情形不成立：', 'No exception holds:'),
  openException: text('除外情形待认定：', 'Exceptions still open:'),
  instead: text('可改用：', 'Use instead:'),
  lead: text('牵头', 'led by'),
  history: text('条目沿革', 'history'),
  evidence: text('材料：', 'evidence:'),
  notMet: text('不满足', 'Not met'),
  mayDemand: text(
    '视待说明的情况可能还须满足（{count} 项）',
    'Perhaps also, depending on what is open ({count})',
  ),
  others: text('其余 {count} 项', '{count} more'),
  departments: text('找哪些部门', 'Departments'),
  cooperating: text('配合部门：', 'Cooperating:'),
  askOn: text('继续回答', 'Go on answering'),
  copyLink: text('复制链接', 'Copy link'),
  copyText: text('复制文字', 'Copy as text'),
  print: text('打印', 'Print'),
  anew: text('再查一个', 'Another project'),
  linkCopied: text('链接已复制；打开即可重现本结论。', 'Link copied; it reproduces this verdict.'),
  textCopied: text('文字已复制。', 'Text copied.'),
  notCopied: text(
    '浏览器不允许复制，请手工复制地址栏。',
    'The browser does not allow copying; copy from the address bar.',
  ),
  loading: text('正在加载…', 'Loading…'),
};
