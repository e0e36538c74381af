import { useState } from 'preact/hooks';
import { FirstQuestions, OpenRows, type OpenRowsQuery, type QuestionGrouping } from '../generated/queries.ts';
import { ErrorNote } from '../parts/note.tsx';
import { say, type Text, text } from '../shell/locale.ts';
import { type Query, replaceQuery } from '../shell/router.ts';
import { usePages } from '../shell/use-pages.ts';
import { useQuery } from '../shell/use-query.ts';
import type { Batch } from './batch.ts';
import { nameOf, type Stated } from './stated.ts';

/** What to ask first, and of each applicant the questions to send. */
export function QuestionsView({ batch, query }: { readonly batch: Batch; readonly query: Query }) {
  const by = (query.by ?? null) as QuestionGrouping | null;
  const { data, error, reload } = useQuery(FirstQuestions, { id: batch.id, by });
  const groups = data?.batch?.firstQuestions ?? [];
  return (
    <>
      {error && <ErrorNote error={error} onRetry={reload} />}
      <section class="card stack">
        <div class="row">
          <h2 class="grow">{say(T.first)}</h2>
          <label class="row">
            {say(T.by)}
            <select
              class="field"
              value={by ?? ''}
              onChange={(event) => replaceQuery({ by: event.currentTarget.value })}
            >
              <option value="">{say(T.all)}</option>
              {(Object.keys(GROUPINGS) as QuestionGrouping[]).map((one) => (
                <option key={one} value={one}>
                  {say(GROUPINGS[one])}
                </option>
              ))}
            </select>
          </label>
        </div>
        {groups.map((group) => (
          <section key={headOf(group)} class="stack-tight">
            {by && (
              <h3>
                {headOf(group)} <span class="muted">{say(T.rows, { rows: group.rows })}</span>
              </h3>
            )}
            <ol class="questions">
              {group.questions.map(({ question, rows, alone, settled, fact }) => (
                <li key={fact.key}>
                  {question}{' '}
                  <span class="muted">
                    {[
                      say(T.concerns, { rows }),
                      ...(alone > 0 ? [say(T.alone, { rows: alone })] : []),
                      ...(settled > 0 ? [say(T.settled, { rows: settled })] : []),
                    ].join(' · ')}
                  </span>
                </li>
              ))}
            </ol>
          </section>
        ))}
        {data && groups.length === 0 && <p class="muted">{say(T.none)}</p>}
      </section>
      {groups.length > 0 && <ByApplicant batch={batch.id} />}
    </>
  );
}

type OpenRow = NonNullable<OpenRowsQuery['batch']>['results']['edges'][number]['node'];

function ByApplicant({ batch }: { readonly batch: string }) {
  const pages = usePages(OpenRows, { id: batch }, (data) => data.batch?.results ?? null);
  const rows = pages.edges.map(({ node }) => node);
  const [said, setSaid] = useState<Text | null>(null);
  const copy = (copied: readonly OpenRow[]) =>
    navigator.clipboard.writeText(copied.map(letterOf).join('\n\n')).then(
      () => setSaid(T.copied),
      () => setSaid(T.notCopied),
    );
  return (
    <section class="card stack">
      <div class="row">
        <h2 class="grow">
          {say(T.byApplicant)} <span class="muted">{say(T.rows, { rows: pages.total ?? 0 })}</span>
        </h2>
        <span role="status" class="muted">
          {said && say(said)}
        </span>
        <button type="button" class="btn" onClick={() => copy(rows)}>
          {say(T.copyAll, { rows: rows.length })}
        </button>
      </div>
      {pages.error && <ErrorNote error={pages.error} onRetry={pages.reload} />}
      {rows.map((row) => (
        <details key={`${row.chunk}:${row.row}`}>
          <summary>
            {nameOf(row)} <span class="muted">{(row.stated as Stated).applicant}</span>
          </summary>
          <div class="stack-tight">
            <ol class="questions">
              {questionsOf(row).map((question) => (
                <li key={question}>{question}</li>
              ))}
            </ol>
            <button type="button" class="btn" onClick={() => copy([row])}>
              {say(T.copy)}
              <span class="unseen">{nameOf(row)}</span>
            </button>
          </div>
        </details>
      ))}
      {rows.length < (pages.total ?? 0) && (
        <button type="button" class="btn" onClick={pages.more}>
          {say(T.more)}
        </button>
      )}
    </section>
  );
}

/** What could settle the row with the fewest answers comes first. */
function questionsOf({ assessment }: OpenRow): readonly string[] {
  const first = new Set(assessment?.minimalQuestions.map(({ fact }) => fact.key));
  const missing = assessment?.missingFacts ?? [];
  return [
    ...missing.filter(({ fact }) => first.has(fact.key)),
    ...missing.filter(({ fact }) => !first.has(fact.key)),
  ].map(({ question }) => question);
}

/** As it is sent to the applicant. */
function letterOf(row: OpenRow): string {
  const { applicant, projectCode } = row.stated as Stated;
  const head = [applicant, nameOf(row), projectCode].filter(Boolean).join(' ');
  return [say(T.letter, { head }), ...questionsOf(row).map((question, at) => `${at + 1}. ${question}`)].join(
    '\n',
  );
}

type Group = { readonly zone: { readonly name: Text } | null; readonly industry: string | null } & {
  readonly catalog: { readonly title: Text } | null;
  readonly entry: string | null;
};
const headOf = ({ zone, industry, catalog, entry }: Group): string =>
  zone ? say(zone.name) : catalog ? `${say(catalog.title)} ${entry}` : (industry ?? say(T.everyIndustry));

const GROUPINGS: Readonly<Record<QuestionGrouping, Text>> = {
  ZONE: text('按园区', 'By zone'),
  INDUSTRY: text('按行业', 'By industry'),
  ENTRY: text('按条目', 'By entry'),
};

const T = {
  first: text('先问哪些事项', 'What to ask first'),
  by: text('分组', 'Group'),
  all: text('不分组', 'All together'),
  rows: text('{rows} 行', '{rows} rows'),
  concerns: text('涉及 {rows} 行', 'concerns {rows} rows'),
  alone: text('仅缺此项 {rows} 行', 'alone settles {rows}'),
  settled: text('问到此项累计可定 {rows} 行', '{rows} settled up to here'),
  none: text('没有缺少材料的行。', 'No row lacks anything.'),
  byApplicant: text('发给申请人的问题清单', 'Questions to send to each applicant'),
  copy: text('复制', 'Copy'),
  copyAll: text('复制所列 {rows} 个项目的清单', 'Copy those of these {rows}'),
  copied: text('已复制。', 'Copied.'),
  notCopied: text('浏览器不允许复制。', 'The browser does not allow copying.'),
  more: text('再列一些', 'More'),
  letter: text('{head}：请补充以下情况。', '{head}: please tell us the following.'),
  everyIndustry: text('不限行业的条目', 'Entries for every industry'),
};
