import { useState } from 'preact/hooks';
import { OPTION_LABELS } from '../../../domain/messages/labels.ts';
import type { FindZonesQuery } from '../generated/queries.ts';
import { FindZones } from '../generated/queries.ts';
import { ErrorNote } from '../parts/note.tsx';
import { useSettled } from '../parts/use-settled.ts';
import { say, type Text, text } from '../shell/locale.ts';
import { useQuery } from '../shell/use-query.ts';

type Zone = FindZonesQuery['zones']['edges'][number]['node'];

interface ZoneCardProps {
  readonly on: string | null;
  readonly onChoose: (zone: string) => void;
  readonly onLater: () => void;
}

/** The first question: which zone, by name, pinyin or on the tree of regions. */
export function ZoneCard({ on, onChoose, onLater }: ZoneCardProps) {
  const [typed, setTyped] = useState('');
  const search = useSettled(typed.trim());
  const { data, error, loading, reload } = useQuery(FindZones, { text: search || null, on });
  const zones = data?.zones.edges.map(({ node }) => node) ?? [];
  return (
    <section class="card stack" aria-labelledby="question">
      <h2 class="question" id="question" tabIndex={-1}>
        {say(T.question)}
      </h2>
      <input
        class="field search"
        type="search"
        aria-label={say(T.search)}
        placeholder={say(T.search)}
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <div class="row">
        <button type="button" class="btn" onClick={onLater}>
          {say(T.later)}
        </button>
        <span class="muted" role="status">
          {data && say(zones.length === 0 ? T.noneFound : T.found, { count: data.zones.totalCount })}
        </span>
      </div>
      {error && <ErrorNote error={error} onRetry={reload} />}
      <div aria-busy={loading || typed.trim() !== search}>
        {search === '' ? (
          <Tree nodes={treeOf(zones)} open={zones.length <= SEEN_AT_ONCE} onChoose={onChoose} />
        ) : (
          <ul class="found">
            {zones.map((zone) => (
              <li key={zone.id}>
                <button type="button" onClick={() => onChoose(zone.id)}>
                  <ZoneLine zone={zone} where />
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
      {data?.zones.pageInfo.hasNextPage && <p class="hint">{say(T.more)}</p>}
    </section>
  );
}

function ZoneLine({ zone, where = false }: { readonly zone: Zone; readonly where?: boolean }) {
  const kind = OPTION_LABELS['zone.kind']?.[zone.kind];
  return (
    <>
      <b>{say(zone.name)}</b>
      <span class="muted">
        {kind && say(kind)}{' '}
        {where &&
          lineage(zone)
            .map(({ name }) => say(name))
            .join(' ')}
      </span>
      {zone.suspended && <span class="tag review">{say(T.suspended)}</span>}
    </>
  );
}

interface Place {
  readonly id: string;
  readonly name: Text;
  readonly places: Place[];
  readonly zones: Zone[];
}

/** The regions above a zone, from the top, without the country. */
function lineage(zone: Zone) {
  const above = [
    zone.parent,
    zone.parent?.parent,
    zone.parent?.parent?.parent,
    zone.parent?.parent?.parent?.parent,
  ];
  return above.flatMap((one) => (one && one.level !== 'COUNTRY' ? [one] : [])).reverse();
}

function treeOf(zones: readonly Zone[]): readonly Place[] {
  const roots: Place[] = [];
  for (const zone of zones) {
    let level = roots;
    let place: Place | undefined;
    for (const { id, name } of lineage(zone)) {
      place = level.find((one) => one.id === id);
      if (!place) {
        place = { id, name, places: [], zones: [] };
        level.push(place);
      }
      level = place.places;
    }
    place?.zones.push(zone);
  }
  return roots;
}

interface TreeProps {
  readonly nodes: readonly Place[];
  /** Whether all of it is unfolded. */
  readonly open: boolean;
  readonly onChoose: (zone: string) => void;
}

/** So many zones are looked through faster than unfolded. */
const SEEN_AT_ONCE = 40;

function Tree({ nodes, open, onChoose }: TreeProps) {
  return (
    <ul class="tree">
      {nodes.map(({ id, name, places, zones }) => (
        <li key={id}>
          <details open={open}>
            <summary>{say(name)}</summary>
            <Tree nodes={places} open={open} onChoose={onChoose} />
            <ul class="tree">
              {zones.map((zone) => (
                <li key={zone.id}>
                  <button type="button" class="btn quiet" onClick={() => onChoose(zone.id)}>
                    <ZoneLine zone={zone} />
                  </button>
                </li>
              ))}
            </ul>
          </details>
        </li>
      ))}
    </ul>
  );
}

const T = {
  question: text('项目想落在哪个园区？', 'Which zone would the project come to?'),
  search: text('园区名称、拼音或代码', 'Name, pinyin or code of the zone'),
  later: text('还没有选定园区', 'No zone chosen yet'),
  found: text('共 {count} 个园区', '{count} zones'),
  noneFound: text('没有找到这样的园区，请换个说法。', 'No such zone was found. Try other words.'),
  suspended: text('暂停新建项目审批', 'New approvals suspended'),
  more: text(
    '只列出前 100 个，请输入名称缩小范围。',
    'Only the first 100 are shown. Type a name to narrow them down.',
  ),
};
