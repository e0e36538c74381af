import { FindZones, Foresee } from '../generated/queries.ts';
import { ErrorNote } from '../parts/note.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Table } from '../parts/table.tsx';
import { OutcomeTag } from '../parts/tag.tsx';
import { list, say, text } from '../shell/locale.ts';
import { go, href, type PageProps } from '../shell/router.ts';
import { useQuery } from '../shell/use-query.ts';
import { enquiryQuery, readEnquiry, withAnswer } from './enquiry.ts';
import { IndustryCard } from './industry-card.tsx';
import { useNames } from './use-names.ts';

/** Where a project may come: every zone with what the same facts come to there. */
export function ZonesPage({ query }: PageProps) {
  const enquiry = readEnquiry(query);
  const { on, project } = enquiry;
  const industries = project.industries ?? [];
  const names = useNames(industries, []);
  const found = useQuery(FindZones, { on });
  const zones = found.data?.zones.edges.map(({ node }) => node) ?? [];
  const asked = industries.length > 0 && zones.length > 0;
  const { data, error, loading, reload } = useQuery(
    Foresee,
    asked ? { on, projects: zones.map(({ id }) => ({ ...project, zone: id })) } : null,
  );
  const set = (codes: readonly string[]) =>
    go(['zones'], enquiryQuery(withAnswer(enquiry, 'industries', codes.length > 0 ? codes : undefined)));
  const rows = zones.map((zone, index) => ({ zone, result: data?.assessMany[index] }));
  return (
    <>
      <PageHead
        title={
          industries.length === 0
            ? say(T.title)
            : say(T.titleOf, {
                what: list(industries.map((code) => `${say(names.get(code) ?? text('', ''))}（${code}）`)),
              })
        }
        lead={say(T.lead)}
      />
      <div class="stack">
        <IndustryCard chosen={industries} names={names} onChange={set} onLater={() => go([])} />
        {[found.error, error].map((one) => one && <ErrorNote key={one.code} error={one} onRetry={reload} />)}
        {industries.length > 0 && (
          <div aria-busy={loading}>
            <Table
              label={say(T.zones)}
              rows={rows}
              keyOf={({ zone }) => zone.id}
              empty={say(T.none)}
              columns={[
                {
                  key: 'zone',
                  title: say(T.zone),
                  cell: ({ zone }) => (
                    <a href={href([], enquiryQuery({ ...enquiry, zone: zone.id, skipped: [] }))}>
                      {say(zone.name)}
                    </a>
                  ),
                },
                {
                  key: 'place',
                  title: say(T.place),
                  cell: ({ zone }) => (zone.parent ? say(zone.parent.name) : ''),
                },
                {
                  key: 'outcome',
                  title: say(T.outcome),
                  cell: ({ result }) =>
                    result?.assessment && <OutcomeTag outcome={result.assessment.outcome} />,
                },
                {
                  key: 'possible',
                  title: say(T.possible),
                  cell: ({ result }) =>
                    result?.assessment?.outcome === 'NEEDS_INFORMATION' && (
                      <span class="row">
                        {result.assessment.possibleOutcomes.map((one) => (
                          <OutcomeTag key={one} outcome={one} />
                        ))}
                      </span>
                    ),
                },
                {
                  key: 'open',
                  title: say(T.open),
                  class: 'num',
                  cell: ({ result }) => result?.assessment?.missingFacts.length,
                },
              ]}
            />
          </div>
        )}
      </div>
    </>
  );
}

const T = {
  title: text('项目哪里能来？', 'Where may the project come?'),
  titleOf: text('{what}哪里能来？', 'Where may {what} come?'),
  lead: text(
    '同样的情况在各园区会是什么结果；点园区接着问。',
    'What the same facts come to in every zone. Choose one to go on.',
  ),
  zones: text('园区', 'Zones'),
  zone: text('园区', 'Zone'),
  place: text('所在地', 'Place'),
  outcome: text('结论', 'Outcome'),
  possible: text('还可能', 'Still possible'),
  open: text('待说明', 'Open'),
  none: text('没有园区。', 'There are no zones.'),
};
