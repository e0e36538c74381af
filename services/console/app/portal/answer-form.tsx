import { useState } from 'preact/hooks';
import type { AskedFragment, Outcome } from '../generated/queries.ts';
import { DayField, Field } from '../parts/field.tsx';
import { optionLabel } from '../parts/labels.ts';
import { OutcomeTag } from '../parts/tag.tsx';
import { say, type Text, text } from '../shell/locale.ts';
import { amountIn, digits, readAmount, unitsOf } from './amounts.ts';
import { plainOf, stated, type Value } from './enquiry.ts';

export interface AnswerFormProps {
  readonly fact: AskedFragment;
  /** What can be answered, where that is a short closed list. */
  readonly options: readonly string[];
  readonly names: ReadonlyMap<string, Text>;
  readonly value: Value;
  readonly onAnswer: (value: Value) => void;
  /** What an answer would come to, by the answer as JSON. */
  readonly foreseen: ReadonlyMap<string, readonly Outcome[]>;
}

/** The control for a fact, by what values it takes. What is answered by one press counts at once. */
export function AnswerForm(props: AnswerFormProps) {
  const { fact } = props;
  if (fact.key === 'earlierApproval') return <EarlierApproval {...props} />;
  switch (fact.type) {
    case 'FLAG':
      return (
        <OneOf
          {...props}
          choices={[true, false].map((plain) => ({ plain, label: say(plain ? T.yes : T.no) }))}
        />
      );
    case 'CHOICE':
      return (
        <OneOf {...props} choices={props.options.map((plain) => ({ plain, label: labelOf(props, plain) }))} />
      );
    case 'SET':
      return <AnyOf {...props} />;
    case 'NUMBER':
      return <Amount {...props} />;
    case 'DATE':
      return <Day {...props} onDay={(day) => props.onAnswer(stated(fact.key, 'DATE', day))} />;
  }
}

const labelOf = ({ fact, names }: AnswerFormProps, option: string): string => {
  const name = names.get(option);
  return name ? say(name) : optionLabel(fact.key, option);
};

interface Choice {
  readonly plain: string | boolean;
  readonly label: string;
}

function OneOf({
  fact,
  value,
  onAnswer,
  foreseen,
  choices,
}: AnswerFormProps & { readonly choices: readonly Choice[] }) {
  const now = plainOf(fact.key, value);
  return (
    <div class="choices">
      {choices.map(({ plain, label }) => (
        <button
          key={label}
          type="button"
          class={`choice ${now === plain ? 'on' : ''}`}
          aria-pressed={now === undefined ? undefined : now === plain}
          onClick={() => onAnswer(stated(fact.key, fact.type, plain))}
        >
          {label}
          <Foreseen outcomes={foreseen.get(JSON.stringify(plain))} />
        </button>
      ))}
    </div>
  );
}

function Foreseen({ outcomes }: { readonly outcomes: readonly Outcome[] | undefined }) {
  if (outcomes?.length !== 1) return null;
  return (
    <>
      <span aria-hidden="true">→</span> <OutcomeTag outcome={outcomes[0]!} />
    </>
  );
}

/** None of them is an answer where the law lets a project have none. */
const NEVER_EMPTY: readonly string[] = ['natures', 'activities', 'areas', 'industries'];

function AnyOf(props: AnswerFormProps) {
  const { fact, options, value, onAnswer } = props;
  const [chosen, setChosen] = useState<readonly string[]>(() => (plainOf(fact.key, value) as string[]) ?? []);
  const toggle = (option: string) =>
    setChosen((old) => (old.includes(option) ? old.filter((one) => one !== option) : [...old, option]));
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        // In the order of the law, whatever was ticked first.
        onAnswer(
          stated(
            fact.key,
            'SET',
            options.filter((option) => chosen.includes(option)),
          ),
        );
      }}
    >
      <fieldset class="choices">
        <legend class="unseen">{say(fact.name)}</legend>
        {options.map((option) => (
          <label key={option} class="choice">
            <input type="checkbox" checked={chosen.includes(option)} onChange={() => toggle(option)} />
            {labelOf(props, option)}
          </label>
        ))}
      </fieldset>
      <div class="row">
        <button type="submit" class="btn main" disabled={chosen.length === 0}>
          {say(T.confirm)}
        </button>
        {!NEVER_EMPTY.includes(fact.key) && (
          <button type="button" class="btn" onClick={() => onAnswer(stated(fact.key, 'SET', []))}>
            {say(T.noneOfThem)}
          </button>
        )}
      </div>
    </form>
  );
}

function Amount({ fact, value, onAnswer }: AnswerFormProps) {
  const units = unitsOf(fact.key, fact.unit);
  const plain = plainOf(fact.key, value);
  const before = readAmount(Array.isArray(plain) ? plain.join(' ') : plain);
  const [typed, setTyped] = useState(before.number);
  const [unit, setUnit] = useState(before.unit ?? units[0]);
  return (
    <form
      class="row"
      onSubmit={(event) => {
        event.preventDefault();
        const answer = fact.many
          ? typed
              .split(/[\s、;；]+/)
              .filter(Boolean)
              .map(digits)
          : amountIn(fact.key, digits(typed), unit);
        onAnswer(stated(fact.key, 'NUMBER', answer));
      }}
    >
      <Field label={say(fact.name)} {...(fact.many ? { hint: say(T.several) } : {})}>
        {(of) => (
          <span class="row">
            <input
              {...of}
              inputMode="decimal"
              autocomplete="off"
              size={14}
              required
              value={typed}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
            {units.length > 1 ? (
              <select
                class="field"
                aria-label={say(T.unit)}
                value={unit}
                onChange={(event) => setUnit(event.currentTarget.value)}
              >
                {units.map((one) => (
                  <option key={one}>{one}</option>
                ))}
              </select>
            ) : (
              <span>{units[0]}</span>
            )}
          </span>
        )}
      </Field>
      <button type="submit" class="btn main">
        {say(T.confirm)}
      </button>
      {fact.many && (
        <button type="button" class="btn" onClick={() => onAnswer(stated(fact.key, 'NUMBER', []))}>
          {say(T.noneOfThem)}
        </button>
      )}
    </form>
  );
}

function Day({ fact, value, onDay }: AnswerFormProps & { readonly onDay: (day: string) => void }) {
  const plain = plainOf(fact.key, value);
  const [day, setDay] = useState(typeof plain === 'string' ? plain : '');
  return (
    <form
      class="row"
      onSubmit={(event) => {
        event.preventDefault();
        onDay(day);
      }}
    >
      <DayField label={say(fact.name)} value={day} onDay={setDay} />
      <button type="submit" class="btn main">
        {say(T.confirm)}
      </button>
    </form>
  );
}

function EarlierApproval(props: AnswerFormProps) {
  const before = props.value as { approvedOn?: string } | undefined;
  return (
    <div class="stack">
      <Day {...props} value={before?.approvedOn} onDay={(approvedOn) => props.onAnswer({ approvedOn })} />
      <button type="button" class="btn" onClick={() => props.onAnswer({ none: true })}>
        {say(T.neverApproved)}
      </button>
    </div>
  );
}

const T = {
  yes: text('是', 'Yes'),
  no: text('否', 'No'),
  confirm: text('确定', 'Confirm'),
  noneOfThem: text('都没有', 'None'),
  unit: text('单位', 'Unit'),
  several: text('有几个就填几个，用空格隔开。', 'Give each of them, with a blank between.'),
  neverApproved: text('此前未获批准', 'Never approved before'),
};
