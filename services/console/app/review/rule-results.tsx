import { contentPlaceText } from '../../../domain/catalog/field-names.ts';
import type { CheckResultFragment, RuleNamesFragment } from '../generated/queries.ts';
import { Tag } from '../parts/tag.tsx';
import { localeStore, say, text } from '../shell/locale.ts';
import { href } from '../shell/router.ts';

export type DraftCheck = CheckResultFragment;
type Violation = DraftCheck['violations'][number];

interface RuleResultsProps {
  readonly catalog: string;
  readonly check: DraftCheck;
  readonly rules: RuleNamesFragment['publicationRules'];
  /** Why warnings are accepted, by `warningKey`. */
  readonly reasons: ReadonlyMap<string, string>;
  /** Null where the one who looks at it is not to accept them. */
  readonly onReason: ((warning: string, reason: string) => void) | null;
}

/** Every publication rule with a tick, or with what is wrong at which field, and a project that shows it in words. */
export function RuleResults({ catalog, check, rules, reasons, onReason }: RuleResultsProps) {
  const { violations, undecided } = check;
  const broken = groupedBy(violations, ({ rule }) => rule);
  const kept = rules.filter(({ code }) => !broken.has(code) && !undecided.some((one) => one.rule === code));
  const errors = violations.filter(({ severity }) => severity === 'ERROR').length;
  const warnings = warningsOf(check);
  const open = warnings.filter((key) => !reasons.get(key)?.trim()).length;
  return (
    <div class="stack">
      <p class="row" role="status">
        <span class="tag admit">{say(T.kept, { count: kept.length })}</span>
        {errors > 0 && <span class="tag refuse">{say(T.errors, { count: errors })}</span>}
        {warnings.length > 0 && (
          <span class="tag condition">
            {onReason
              ? say(T.open, { count: warnings.length, open })
              : say(T.warnings, { count: warnings.length })}
          </span>
        )}
        {undecided.length > 0 && <span class="tag">{say(T.undecided, { count: undecided.length })}</span>}
      </p>
      {[...broken].map(([rule, found]) => (
        <section key={rule} class={`rule ${found[0]!.severity === 'ERROR' ? 'refuse' : 'condition'}`}>
          <h3 class="row">
            <Tag of={SEVERITIES[found[0]!.severity]} /> <span class="num">{rule}</span>
            <span class="grow">{found[0]!.sentence}</span>
          </h3>
          {[...groupedBy(found, warningKey)].map(([key, ones]) => (
            <div key={key} class="stack-tight">
              {ones.map((one) => (
                <p key={`${one.field} ${one.value}`}>
                  {one.entry !== null && (
                    <a class="num" href={href(['drafts', catalog], { entry: one.entry, field: one.field })}>
                      {say(T.entry, { entry: one.entry })}
                    </a>
                  )}{' '}
                  {one.detail
                    ? say(one.detail)
                    : contentPlaceText(one.field, one.value ?? '', localeStore.get())}
                </p>
              ))}
              {onReason && ones[0]!.severity === 'WARNING' && (
                <label class="row">
                  <span>
                    {say(T.reason)}
                    <span class="unseen">
                      {rule} {ones[0]!.entry}
                    </span>
                  </span>
                  <input
                    class="field grow"
                    value={reasons.get(key) ?? ''}
                    placeholder={say(T.reasonHint)}
                    onInput={(event) => onReason(key, event.currentTarget.value)}
                  />
                  {reasons.get(key)?.trim() && <span class="tag admit">{say(T.accepted)}</span>}
                </label>
              )}
            </div>
          ))}
        </section>
      ))}
      {undecided.length > 0 && (
        <details>
          <summary>{say(T.undecided, { count: undecided.length })}</summary>
          <ul class="lines">
            {undecided.map(({ rule, sentence, entry }) => (
              <li key={`${rule} ${entry}`}>
                <span class="num">{rule}</span>
                <span class="grow">{sentence}</span>
                <a class="num" href={href(['drafts', catalog], { entry })}>
                  {say(T.entry, { entry })}
                </a>
              </li>
            ))}
          </ul>
        </details>
      )}
      <details open={violations.length === 0}>
        <summary>{say(T.keptRules, { count: kept.length })}</summary>
        <ul class="lines">
          {kept.map(({ code, sentence }) => (
            <li key={code}>
              <span class="kept" role="img" aria-label={say(T.isKept)}>
                ✓
              </span>
              <span class="num">{code}</span>
              <span class="grow">{say(sentence)}</span>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

/** What a warning is accepted by: its rule and its entry. */
const warningKey = ({ rule, entry }: Pick<Violation, 'rule' | 'entry'>): string => `${rule} ${entry ?? ''}`;

/** Every warning that has to be accepted, once. */
export const warningsOf = ({ violations }: DraftCheck): readonly string[] => [
  ...new Set(violations.filter(({ severity }) => severity === 'WARNING').map(warningKey)),
];

/** The warning of a key, as a publication accepts it. */
export function acceptedBy(key: string, reason: string) {
  const [rule = '', entry = ''] = key.split(' ');
  return { rule, entry: entry || null, reason: reason.trim() };
}

function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

const SEVERITIES = {
  ERROR: { tone: 'refuse', text: text('须改正', 'To be mended') },
  WARNING: { tone: 'condition', text: text('须确认', 'To be accepted') },
} as const;

const T = {
  kept: text('✓ 符合 {count} 条规则', '✓ {count} rules kept'),
  errors: text('✕ {count} 处须改正', '✕ {count} to be mended'),
  warnings: text('△ {count} 处须由发布人员确认', '△ {count} for the publisher to accept'),
  open: text('△ {count} 处须确认，还有 {open} 处', '△ {count} to be accepted, {open} left'),
  undecided: text('{count} 处未能判定（不影响发布）', '{count} undecided (they block nothing)'),
  entry: text('条目 {entry}', 'Entry {entry}'),
  reason: text('确认理由', 'Accepted because'),
  reasonHint: text('写明为什么可以这样发布', 'Why it may be published like this'),
  accepted: text('✓ 已确认', '✓ accepted'),
  keptRules: text('已符合的规则（{count} 条）', 'Rules that are kept ({count})'),
  isKept: text('符合', 'kept'),
};
