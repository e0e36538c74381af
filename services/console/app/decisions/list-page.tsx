import { useState } from 'preact/hooks';
import { type DecisionFilter, ListDecisions, type Outcome } from '../generated/queries.ts';
import { OUTCOMES } from '../parts/labels.ts';
import { ErrorNote, Note } from '../parts/note.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Table } from '../parts/table.tsx';
import { OutcomeTag, Tag } from '../parts/tag.tsx';
import { ZoneSelect } from '../parts/zone-select.tsx';
import { say, text } from '../shell/locale.ts';
import { go, href, type Query, replaceQuery } from '../shell/router.ts';
import { dayInShanghai } from '../shell/today.ts';
import { usePages } from '../shell/use-pages.ts';

/** The decisions of a zone, on a project or on an applicant, newest first. */
export function ListPage({ query }: { readonly query: Query }) {
  const { zone, code, credit, applicant, outcome, from, to } = query;
  const asked = Boolean(zone || code || credit);
  return (
    <>
      <PageHead title={say(T.title)} lead={say(T.lead)} />
      <div class="stack">
        <Filters query={query} />
        {asked ? (
          <Found
            key={JSON.stringify(query)}
            filter={{
              ...(code
                ? { projectCode: code }
                : credit
                  ? { unifiedSocialCreditCode: credit }
                  : { zone: zone! }),
              ...(applicant && { applicant }),
              ...(outcome && { outcomes: [outcome as Outcome] }),
              ...(from && { from }),
              ...(to && { to }),
            }}
          />
        ) : (
          <Note>{say(T.choose)}</Note>
        )}
      </div>
    </>
  );
}

function Found({ filter }: { readonly filter: DecisionFilter }) {
  const { edges, first, error, more, reload } = usePages(
    ListDecisions,
    { filter },
    // One that is damaged stands in its row, and hides none of the others.
    ({ decisions }) => ({ ...decisions, totalCount: 0 }),
    true,
  );
  return (
    <>
      {error && <ErrorNote error={error} onRetry={reload} />}
      <Table
        label={say(T.title)}
        rows={edges}
        keyOf={({ id }) => id}
        onOpen={({ id }) => go(['decisions', id])}
        onEnd={more}
        empty={first ? say(T.none) : say(T.loading)}
        columns={[
          {
            key: 'at',
            title: say(T.at),
            class: 'num',
            cell: ({ node }) => node && dayInShanghai(node.decidedAt),
          },
          {
            key: 'name',
            title: say(T.project),
            class: 'wide',
            cell: ({ id, node }) => (
              <a href={href(['decisions', id])}>{node?.project.name || node?.project.projectCode || id}</a>
            ),
          },
          { key: 'applicant', title: say(T.applicant), cell: ({ node }) => node?.project.applicant },
          { key: 'zone', title: say(T.zone), cell: ({ node }) => node && say(node.project.zone.name) },
          {
            key: 'outcome',
            title: say(T.outcome),
            cell: ({ node }) =>
              node ? (
                <>
                  <OutcomeTag outcome={node.assessment.outcome} gone={node.superseded} />
                  {node.superseded && <Tag of={{ tone: 'plain', text: T.superseded }} />}
                </>
              ) : (
                <Tag of={{ tone: 'refuse', text: T.damaged }} />
              ),
          },
          { key: 'by', title: say(T.by), cell: ({ node }) => node?.decidedBy },
        ]}
      />
    </>
  );
}

function Filters({ query }: { readonly query: Query }) {
  const [draft, setDraft] = useState(query);
  const set = (name: string) => (event: { readonly currentTarget: { readonly value: string } }) =>
    setDraft((old) => ({ ...old, [name]: event.currentTarget.value }));
  return (
    <form
      class="card row"
      onSubmit={(event) => {
        event.preventDefault();
        replaceQuery(draft);
      }}
    >
      <label class="row">
        {say(T.zone)}
        <ZoneSelect value={draft.zone ?? ''} onChange={(zone) => setDraft((old) => ({ ...old, zone }))}>
          <option value="">{say(T.anyZone)}</option>
        </ZoneSelect>
      </label>
      <label class="row">
        {say(T.outcome)}
        <select class="field" value={draft.outcome ?? ''} onChange={set('outcome')}>
          <option value="">{say(T.any)}</option>
          {Object.entries(OUTCOMES).map(([outcome, { text: word }]) => (
            <option key={outcome} value={outcome}>
              {say(word)}
            </option>
          ))}
        </select>
      </label>
      {(['applicant', 'code', 'credit'] as const).map((name) => (
        <label class="row" key={name}>
          {say(T[name])}
          <input class="field" value={draft[name] ?? ''} onInput={set(name)} />
        </label>
      ))}
      {(['from', 'to'] as const).map((name) => (
        <label class="row" key={name}>
          {say(T[name])}
          <input class="field" type="date" value={draft[name] ?? ''} onInput={set(name)} />
        </label>
      ))}
      <button type="submit" class="btn main">
        {say(T.search)}
      </button>
    </form>
  );
}

const T = {
  title: text('准入决定', 'Decisions'),
  lead: text(
    '按园区、项目代码或统一社会信用代码查找；打开一份即可打印。',
    'Find them by zone, project code or credit code; open one to print it.',
  ),
  choose: text(
    '请选择园区，或填写项目代码、统一社会信用代码。',
    'Choose a zone, or give a project code or a credit code.',
  ),
  anyZone: text('不限', 'Any'),
  any: text('不限', 'Any'),
  at: text('决定日期', 'Decided on'),
  project: text('项目', 'Project'),
  applicant: text('建设单位', 'Applicant'),
  zone: text('园区', 'Zone'),
  outcome: text('准入结论', 'Outcome'),
  by: text('决定人', 'Decided by'),
  superseded: text('已被替代', 'Superseded'),
  damaged: text('记录损坏', 'Damaged'),
  code: text('项目代码', 'Project code'),
  credit: text('信用代码', 'Credit code'),
  from: text('自', 'From'),
  to: text('至', 'To'),
  search: text('查询', 'Search'),
  none: text('没有符合条件的决定。', 'There is no such decision.'),
  loading: text('正在加载…', 'Loading…'),
};
