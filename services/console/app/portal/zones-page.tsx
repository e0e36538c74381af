import type { FindZonesForQuery, FindZonesForQueryVariables, Outcome } from '../generated/queries.ts';
import { FindZonesFor } from '../generated/queries.ts';
import { OUTCOMES } from '../parts/labels.ts';
import { ErrorNote, Note, UserErrors } from '../parts/note.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Table } from '../parts/table.tsx';
import { OutcomeTag } from '../parts/tag.tsx';
import { list, say, text } from '../shell/locale.ts';
import { go, href, type PageProps, replaceQuery } from '../shell/router.ts';
import { usePages } from '../shell/use-pages.ts';
import { enquiryQuery, readEnquiry, withAnswer } from './enquiry.ts';
import { entryName, industryName } from './entry-words.ts';
import { IndustryCard } from './industry-card.tsx';
import { useNames } from './use-names.ts';

type Found = FindZonesForQuery['findZones']['edges'][number]['node'];

/** Where a project may come: every zone with what the same facts come to there, the mildest first. */
export function ZonesPage({ query }: PageProps) {
  const enquiry = readEnquiry(query);
  const { on, project } = enquiry;
  const industries = project.industries ?? [];
  const names = useNames(industries, []);
  // Areas and confirmations are of one zone alone.
  const { areas: _, confirmations: __, ...anywhere } = project;
  const outcomes = query.outcome ? [query.outcome as Outcome] : null;
  const asked = industries.length > 0;
  const set = (codes: readonly string[]) =>
    go(['zones'], enquiryQuery(withAnswer(enquiry, 'industries', codes.length > 0 ? codes : undefined)));
  const what = list(industries.map((code) => industryName(code, names.get(code))));
  return (
    <>
      <PageHead title={asked ? say(T.titleOf, { what }) : say(T.title)} lead={say(T.lead)} />
      <div class="stack">
        <IndustryCard chosen={industries} names={names} onChange={set} onLater={null} />
        {asked && (
          <Zones
            variables={{ project: anywhere, on, outcomes }}
            chosen={query.outcome ?? null}
            addressOf={(zone) => href([], enquiryQuery({ ...enquiry, zone, skipped: [] }))}
          />
        )}
      </div>
    </>
  );
}

interface ZonesProps {
  readonly variables: Omit<FindZonesForQueryVariables, 'locale' | 'after'>;
  readonly chosen: string | null;
  readonly addressOf: (zone: string) => string;
}

function Zones({ variables, chosen, addressOf }: ZonesProps) {
  const pages = usePages(FindZonesFor, variables, ({ findZones }) => findZones);
  const found = pages.first?.findZones;
  return (
    <div aria-busy={pages.loading}>
      <UserErrors errors={found?.userErrors ?? []} />
      {found && !found.exact && <Note>{say(T.notExact)}</Note>}
      <div class="filters">
        {found?.counts.flatMap(({ outcome, count }) =>
          outcome === null
            ? []
            : [
                <button
                  key={outcome}
                  type="button"
                  class="choice"
                  aria-pressed={chosen === outcome}
                  onClick={() => replaceQuery({ outcome: chosen === outcome ? null : outcome })}
                >
                  <OutcomeTag outcome={outcome} /> <span class="num">{count}</span>
                </button>,
              ],
        )}
      </div>
      {pages.error && <ErrorNote error={pages.error} onRetry={pages.reload} />}
      <Table
        label={say(T.zones)}
        rows={pages.edges.map(({ node }) => node)}
        keyOf={({ zone }) => zone.id}
        total={pages.total ?? 0}
        onEnd={pages.more}
        empty={say(pages.loading ? T.deciding : T.none)}
        columns={[
          {
            key: 'outcome',
            title: say(T.outcome),
            class: 'narrow',
            cell: ({ outcome }) => outcome && <OutcomeTag outcome={outcome} />,
          },
          {
            key: 'zone',
            title: say(T.zone),
            cell: ({ zone }) => (
              <>
                <a href={addressOf(zone.id)}>{say(zone.name)}</a>{' '}
                {zone.suspended && <span class="tag review">{say(T.suspended)}</span>}
                <br />
                <span class="muted">{zone.parent && say(zone.parent.name)}</span>
              </>
            ),
          },
          {
            key: 'why',
            title: say(T.why),
            class: 'wide',
            cell: (found) => <span class="clamp">{why(found)}</span>,
          },
        ]}
      />
    </div>
  );
}

/** What decides in a zone, in a line. */
function why({ outcome, assessment, userErrors }: Found): string {
  if (!assessment) return userErrors.map(({ message }) => message).join(' ');
  if (outcome === 'NEEDS_INFORMATION')
    return say(T.possible, {
      outcomes: list(assessment.possibleOutcomes.map((one) => say(OUTCOMES[one].text))),
    });
  const [first, ...others] = assessment.findings;
  if (!first) return say(T.nothing);
  const more = others.length > 0 ? say(T.more, { count: others.length }) : '';
  return `${entryName(first.entry)} ${say(first.entry.text)}${more}`;
}

const T = {
  title: text('项目哪里能来？', 'Where may the project come?'),
  titleOf: text('{what}哪里能来？', 'Where may {what} come?'),
  lead: text(
    '同样的情况在各园区会是什么结果，最好的在前；点园区接着问。',
    'What the same facts come to in every zone, the best first. Choose one to go on.',
  ),
  notExact: text(
    '说明的情况还少，部分园区尚不能逐一判定；接着回答几个问题会更准。',
    'Little is known yet, and not every zone could be settled. A few more answers make it more exact.',
  ),
  zones: text('园区', 'Zones'),
  zone: text('园区', 'Zone'),
  outcome: text('结论', 'Outcome'),
  why: text('决定性条款', 'What decides'),
  possible: text('还可能：{outcomes}', 'Still possible: {outcomes}'),
  nothing: text('没有条款限制该项目。', 'No entry stands against it.'),
  more: text('（另有 {count} 条）', ' ({count} more)'),
  none: text('没有这样的园区。', 'There are no such zones.'),
  deciding: text('正在逐个园区判定…', 'Deciding zone by zone…'),
  suspended: text('暂停新建项目审批', 'New approvals suspended'),
};
