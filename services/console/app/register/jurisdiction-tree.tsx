import { useEffect, useState } from 'preact/hooks';
import { LEVEL_LABELS } from '../../../domain/messages/labels.ts';
import { AllRegions, type AllRegionsQuery, AllZones, type AllZonesQuery } from '../generated/queries.ts';
import { ErrorNote } from '../parts/note.tsx';
import { useSettled } from '../parts/use-settled.ts';
import { say, text } from '../shell/locale.ts';
import { usePages } from '../shell/use-pages.ts';

type Region = AllRegionsQuery['regions']['edges'][number]['node'];
type Zone = AllZonesQuery['zones']['edges'][number]['node'];
type Node = Region | Zone;

interface JurisdictionTreeProps {
  /** What is looked for, as it is being typed. */
  readonly typed: string;
  /** The day as of which it is shown. */
  readonly on: string;
  readonly gone: boolean;
  readonly chosen: string | null;
  readonly onChoose: (node: Node) => void;
}

/** Regions and zones as a tree; where something is looked for, those that are called so. */
export function JurisdictionTree({ typed, on, gone, chosen, onChoose }: JurisdictionTreeProps) {
  const words = useSettled(typed);
  const regions = usePages(AllRegions, { text: words || null, on }, (data) => data.regions);
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
  const choice = { chosen, onChoose };
  return (
    <div class="jurisdictions" aria-busy={typed !== words}>
      {words === '' ? (
        <Branch of={null} below={childrenOf(shown)} depth={0} {...choice} />
      ) : shown.length === 0 ? (
        <p class="muted">{say(T.none)}</p>
      ) : (
        <ul class="tree">
          {shown.map((node) => (
            <li key={node.id}>
              <Name node={node} {...choice} />
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

type Choice = Pick<JurisdictionTreeProps, 'chosen' | 'onChoose'>;

interface BranchProps extends Choice {
  readonly of: string | null;
  readonly below: ReadonlyMap<string | null, readonly Node[]>;
  readonly depth: number;
}

function Branch({ of, ...branch }: BranchProps) {
  return (
    <ul class="tree">
      {(branch.below.get(of) ?? []).map((node) => (
        <Item key={node.id} node={node} {...branch} />
      ))}
    </ul>
  );
}

function Item({ node, below, depth, ...choice }: Omit<BranchProps, 'of'> & { readonly node: Node }) {
  const [open, setOpen] = useState(depth < OPEN_DEPTH || holds(below, node.id, choice.chosen));
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
      <Name node={node} {...choice} />
      {folds && open && <Branch of={node.id} below={below} depth={depth + 1} {...choice} />}
    </li>
  );
}

/** So many levels are open from the beginning: country, provinces, cities. */
const OPEN_DEPTH = 3;

const holds = (below: BranchProps['below'], id: string, chosen: string | null): boolean =>
  (below.get(id) ?? []).some((node) => node.id === chosen || holds(below, node.id, chosen));

function Name({ node, chosen, onChoose }: Choice & { readonly node: Node }) {
  return (
    <button
      type="button"
      class="btn quiet"
      aria-current={node.id === chosen ? 'true' : undefined}
      onClick={() => onChoose(node)}
    >
      {say(node.name)}
      {'level' in node && <span class="muted">{say(LEVEL_LABELS[node.level])}</span>}
      {node.closed && <span class="tag">{say(T.closed)}</span>}
      {'suspended' in node && node.suspended && <span class="tag condition">{say(T.suspended)}</span>}
    </button>
  );
}

const T = {
  below: text('{name}的下级', 'Below {name}'),
  loading: text('正在加载…', 'Loading…'),
  none: text('没有符合的园区。', 'There is no such zone.'),
  closed: text('已撤销', 'closed'),
  suspended: text('暂停审批', 'suspended'),
};
