import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Assess, ZoneOfEnquiry } from '../generated/queries.ts';
import { ErrorNote, UserErrors } from '../parts/note.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { list, say, text } from '../shell/locale.ts';
import { go, href, type PageProps } from '../shell/router.ts';
import { useQuery } from '../shell/use-query.ts';
import { Answers } from './answers.tsx';
import {
  answered,
  answerOf,
  type Enquiry,
  enquiryQuery,
  projectOf,
  readEnquiry,
  withAnswer,
  withoutAnswer,
} from './enquiry.ts';
import { industryName } from './entry-words.ts';
import { IndustryCard } from './industry-card.tsx';
import { QuestionCard } from './question-card.tsx';
import { Standing } from './standing.tsx';
import { useNames } from './use-names.ts';
import { Verdict } from './verdict.tsx';
import { ZoneCard } from './zone-card.tsx';

/** Whether a project may come: one question after the other, and then what came of it. */
export function AdmissionPage({ query }: PageProps) {
  const enquiry = readEnquiry(query);
  const { zone, on, project, skipped } = enquiry;
  /** The answer that is being changed. */
  const [changing, setChanging] = useState<string | null>(null);
  const industries = project.industries ?? [];
  const asksZone = changing === 'zone' || (zone === null && !skipped.includes('zone'));
  const asksIndustry =
    changing === 'industries' || (!asksZone && industries.length === 0 && !skipped.includes('industries'));
  const isAsked = zone !== null && (industries.length > 0 || skipped.includes('industries'));
  const about = useQuery(ZoneOfEnquiry, zone === null ? null : { zone, on });
  const { data, error, loading, reload } = useQuery(
    Assess,
    isAsked ? { project: projectOf(enquiry), on } : null,
  );
  const names = useNames(industries, about.data?.zone?.areas ?? []);
  const assessment = data?.assess.assessment ?? null;
  const definitions = new Map(about.data?.factDefinitions.map((fact) => [fact.key, fact]));
  const missing = assessment?.missingFacts.filter(({ fact }) => !skipped.includes(fact.key)) ?? [];
  const minimal = assessment?.minimalQuestions.map(({ fact }) => fact.key) ?? [];
  const next = missing.find(({ fact }) => minimal.includes(fact.key)) ?? missing[0];
  const asked = changing ?? next?.fact.key ?? null;
  const fact = asked === null ? undefined : (definitions.get(asked) ?? next?.fact);
  const showsVerdict =
    assessment !== null && changing === null && (query.show === 'verdict' || missing.length === 0);

  const change = (changed: Enquiry) => {
    setChanging(null);
    // Whoever completes a fact from the verdict comes back to it.
    go([], { ...enquiryQuery(changed), show: query.show });
  };
  useFocusOn(
    asksZone
      ? 'zone'
      : asksIndustry
        ? 'industries'
        : showsVerdict
          ? loading
            ? 'deciding'
            : 'verdict'
          : asked,
  );

  // Without a zone the question becomes where it may come.
  useEffect(() => {
    if (zone === null && !asksZone && !asksIndustry) go(['zones'], enquiryQuery(enquiry));
  });

  const card = () => {
    if (asksZone)
      return (
        <ZoneCard
          on={on}
          onChoose={(id) =>
            change({ ...enquiry, zone: id, skipped: skipped.filter((key) => key !== 'zone') })
          }
          onLater={() => change({ ...enquiry, zone: null, skipped: [...skipped, 'zone'] })}
        />
      );
    if (asksIndustry)
      return (
        <IndustryCard
          chosen={industries}
          names={names}
          onChange={(codes) =>
            change(withAnswer(enquiry, 'industries', codes.length > 0 ? codes : undefined))
          }
          onLater={() => change(withoutAnswer(enquiry, 'industries'))}
        />
      );
    if (!assessment || !fact) return isAsked && !data ? <p class="card muted">{say(T.deciding)}</p> : null;
    return (
      <QuestionCard
        key={fact.key}
        enquiry={enquiry}
        fact={fact}
        missing={assessment.missingFacts.find((one) => one.fact.key === fact.key)}
        names={names}
        findings={assessment.findings}
        left={{
          least: missing.filter(({ fact: { key } }) => minimal.includes(key)).length,
          most: missing.length,
        }}
        said={answered(project).length}
        value={answerOf(project, fact.key)}
        onAnswer={(value) => change(withAnswer(enquiry, fact.key, value))}
        onLater={() => change(withoutAnswer(enquiry, fact.key))}
        onVerdict={() => go([], { ...enquiryQuery(enquiry), show: 'verdict' })}
      />
    );
  };

  const title = titleOf();
  if (showsVerdict)
    return (
      <div class="stack">
        {error && <ErrorNote error={error} onRetry={reload} />}
        {/* What was decided of other facts is no verdict on these, whatever the reason why there is none yet. */}
        {loading && (
          <p class="card muted" role="status">
            {say(T.deciding)}
          </p>
        )}
        {!loading && !error && (
          <Verdict
            enquiry={enquiry}
            title={title}
            assessment={assessment}
            definitions={definitions}
            names={names}
            onChange={setChanging}
            onAskOn={() =>
              go(
                [],
                enquiryQuery({
                  ...enquiry,
                  skipped: skipped.filter((key) => key === 'zone' || key === 'industries'),
                }),
              )
            }
          />
        )}
        <Answers
          {...{ enquiry, definitions, names, zone: about.data?.zone ?? null }}
          onChange={setChanging}
        />
      </div>
    );
  return (
    <>
      <PageHead title={title} lead={say(T.lead)}>
        {zone !== null && (
          <a class="btn" href={href([])}>
            {say(T.anew)}
          </a>
        )}
      </PageHead>
      <div class={isAsked ? 'cols' : ''}>
        <div class="stack">
          {error && <ErrorNote error={error} onRetry={reload} />}
          {about.error && <ErrorNote error={about.error} onRetry={about.reload} />}
          <UserErrors errors={data?.assess.userErrors ?? []} />
          {/* What is decided anew may ask something else: nobody answers the question before by a quick press. */}
          <div inert={loading}>{card()}</div>
          <Answers
            {...{ enquiry, definitions, names, zone: about.data?.zone ?? null }}
            onChange={setChanging}
          />
        </div>
        {isAsked && assessment && <Standing assessment={assessment} loading={loading} />}
      </div>
    </>
  );

  function titleOf(): string {
    const place = about.data?.zone ? say(about.data.zone.name) : null;
    const what = list(industries.map((code) => industryName(code, names.get(code))));
    if (place === null) return say(T.title);
    return what === '' ? say(T.titleIn, { place }) : say(T.titleOf, { what, place });
  }
}

/** Whoever goes by keys is put on the next question when the one before is answered; not when the page opens. */
function useFocusOn(asked: string | null): void {
  const before = useRef(asked);
  useLayoutEffect(() => {
    if (before.current !== null && asked !== null && before.current !== asked)
      document.querySelector<HTMLElement>('#question')?.focus();
    before.current = asked ?? before.current;
  }, [asked]);
}

const T = {
  title: text('项目能不能来？', 'May the project come?'),
  titleIn: text('项目能不能来{place}？', 'May the project come to {place}?'),
  titleOf: text('{what}能不能来{place}？', 'May {what} come to {place}?'),
  lead: text(
    '每次只问一件最能决定结论的事；随时可以改，改了马上看到变化。',
    'One question at a time, the most decisive first. Every answer can be changed, and the effect shows at once.',
  ),
  anew: text('重新开始', 'Start anew'),
  deciding: text('正在判定…', 'Deciding…'),
};
