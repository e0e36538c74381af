import { OneCatalog } from '../generated/queries.ts';
import { PageHead } from '../parts/page-head.tsx';
import { say, text } from '../shell/locale.ts';
import { href, replaceQuery } from '../shell/router.ts';
import { useLookup } from '../shell/troubles.ts';
import { Comparison } from './comparison.tsx';

interface ComparePageProps {
  readonly catalog: string;
  readonly query: Readonly<Record<string, string>>;
}

/** Two versions beside each other: what came, went and changed, and which way. */
export function ComparePage({ catalog, query }: ComparePageProps) {
  const { from = '1', to = '2' } = query;
  const sides = { from: `${catalog}@${from}`, to: `${catalog}@${to}` };
  const about = useLookup(OneCatalog, { id: catalog });
  const versions = about?.catalog?.versions.edges.map(({ node }) => node.number) ?? [];
  return (
    <>
      <PageHead
        title={say(T.title)}
        lead={about?.catalog && <a href={href(['catalogs', catalog])}>{say(about.catalog.title)}</a>}
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
        </div>
        <Comparison from={sides.from} to={sides.to} />
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

const T = {
  title: text('版本比较', 'Versions compared'),
  from: text('从', 'From'),
  to: text('到', 'to'),
  version: text('第 {number} 版', 'Version {number}'),
};
