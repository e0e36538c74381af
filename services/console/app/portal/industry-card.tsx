import { useState } from 'preact/hooks';
import { FindIndustries } from '../generated/queries.ts';
import { ErrorNote } from '../parts/note.tsx';
import { useSettled } from '../parts/use-settled.ts';
import { say, type Text, text } from '../shell/locale.ts';
import { useQuery } from '../shell/use-query.ts';

interface IndustryCardProps {
  readonly chosen: readonly string[];
  readonly names: ReadonlyMap<string, Text>;
  readonly onChange: (codes: readonly string[]) => void;
  /** Where it may be left open. */
  readonly onLater: (() => void) | null;
}

/** What the project makes, in everyday words, and the codes that it comes to. */
export function IndustryCard({ chosen, names, onChange, onLater }: IndustryCardProps) {
  const [typed, setTyped] = useState('');
  const search = useSettled(typed.trim());
  const { data, error, reload, loading } = useQuery(FindIndustries, search === '' ? null : { search });
  const { industries = [], suggestions = [] } = data?.industrySearch ?? {};
  return (
    <section class="card stack" aria-labelledby="question">
      <h2 class="question" id="question" tabIndex={-1}>
        {say(T.question)}
      </h2>
      {chosen.length > 0 && (
        <ul class="plain row">
          {chosen.map((code) => (
            <li key={code}>
              <button
                type="button"
                class="btn"
                onClick={() => onChange(chosen.filter((one) => one !== code))}
              >
                <span class="num">{code}</span> {say(names.get(code) ?? text('', ''))}{' '}
                <span aria-hidden="true">×</span>
                <span class="unseen">{say(T.remove)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        class="field search"
        type="search"
        aria-label={say(T.search)}
        placeholder={say(T.search)}
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      {error && <ErrorNote error={error} onRetry={reload} />}
      {search !== '' && (
        <ul class="found" aria-label={say(T.found)}>
          {industries
            .filter(({ code }) => !chosen.includes(code))
            .map(({ code, level, name }) => (
              <li key={code}>
                <button type="button" onClick={() => onChange([...chosen, code])}>
                  <span class="num">{code}</span> <b>{say(name)}</b>
                  {level !== 'CLASS' && <span class="muted">{say(T.broad)}</span>}
                </button>
              </li>
            ))}
        </ul>
      )}
      {!loading && search !== '' && industries.length === 0 && (
        <div role="status">
          <p>{say(T.nothing, { search })}</p>
          {suggestions.map(({ search: other, message }) => (
            <button key={other} type="button" class="btn quiet" onClick={() => setTyped(other)}>
              {message}
            </button>
          ))}
        </div>
      )}
      {onLater && (
        <button type="button" class="btn quiet" onClick={onLater}>
          {say(T.later)}
        </button>
      )}
    </section>
  );
}

const T = {
  question: text('项目生产什么、做什么？', 'What does the project make or do?'),
  search: text('用平常的话说，如：农药、锂电池、面粉', 'In everyday words: pesticides, batteries, flour'),
  found: text('符合的行业', 'Industries found'),
  broad: text('（大类或中类，可再细分）', '(can be narrowed down)'),
  nothing: text('没有找到与“{search}”相应的行业。', 'No industry was found for "{search}".'),
  later: text('暂不清楚，先跳过', 'Not known yet, skip'),
  remove: text('去掉', 'remove'),
};
