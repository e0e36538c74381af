import { Field } from '../parts/field.tsx';
import { say, text } from '../shell/locale.ts';

interface ReasonProps {
  readonly value: string;
  readonly onChange: (reason: string) => void;
}

/** Why, which every change says for the record. */
export function Reason({ value, onChange }: ReasonProps) {
  return (
    <Field label={say(T.reason)}>
      {(of) => (
        <input {...of} required value={value} onInput={(event) => onChange(event.currentTarget.value)} />
      )}
    </Field>
  );
}

const T = { reason: text('办理事由', 'Reason') };
