import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  /** What is wrong with the value, in full words. */
  readonly error?: string | undefined;
  /** The control, which takes these attributes: `<Field label="…">{(of) => <input {...of} />}</Field>`. */
  readonly children: (attributes: FieldAttributes) => ComponentChildren;
}

export interface FieldAttributes {
  readonly id: string;
  readonly class: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean | undefined;
}

/** A control with its label, a hint, and what is wrong with it. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class="field-row">
      <label for={id}>{label}</label>
      <div>
        {children({
          id,
          class: 'field',
          'aria-describedby': described || undefined,
          'aria-invalid': error ? true : undefined,
        })}
        {hint && (
          <p class="hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
        {error && (
          <p class="wrong" id={`${id}-error`}>
            {error}
          </p>
        )}
      </div>
    </div>
  );
}

interface FieldGroupProps {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly children: ComponentChildren;
}

/** As a field, of several controls. */
export function FieldGroup({ label, hint, error, children }: FieldGroupProps) {
  return (
    <fieldset class="field-row bare">
      <legend class="unseen">{label}</legend>
      <span class="label" aria-hidden="true">
        {label}
      </span>
      <div>
        {children}
        {hint && <p class="hint">{hint}</p>}
        {error && <p class="wrong">{error}</p>}
      </div>
    </fieldset>
  );
}

interface DayFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onDay: (day: string) => void;
}

/** A day that has to be given. */
export function DayField({ label, hint = '', value, onDay }: DayFieldProps) {
  return (
    <Field label={label} hint={hint}>
      {(of) => (
        <input
          {...of}
          type="date"
          required
          value={value}
          onInput={(event) => onDay(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
