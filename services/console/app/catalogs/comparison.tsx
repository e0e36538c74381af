import type { ComponentChildren } from 'preact';
import { Fragment } from 'preact';
import { type ChangeKind, CompareVersions, type Tendency } from '../generated/queries.ts';
import { ErrorNote, Note } from '../parts/note.tsx';
import { Tag } from '../parts/tag.tsx';
import { say, type Text, text } from '../shell/locale.ts';
import { usePages } from '../shell/use-pages.ts';

interface ComparisonProps {
  /** Ids of two versions of a catalog, or of one and its draft (`<catalog>@draft`). */
  readonly from: string;
  readonly to: string;
  /** What stands beside an entry that came, went or changed. */
  readonly beside?: (code: string) => ComponentChildren;
}

/** What came, went and changed between two contents of a catalog, and which way, in words. */
export function Comparison({ from, to, beside }: ComparisonProps) {
  const { first, edges, total, error, more, reload } = usePages(
    CompareVersions,
    { from, to },
    ({ compare }) => compare?.entries ?? null,
  );
  const compared = first?.compare;
  return (
    <div class="stack">
      {compared && (
        <p role="status">{say(compared.identical ? T.identical : T.counts, { ...compared.counts })}</p>
      )}
      {error && <ErrorNote error={error} onRetry={reload} />}
      {first && !compared && <Note tone="bad">{say(T.unknown)}</Note>}
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
      {edges.map(({ node }) => (
        <section key={node.code} class="card stack-tight">
          <h2 class="row">
            <span class="num">{node.code}</span> <Tag of={KINDS[node.kind]} />{' '}
            <Tag of={TENDENCIES[node.tendency]} />
            {beside && <span class="grow" />}
            {beside?.(node.code)}
          </h2>
          {node.kind === 'CHANGED' ? (
            <dl class="pairs">
              {node.fields.map(({ field, name, beforeText, afterText }) => (
                <Fragment key={field}>
                  <dt>{name}</dt>
                  <dd>
                    {beforeText && <del>{beforeText}</del>} {afterText && <ins>{afterText}</ins>}
                  </dd>
                </Fragment>
              ))}
            </dl>
          ) : (
            <p>{say((node.after ?? node.before)!.text)}</p>
          )}
        </section>
      ))}
      {total !== null && edges.length < total && (
        <button type="button" class="btn" onClick={more}>
          {say(T.more)}
        </button>
      )}
    </div>
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
  identical: text('内容一致。', 'Both say the same.'),
  counts: text(
    '新增 {entriesAdded}、删除 {entriesRemoved}、修改 {entriesChanged} 条；从严 {stricter}、放宽 {looser} 条。',
    '{entriesAdded} added, {entriesRemoved} removed, {entriesChanged} changed; {stricter} stricter, {looser} looser.',
  ),
  unknown: text('没有这样的两个版本。', 'There are no such versions.'),
  besides: text('目录信息、事项、名单和产品类别', 'Details, facts, lists and product terms'),
  more: text('再显示', 'Show more'),
};
