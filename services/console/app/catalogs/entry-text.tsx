import { FORCE_LABELS, LEVEL_LABELS } from '../../../domain/messages/labels.ts';
import type { EntryTextFragment } from '../generated/queries.ts';
import { MEASURES, optionLabel } from '../parts/labels.ts';
import { Tag } from '../parts/tag.tsx';
import { list, say, text } from '../shell/locale.ts';

/** An entry as the law says it, and as it is read. */
export function EntryText({ entry }: { readonly entry: EntryTextFragment }) {
  const { industries, territory, exceptions, requirements, responsibility } = entry;
  return (
    <div class="stack">
      <p class="row">
        <Tag of={MEASURES[entry.measure]} />
        {entry.force === 'IN_PRINCIPLE' && <span class="tag">{say(FORCE_LABELS.IN_PRINCIPLE)}</span>}
        <span class="muted">
          {say(LEVEL_LABELS[entry.catalog.jurisdiction.level])} {entry.printedAs}
        </span>
      </p>
      <p>{say(entry.text)}</p>
      <dl class="pairs">
        <Pair name={say(T.industries)}>
          {industries.include.length === 0 ? say(T.every) : list(industries.include)}
          {industries.except.length > 0 && say(T.but, { what: list(industries.except) })}
        </Pair>
        {entry.natures.length > 0 && (
          <Pair name={say(T.natures)}>{list(entry.natures.map((one) => optionLabel('natures', one)))}</Pair>
        )}
        {entry.activities.length > 0 && (
          <Pair name={say(T.activities)}>
            {list(entry.activities.map((one) => optionLabel('activities', one)))}
          </Pair>
        )}
        {[...territory.include, ...territory.except].length > 0 && (
          <Pair name={say(T.territory)}>
            {list(territory.includeNames.map((name) => say(name)))}
            {territory.except.length > 0 &&
              say(T.but, { what: list(territory.exceptNames.map((name) => say(name))) })}
          </Pair>
        )}
        {entry.whenText && <Pair name={say(T.when)}>{entry.whenText}</Pair>}
        {(entry.validFrom || entry.validTo) && (
          <Pair name={say(T.valid)}>
            {entry.validFrom ?? ''} — {entry.validTo ?? ''}
          </Pair>
        )}
        {entry.exemptIfApprovedBefore && <Pair name={say(T.exempt)}>{entry.exemptIfApprovedBefore}</Pair>}
        {entry.deadline && <Pair name={say(T.deadline)}>{entry.deadline}</Pair>}
        {entry.replacement && <Pair name={say(T.replacement)}>{say(entry.replacement)}</Pair>}
        {responsibility && (
          <Pair name={say(T.departments)}>
            {responsibility.lead}
            {responsibility.cooperating.length > 0 && say(T.with, { who: list(responsibility.cooperating) })}
          </Pair>
        )}
        {entry.remark && <Pair name={say(T.remark)}>{say(entry.remark)}</Pair>}
      </dl>
      {requirements.length > 0 && (
        <section>
          <h3>{say(T.requirements)}</h3>
          <ul class="lines">
            {requirements.map(({ key, text: words, whenText, evidence }) => (
              <li key={key}>
                <span class="grow">
                  {say(words)} {whenText && <span class="muted">{whenText}</span>}
                  {evidence && <span class="muted"> {say(T.evidence, { what: say(evidence) })}</span>}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {exceptions.length > 0 && (
        <section>
          <h3>{say(T.exceptions)}</h3>
          <ul class="lines">
            {exceptions.map(({ key, text: words, whenText, discretionary, decidedBy }) => (
              <li key={key}>
                <span class="grow">
                  {say(words)} {whenText && <span class="muted">{whenText}</span>}
                </span>
                {discretionary && (
                  <span class="tag review">
                    {say(T.discretionary)} {decidedBy && say(LEVEL_LABELS[decidedBy])}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3>{say(T.basis)}</h3>
        <ul class="lines">
          {entry.basis.map(({ document, number, article, url }) => (
            <li key={`${document}${article}`}>
              <span class="grow">
                {say(T.document, { document })} <span class="muted">{number}</span> <b>{article}</b>
              </span>
              {url && (
                <a href={url} rel="noreferrer noopener" target="_blank">
                  {say(T.original)}
                </a>
              )}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function Pair({ name, children }: { readonly name: string; readonly children: preact.ComponentChildren }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

const T = {
  industries: text('行业', 'Industries'),
  every: text('全部', 'all'),
  but: text('（{what} 除外）', ' (but not {what})'),
  natures: text('建设性质', 'Natures'),
  activities: text('活动', 'Activities'),
  territory: text('区域', 'Territory'),
  when: text('条件', 'Condition'),
  valid: text('有效期', 'Valid'),
  exempt: text('此前已批准的除外', 'But approved before'),
  deadline: text('完成期限', 'Deadline'),
  replacement: text('替代方案', 'Use instead'),
  departments: text('部门', 'Departments'),
  with: text('；配合：{who}', '; with {who}'),
  remark: text('备注', 'Remark'),
  requirements: text('限制条件', 'Requirements'),
  exceptions: text('除外情形', 'Exceptions'),
  evidence: text('材料：{what}', 'Evidence: {what}'),
  discretionary: text('一事一议', 'Decided case by case'),
  basis: text('依据', 'Legal basis'),
  document: text('《{document}》', '{document}'),
  original: text('原文', 'Original'),
};
