import { type ChangeKind, CompareVersions, OneCatalog, type Tendency } from '../generated/queries.ts';
import { ErrorNote, Note } from '../parts/note.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Tag } from '../parts/tag.tsx';
import { say, type Text, text } from '../shell/locale.ts';
import { href, replaceQuery } from '../shell/router.ts';
import { usePages } from '../shell/use-pages.ts';
import { useQuery } from '../shell/use-query.ts';

interface ComparePageProps {
  readonly catalog: string;
  readonly query: Readonly<Record<string, string>>;
}

/** Two versions beside each other: what came, went and changed, and which way. */
export function ComparePage({ catalog, query }: ComparePageProps) {
  const { from = '1', to = '2' } = query;
  const sides = { from: `${catalog}@${from}`, to: `${catalog}@${to}` };
  const about = useQuery(OneCatalog, { id: catalog });
  const { data, error, reload } = useQuery(CompareVersions, sides);
  const pages = usePages(CompareVersions, sides, ({ compare }) => compare?.entries ?? null);
  const versions = about.data?.catalog?.versions.edges.map(({ node }) => node.number) ?? [];
  const compared = data?.compare;
  return (
    <>
      <PageHead
        title={say(T.title)}
        lead={
          about.data?.catalog && <a href={href(['catalogs', catalog])}>{say(about.data.catalog.title)}</a>
        }
      />
      <div class="stack">
        <div class="card row">
          <Side
            label={say(T.from)}
            versions={versions}
            value={from}
            onChange={(number) => replaceQuery({ from: number })}
          />
          <span aria-hidden="true">→</span>
          <Side
            label={say(T.to)}
            versions={versions}
            value={to}
            onChange={(number) => replaceQuery({ to: number })}
          />
          {compared && (
            <p role="status">{say(compared.identical ? T.identical : T.counts, { ...compared.counts })}</p>
          )}
        </div>
        {error && <ErrorNote error={error} onRetry={reload} />}
        {data && !compared && <Note tone="bad">{say(T.unknown)}</Note>}
        {compared &&
          [...compared.details, ...compared.facts, ...compared.lists, ...compared.products].length > 0 && (
            <section class="card stack-tight">
              <h2>{say(T.besides)}</h2>
              {compared.details.map((one) => (
                <p key={one.field}>{one.text}</p>
              ))}
              {[...compared.facts, ...compared.lists, ...compared.products].map((one) => (
                <p key={one.key} class="pre">
                  {one.text}
                </p>
              ))}
            </section>
          )}
        {pages.edges.map(({ node }) => (
          <section key={node.code} class="card stack-tight">
            <h2 class="row">
              <span class="num">{node.code}</span> <Tag of={KINDS[node.kind]} />{' '}
              <Tag of={TENDENCIES[node.tendency]} />
            </h2>
            {node.kind === 'CHANGED' ? (
              <dl class="pairs">
                {node.fields.map(({ field, name, beforeText, afterText }) => (
                  <>
                    <dt key={field}>{name}</dt>
                    <dd>
                      {beforeText && <del>{beforeText}</del>} {afterText && <ins>{afterText}</ins>}
                    </dd>
                  </>
                ))}
              </dl>
            ) : (
              <p>{say((node.after ?? node.before)!.text)}</p>
            )}
          </section>
        ))}
        {pages.total !== null && pages.edges.length < pages.total && (
          <button type="button" class="btn" onClick={pages.more}>
            {say(T.more)}
          </button>
        )}
      </div>
    </>
  );
}

function Side(props: {
  readonly label: string;
  readonly versions: readonly number[];
  readonly value: string;
  readonly onChange: (number: string) => void;
}) {
  return (
    <label class="row">
      {props.label}
      <select
        class="field"
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      >
        {props.versions.map((number) => (
          <option key={number} value={String(number)}>
            {say(T.version, { number })}
          </option>
        ))}
      </select>
    </label>
  );
}

const KINDS: Readonly<Record<ChangeKind, { readonly tone: string; readonly text: Text }>> = {
  ADDED: { tone: 'admit', text: text('新增', 'Added') },
  REMOVED: { tone: 'refuse', text: text('删除', 'Removed') },
  CHANGED: { tone: 'ask', text: text('修改', 'Changed') },
};
const TENDENCIES: Readonly<Record<Tendency, { readonly tone: string; readonly text: Text }>> = {
  STRICTER: { tone: 'refuse', text: text('从严', 'Stricter') },
  LOOSER: { tone: 'admit', text: text('放宽', 'Looser') },
  SAME: { tone: 'plain', text: text('判定不变', 'Decides as before') },
  CHANGED: { tone: 'condition', text: text('其他调整', 'Other') },
};

const T = {
  title: text('版本比较', 'Versions compared'),
  from: text('从', 'From'),
  to: text('到', 'to'),
  version: text('第 {number} 版', 'Version {number}'),
  identical: text('两版内容一致。', 'Both say the same.'),
  counts: text(
    '新增 {entriesAdded}、删除 {entriesRemoved}、修改 {entriesChanged} 条；从严 {stricter}、放宽 {looser} 条。',
    '{entriesAdded} added, {entriesRemoved} removed, {entriesChanged} changed; {stricter} stricter, {looser} looser.',
  ),
  unknown: text('没有这样的两个版本。', 'There are no such versions.'),
  besides: text('目录信息、事项、名单和产品类别', 'Details, facts, lists and product terms'),
  more: text('再显示', 'Show more'),
};
