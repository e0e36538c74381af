import type { FactDefinitionsOfZoneQuery, FactValueInput, RecordFragment } from '../generated/queries.ts';
import { Field } from '../parts/field.tsx';
import { optionLabel } from '../parts/labels.ts';
import { list, say, text } from '../shell/locale.ts';

export type ZoneFact = FactDefinitionsOfZoneQuery['factDefinitions'][number];
type Declared = Extract<RecordFragment, { __typename: 'Zone' }>['facts'][number];

interface FactFieldsProps {
  readonly facts: readonly ZoneFact[];
  /** As they are typed, by key; empty for not stated. */
  readonly values: Readonly<Record<string, string>>;
  readonly onChange: (key: string, value: string) => void;
}

/** The facts about a zone that catalogs define, each by its kind. */
export function FactFields({ facts, values, onChange }: FactFieldsProps) {
  return (
    <>
      {facts.map((fact) => {
        const value = values[fact.key] ?? '';
        const set = (event: { readonly currentTarget: { readonly value: string } }) =>
          onChange(fact.key, event.currentTarget.value);
        const options = optionsOf(fact);
        return (
          <Field key={fact.key} label={say(fact.name)} hint={fact.unit ?? ''}>
            {(of) =>
              options ? (
                <select {...of} value={value} onChange={set}>
                  <option value="">{say(T.notStated)}</option>
                  {options.map(([option, label]) => (
                    <option key={option} value={option}>
                      {label}
                    </option>
                  ))}
                </select>
              ) : fact.type === 'DATE' ? (
                <input {...of} type="date" value={value} onInput={set} />
              ) : (
                <input {...of} value={value} onInput={set} />
              )
            }
          </Field>
        );
      })}
    </>
  );
}

function optionsOf({ key, type, options }: ZoneFact): readonly (readonly [string, string])[] | null {
  if (type === 'FLAG')
    return [
      ['true', say(T.yes)],
      ['false', say(T.no)],
    ];
  return type === 'CHOICE' ? (options ?? []).map((option) => [option, optionLabel(key, option)]) : null;
}

/** A typed value as the API takes it; several are parted by spaces or commas. */
export function statedValue({ type, many }: ZoneFact, typed: string): FactValueInput {
  const parts = typed.split(/[\s,，、]+/).filter(Boolean);
  if (type === 'NUMBER') return many ? { numbers: parts } : { number: typed.trim() };
  if (type === 'FLAG') return { flag: typed === 'true' };
  if (type === 'CHOICE') return { choice: typed };
  return type === 'SET' ? { set: parts } : { date: typed };
}

/** A value as it would be typed. */
export function typedValue({ number, numbers, flag, choice, set, date }: Declared['value']): string {
  const several = set ?? numbers;
  if (several) return several.join(' ');
  return String(number ?? flag ?? choice ?? date ?? '');
}

export function valueText(value: Declared['value'], unit: string | null): string {
  const { flag, set, numbers } = value;
  if (flag !== null) return say(flag ? T.yes : T.no);
  if (set) return list(set);
  if (numbers) return [list(numbers), unit].filter(Boolean).join(' ');
  return [typedValue(value), unit].filter(Boolean).join(' ');
}

const T = {
  notStated: text('未填报', 'Not stated'),
  yes: text('是', 'yes'),
  no: text('否', 'no'),
};
