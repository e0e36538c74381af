import { NotesOfVersion, OneCatalog } from '../generated/queries.ts';
import { ErrorNote, Note } from '../parts/note.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { list, say, text } from '../shell/locale.ts';
import { href } from '../shell/router.ts';
import { useLookup } from '../shell/troubles.ts';
import { useQuery } from '../shell/use-query.ts';

/** What a version means for those it reaches. */
export function NotesPage({ catalog, version }: { readonly catalog: string; readonly version: string }) {
  const about = useLookup(OneCatalog, { id: catalog });
  const { data, error, reload } = useQuery(NotesOfVersion, { version: `${catalog}@${version}` });
  const notes = data?.releaseNotes;
  return (
    <>
      <PageHead
        title={say(T.title, { number: version })}
        lead={
          about?.catalog && <a href={href(['catalogs', catalog], { version })}>{say(about.catalog.title)}</a>
        }
      >
        <button type="button" class="btn" onClick={() => print()}>
          {say(T.print)}
        </button>
      </PageHead>
      {error && <ErrorNote error={error} onRetry={reload} />}
      {data && !notes && <Note tone="bad">{say(T.unknown)}</Note>}
      {notes && (
        <div class="cols">
          <section class="card">
            <p class="pre">{notes.text}</p>
          </section>
          <section class="card stack-tight">
            <h2>{say(T.reach)}</h2>
            <dl class="pairs">
              <dt>{say(T.days)}</dt>
              <dd class="num">
                {notes.effectiveFrom} — {notes.effectiveTo}
              </dd>
              <dt>{say(T.zones)}</dt>
              <dd>
                {notes.zones.totalCount}：{list(notes.zones.edges.map(({ node }) => say(node.name)))}
              </dd>
              <dt>{say(T.industries)}</dt>
              <dd>
                {notes.everyIndustry
                  ? say(T.every)
                  : list(notes.industries.map(({ code, name }) => `${code} ${say(name)}`))}
              </dd>
            </dl>
          </section>
        </div>
      )}
    </>
  );
}

const T = {
  title: text('第 {number} 版修订说明', 'Release notes of version {number}'),
  print: text('打印', 'Print'),
  unknown: text('没有这个版本。', 'There is no such version.'),
  reach: text('涉及范围', 'Reach'),
  days: text('有效期', 'In force'),
  zones: text('园区', 'Zones'),
  industries: text('行业', 'Industries'),
  every: text('全部行业', 'Every industry'),
};
