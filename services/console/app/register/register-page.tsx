import { useEffect, useState } from 'preact/hooks';
import { LEVEL_LABELS } from '../../../domain/messages/labels.ts';
import { AllRegions, type AllRegionsQuery, AllZones, type AllZonesQuery } from '../generated/queries.ts';
import { ErrorNote, Note } from '../parts/note.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { useSettled } from '../parts/use-settled.ts';
import { say, text } from '../shell/locale.ts';
import { href, type PageProps, replaceQuery } from '../shell/router.ts';
import { today } from '../shell/today.ts';
import { usePages } from '../shell/use-pages.ts';
import { JurisdictionCard } from './jurisdiction-card.tsx';

type Region = AllRegionsQuery['regions']['edges'][number]['node'];
type Zone = AllZonesQuery['zones']['edges'][number]['node'];
type Node = Region | Zone;

/** The register: regions and zones as a tree, and one of them with all that is registered of it, day by day. */
export function RegisterPage({ query }: PageProps) {
  const on = query.on || today();
  const [words, setWords] = useState('');
  const [gone, setGone] = useState(false);
  const [turn, setTurn] = useState(0);
  return (
    <>
      <PageHead title={say(T.title)} lead={say(T.lead)}>
        <a class="btn quiet" href={href(['history', 'register'])}>
          {say(T.history)}
        </a>
      </PageHead>
      <div class="register">
        <section class="card stack-tight" aria-label={say(T.tree)}>
          <input
            class="field search"
            type="search"
            aria-label={say(T.search)}
            placeholder={say(T.search)}
            value={words}
            onInput={(event) => setWords(event.currentTarget.value)}
          />
          <label class="row">
            {say(T.on)}
            <input
              class="field"
              type="date"
              value={on}
              onChange={(event) =>
                replaceQuery({ on: event.currentTarget.value === today() ? null : event.currentTarget.value })
              }
            />
          </label>
          <label class="row">
            <input
              type="checkbox"
              checked={gone}
              onChange={(event) => setGone(event.currentTarget.checked)}
            />
            {say(T.gone)}
          </label>
          <Tree key={turn} typed={words.trim()} on={on} gone={gone} chosen={query.of ?? null} />
        </section>
        {query.of ? (
          <JurisdictionCard key={query.of} id={query.of} onChanged={() => setTurn(turn + 1)} />
        ) : (
          <Note>{say(T.choose)}</Note>
        )}
      </div>
    </>
  );
}

interface TreeProps {
  /** What is looked for, as it is being typed. */
  readonly typed: string;
  /** The day as of which it is shown. */
  readonly on: string;
  readonly gone: boolean;
  readonly chosen: string | null;
}

function Tree({ typed, on, gone, chosen }: TreeProps) {
  const words = useSettled(typed);
  const regions = usePages(AllRegions, { on }, (data) => data.regions);
  const zones = usePages(AllZones, { closed: false, text: words || null, on }, (data) => data.zones);
  const closed = usePages(AllZones, { closed: true, text: words || null, on }, (data) => data.zones);
  // The whole tree is drawn: some hundreds of regions and a few thousand zones at most.
  useEffect(() => {
    for (const pages of [regions, zones, closed]) pages.more();
  });
  const shown: readonly Node[] = [
    ...regions.edges.map(({ node }) => node).filter((node) => gone || !node.closed),
    ...zones.edges.map(({ node }) => node),
    ...(gone ? closed.edges.map(({ node }) => node) : []),
  ];
  const failed = [regions, zones, closed].find(({ error }) => error !== null);
  if (failed) return <ErrorNote error={failed.error!} onRetry={failed.reload} />;
  if (regions.loading || zones.loading)
    return (
      <p class="muted" aria-busy>
        {say(T.loading)}
      </p>
    );
  const found = shown.filter((node) => !('level' in node) || isNamed(node, words));
  return (
    <div aria-busy={typed !== words}>
      {words === '' ? (
        <Branch of={null} below={childrenOf(shown)} chosen={chosen} depth={0} />
      ) : found.length === 0 ? (
        <p class="muted">{say(T.none)}</p>
      ) : (
        <ul class="tree">
          {found.map((node) => (
            <li key={node.id}>
              <Name node={node} chosen={chosen} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What lies directly in each; what lies in nothing that is shown lies in `null`. */
function childrenOf(shown: readonly Node[]): BranchProps['below'] {
  const ids = new Set(shown.map(({ id }) => id));
  const below = new Map<string | null, Node[]>();
  for (const node of shown) {
    const parent = node.parent && ids.has(node.parent.id) ? node.parent.id : null;
    below.set(parent, [...(below.get(parent) ?? []), node]);
  }
  return below;
}

const isNamed = ({ name: { zh, en } }: Region, words: string): boolean =>
  [zh, en ?? ''].some((name) => name.toLowerCase().includes(words.toLowerCase()));

interface BranchProps {
  readonly of: string | null;
  readonly below: ReadonlyMap<string | null, readonly Node[]>;
  readonly chosen: string | null;
  readonly depth: number;
}

function Branch({ of, below, chosen, depth }: BranchProps) {
  return (
    <ul class="tree">
      {(below.get(of) ?? []).map((node) => (
        <Item key={node.id} node={node} below={below} chosen={chosen} depth={depth} />
      ))}
    </ul>
  );
}

function Item({ node, below, chosen, depth }: Omit<BranchProps, 'of'> & { readonly node: Node }) {
  const [open, setOpen] = useState(depth < OPEN_DEPTH || holds(below, node.id, chosen));
  const folds = below.has(node.id);
  return (
    <li>
      {folds && (
        <button
          type="button"
          class="fold"
          aria-expanded={open}
          aria-label={say(T.below, { name: say(node.name) })}
          onClick={() => setOpen(!open)}
        >
          {open ? '▾' : '▸'}
        </button>
      )}
      <Name node={node} chosen={chosen} />
      {folds && open && <Branch of={node.id} below={below} chosen={chosen} depth={depth + 1} />}
    </li>
  );
}

/** So many levels are open from the beginning: country, provinces, cities. */
const OPEN_DEPTH = 3;

const holds = (below: BranchProps['below'], id: string, chosen: string | null): boolean =>
  (below.get(id) ?? []).some((node) => node.id === chosen || holds(below, node.id, chosen));

function Name({ node, chosen }: { readonly node: Node; readonly chosen: string | null }) {
  return (
    <button
      type="button"
      class="btn quiet"
      aria-current={node.id === chosen ? 'true' : undefined}
      onClick={() => replaceQuery({ of: node.id })}
    >
      {say(node.name)}
      {'level' in node && <span class="muted">{say(LEVEL_LABELS[node.level])}</span>}
      {node.closed && <span class="tag">{say(T.closed)}</span>}
      {'suspended' in node && node.suspended && <span class="tag condition">{say(T.suspended)}</span>}
    </button>
  );
}

const T = {
  title: text('园区名录', 'Register'),
  lead: text(
    '行政区域和园区的登记：每一项从哪天起怎样，都有日期和事由。',
    'Regions and zones as they are registered: what holds from which day on, and why.',
  ),
  history: text('名录修订记录', 'History of the register'),
  tree: text('管辖区域', 'Jurisdictions'),
  below: text('{name}的下级', 'Below {name}'),
  on: text('截至', 'As of'),
  search: text('园区名称、拼音或代码', 'Name or code of a zone'),
  gone: text('显示已撤销的', 'Show closed ones'),
  choose: text('在左边选择一个区域或园区。', 'Choose a region or zone at the left.'),
  loading: text('正在加载…', 'Loading…'),
  none: text('没有符合的园区。', 'There is no such zone.'),
  closed: text('已撤销', 'closed'),
  suspended: text('暂停审批', 'suspended'),
};
