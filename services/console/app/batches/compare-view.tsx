import { useEffect, useState } from 'preact/hooks';
import { ListBatches, type Outcome, OutcomesOfRows, type OutcomesOfRowsQuery } from '../generated/queries.ts';
import { ErrorNote, Note } from '../parts/note.tsx';
import { Table } from '../parts/table.tsx';
import { OutcomeTag, Tag } from '../parts/tag.tsx';
import { ApiError, ask } from '../shell/ask.ts';
import { say, text } from '../shell/locale.ts';
import { href, type Query, replaceQuery } from '../shell/router.ts';
import { dayInShanghai } from '../shell/today.ts';
import { useQuery } from '../shell/use-query.ts';
import type { Batch } from './batch.ts';
import { placeOf } from './place.ts';
import { nameOf, type Stated } from './stated.ts';

type Row = NonNullable<OutcomesOfRowsQuery['batch']>['results']['edges'][number]['node'];

/** What the same projects came to in another batch: after a catalog has changed, or facts were handed in. */
export function CompareView({ batch, query }: { readonly batch: Batch; readonly query: Query }) {
  const { data, error, reload } = useQuery(ListBatches, { jurisdiction: batch.jurisdiction.id });
  const others = data?.batches.edges.map(({ node }) => node).filter(({ id }) => id !== batch.id) ?? [];
  const other = others.find(({ id }) => id === query.with);
  return (
    <>
      {error && <ErrorNote error={error} onRetry={reload} />}
      <div class="card row">
        <label class="row">
          {say(T.with)}
          <select
            class="field"
            value={other?.id ?? ''}
            onChange={(event) => replaceQuery({ with: event.currentTarget.value })}
          >
            <option value="">{say(data && others.length === 0 ? T.noOther : T.choose)}</option>
            {others.map(({ id, label, on, createdAt }) => (
              <option key={id} value={id}>
                {say(T.option, { label, on, at: dayInShanghai(createdAt) })}
              </option>
            ))}
          </select>
        </label>
      </div>
      {other && <Compared key={other.id} before={other.id} after={batch.id} />}
    </>
  );
}

function Compared({ before, after }: { readonly before: string; readonly after: string }) {
  const [read, setRead] = useState(0);
  const [found, setFound] = useState<{ readonly before: readonly Row[]; readonly after: readonly Row[] }>();
  const [error, setError] = useState<ApiError | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    setError(null);
    setRead(0);
    const stopped = new AbortController();
    const note = (rows: number) => setRead((sum) => sum + rows);
    Promise.all([rowsOf(before, note, stopped.signal), rowsOf(after, note, stopped.signal)]).then(
      ([one, other]) => setFound({ before: one, after: other }),
      (cause: unknown) => {
        if (stopped.signal.aborted) return;
        if (!(cause instanceof ApiError)) throw cause;
        setError(cause);
      },
    );
    return () => stopped.abort();
  }, [turn]);
  if (error) return <ErrorNote error={error} onRetry={() => setTurn(turn + 1)} />;
  if (!found) return <Note>{say(T.reading, { rows: read })}</Note>;
  const earlier = byKey(found.before);
  const pairs = [...byKey(found.after)].flatMap(([key, row]) => {
    const old = earlier.get(key);
    return old ? [{ old, row }] : [];
  });
  const changed = pairs.filter(({ old, row }) => old.outcome !== row.outcome);
  return (
    <section class="stack-tight" aria-label={say(T.title)}>
      <p>
        {say(T.summary, {
          same: pairs.length - changed.length,
          changed: changed.length,
          only: found.after.length - pairs.length,
          gone: found.before.length - pairs.length,
        })}
      </p>
      <Table
        label={say(T.title)}
        rows={changed}
        keyOf={({ row }) => placeOf(row)}
        empty={say(T.none)}
        columns={[
          { key: 'ref', title: say(T.ref), class: 'num', cell: ({ row }) => row.ref },
          {
            key: 'name',
            title: say(T.project),
            class: 'wide',
            cell: ({ row }) => <a href={href(['batches', after], { row: placeOf(row) })}>{nameOf(row)}</a>,
          },
          { key: 'before', title: say(T.before), cell: ({ old }) => <Came to={old.outcome} /> },
          { key: 'after', title: say(T.after), cell: ({ row }) => <Came to={row.outcome} /> },
        ]}
      />
    </section>
  );
}

const Came = ({ to }: { readonly to: Outcome | null }) =>
  to ? <OutcomeTag outcome={to} /> : <Tag of={{ tone: 'plain', text: T.faulty }} />;

/** All rows of a batch, page by page. */
async function rowsOf(
  id: string,
  note: (rows: number) => void,
  signal: AbortSignal,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let after: string | null = null;
  do {
    const answer: OutcomesOfRowsQuery = await ask(OutcomesOfRows, { id, after }, signal);
    const { edges, pageInfo } = answer.batch!.results;
    rows.push(...edges.map(({ node }) => node));
    note(edges.length);
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  return rows;
}

/** By what a project is known again; of several with the same, none is compared: which is which is not known. */
function byKey(rows: readonly Row[]): ReadonlyMap<string, Row> {
  const found = new Map<string, Row | null>();
  for (const row of rows) {
    const { zone, projectCode, name, applicant } = row.stated as Stated;
    const key = projectCode
      ? `code ${zone} ${projectCode}`
      : name
        ? `name ${zone} ${name} ${applicant ?? ''}`
        : row.ref && `ref ${row.ref}`;
    if (key) found.set(key, found.has(key) ? null : row);
  }
  return new Map([...found].flatMap(([key, row]) => (row ? [[key, row] as const] : [])));
}

const T = {
  with: text('与哪个批次比较', 'Compare with'),
  choose: text('请选择', 'Choose one'),
  noOther: text('没有其他批次', 'There is no other'),
  option: text('{label}（基准日 {on}，{at} 建立）', '{label} (for {on}, made on {at})'),
  reading: text('正在读取，已读 {rows} 行…', 'Reading, {rows} rows so far…'),
  title: text('结论有变化的项目', 'Projects with another outcome'),
  summary: text(
    '{changed} 个项目结论有变化，{same} 个不变；仅本批次有的 {only} 行，仅另一批次有的 {gone} 行（无法对应的计入其中）。',
    '{changed} projects have another outcome, {same} the same; {only} rows are here alone, {gone} there alone, or cannot be told apart.',
  ),
  ref: text('序号', 'No.'),
  project: text('项目', 'Project'),
  before: text('另一批次', 'There'),
  after: text('本批次', 'Here'),
  faulty: text('未能判定', 'Not assessed'),
  none: text('没有结论变化的项目。', 'No project has another outcome.'),
};
