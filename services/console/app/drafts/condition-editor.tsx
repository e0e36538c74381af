import { useEffect, useRef, useState } from 'preact/hooks';
import type { ConditionInput } from '../generated/queries.ts';
import { say, text } from '../shell/locale.ts';
import { type ConditionForm, conditionOf, formOf, type Group, type Open } from './condition-form.ts';
import { TestEditor } from './test-editor.tsx';
import type { Words } from './words.ts';

interface ConditionEditorProps {
  /** What it is the condition of. */
  readonly label: string;
  readonly value: ConditionInput | null | undefined;
  readonly words: Words;
  /** @param typing where letters are being typed; null where something was chosen */
  readonly onChange: (condition: ConditionInput | undefined, typing: string | null) => void;
}

/** A condition, built as the sentence that it means: what it is about, how it stands to what, and how parts are joined. */
export function ConditionEditor({ label, value, words, onChange }: ConditionEditorProps) {
  const [form, setForm] = useState<ConditionForm | null>(() => (value ? formOf(value) : null));
  // What is not said yet is no part of the value; what was taken back elsewhere is.
  const sent = useRef(JSON.stringify(value ?? null));
  const now = JSON.stringify(value ?? null);
  useEffect(() => {
    if (now === sent.current) return;
    sent.current = now;
    setForm(value ? formOf(value) : null);
  }, [now]);
  const change = (next: ConditionForm | null, typing: string | null = null) => {
    setForm(next);
    const condition = next === null ? undefined : conditionOf(next);
    sent.current = JSON.stringify(condition ?? null);
    if (sent.current !== now) onChange(condition, typing);
  };
  if (form === null)
    return (
      <p class="row">
        <span class="muted">{say(T.none)}</span>
        <button type="button" class="btn quiet" onClick={() => change(OPEN)}>
          {say(T.begin)}
          <span class="unseen">{label}</span>
        </button>
      </p>
    );
  return (
    <fieldset class="condition-editor">
      <legend class="unseen">{label}</legend>
      <Part form={form} words={words} path="" onChange={change} onRemove={() => change(null)} />
      {form.kind !== 'all' && form.kind !== 'any' && form.kind !== 'open' && (
        <p class="row tight">
          {(['all', 'any'] as const).map((kind) => (
            <button
              key={kind}
              type="button"
              class="btn quiet"
              onClick={() => change({ kind, parts: [form, OPEN] })}
            >
              {say(kind === 'all' ? T.and : T.or)}
            </button>
          ))}
        </p>
      )}
    </fieldset>
  );
}

interface PartProps {
  readonly form: ConditionForm;
  readonly words: Words;
  /** Where it stands, for what is typed. */
  readonly path: string;
  readonly onChange: (form: ConditionForm, typing?: string | null) => void;
  readonly onRemove: () => void;
}

function Part({ form, words, path, onChange, onRemove }: PartProps) {
  if (isGroup(form))
    return <GroupEditor form={form} words={words} path={path} onChange={onChange} onRemove={onRemove} />;
  return (
    <div class="row tight test">
      <TestEditor
        form={form}
        words={words}
        onChange={(next, typing) => onChange(next, typing ? `${path} ${typing}` : null)}
      />
      <Remove onRemove={onRemove} />
    </div>
  );
}

function GroupEditor({ form, words, path, onChange, onRemove }: PartProps & { readonly form: Group }) {
  const { kind, parts } = form;
  return (
    <fieldset class="group">
      <legend class="row tight">
        <select
          class="field"
          aria-label={say(T.joint)}
          value={kind}
          onChange={(event) => onChange(joinedBy(event.currentTarget.value as Group['kind'], parts))}
        >
          {(['all', 'any', 'not'] as const).map((one) => (
            <option key={one} value={one}>
              {say(T[one])}
            </option>
          ))}
        </select>
        <Remove onRemove={onRemove} />
      </legend>
      <ul class="plain">
        {parts.map((part, at) => (
          <li key={`${at} ${parts.length}`}>
            {at > 0 && <span class="joint">{say(kind === 'any' ? T.orWord : T.andWord)}</span>}
            <Part
              form={part}
              words={words}
              path={`${path}.${at}`}
              onChange={(next, typing) =>
                onChange({ kind, parts: parts.map((one, place) => (place === at ? next : one)) }, typing)
              }
              onRemove={() => {
                const left = parts.filter((_, place) => place !== at);
                if (left.length === 0) onRemove();
                else onChange({ kind, parts: left });
              }}
            />
          </li>
        ))}
      </ul>
      {kind !== 'not' && (
        <p class="row tight">
          <button type="button" class="btn quiet" onClick={() => onChange({ kind, parts: [...parts, OPEN] })}>
            {say(kind === 'all' ? T.and : T.or)}
          </button>
          <button
            type="button"
            class="btn quiet"
            onClick={() =>
              onChange({
                kind,
                parts: [...parts, { kind: kind === 'all' ? 'any' : 'all', parts: [OPEN, OPEN] }],
              })
            }
          >
            {say(T.group)}
          </button>
          <button
            type="button"
            class="btn quiet"
            onClick={() => onChange({ kind, parts: [...parts, { kind: 'not', parts: [OPEN] }] })}
          >
            {say(T.butNot)}
          </button>
        </p>
      )}
    </fieldset>
  );
}

/** What does not hold is one thing: several of them are joined inside it. */
function joinedBy(kind: Group['kind'], parts: readonly ConditionForm[]): Group {
  return kind === 'not' && parts.length > 1 ? { kind, parts: [{ kind: 'all', parts }] } : { kind, parts };
}

function Remove({ onRemove }: { readonly onRemove: () => void }) {
  return (
    <button
      type="button"
      class="btn quiet remove"
      aria-label={say(T.remove)}
      title={say(T.remove)}
      onClick={onRemove}
    >
      <span aria-hidden="true">×</span>
    </button>
  );
}

const isGroup = (form: ConditionForm): form is Group =>
  form.kind === 'all' || form.kind === 'any' || form.kind === 'not';

const OPEN: Open = { kind: 'open' };

const T = {
  none: text('无条件：范围内的项目都适用。', 'Unconditional: all projects within its scope.'),
  begin: text('＋ 写条件', '＋ Add a condition'),
  joint: text('各项的关系', 'How they are joined'),
  all: text('同时满足', 'All of'),
  any: text('满足任一', 'Any of'),
  not: text('不属于', 'Not the case that'),
  and: text('＋ 且', '＋ and'),
  or: text('＋ 或', '＋ or'),
  andWord: text('且', 'and'),
  orWord: text('或', 'or'),
  group: text('＋ 一组', '＋ a group'),
  butNot: text('＋ 但不属于', '＋ but not'),
  remove: text('移除这一项', 'Remove this part'),
};
