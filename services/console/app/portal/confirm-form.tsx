import { useState } from 'preact/hooks';
import type { ConfirmationInput } from '../generated/queries.ts';
import { Field } from '../parts/field.tsx';
import { say, type Text, text } from '../shell/locale.ts';
import { entryName } from './entry-words.ts';

export interface OpenException {
  readonly entry: {
    readonly code: string;
    readonly catalog: { readonly id: string } & Parameters<typeof entryName>[0]['catalog'];
  };
  readonly exception: { readonly key: string; readonly text: Text };
}

interface ConfirmFormProps {
  readonly open: readonly OpenException[];
  readonly confirmed: readonly ConfirmationInput[];
  readonly onConfirm: (confirmations: readonly ConfirmationInput[]) => void;
}

/** What an authority has decided of each exception, with the document that it stands in. */
export function ConfirmForm({ open, confirmed, onConfirm }: ConfirmFormProps) {
  const [tried, setTried] = useState(false);
  const [draft, setDraft] = useState<ReadonlyMap<string, { granted: string; document: string }>>(
    () =>
      new Map(
        confirmed.map((one) => [
          nameIn(one.catalog, one.entry, one.exception),
          { granted: one.confirmed ? 'YES' : 'NO', document: one.document },
        ]),
      ),
  );
  const of = ({ entry, exception }: OpenException) =>
    draft.get(nameIn(entry.catalog.id, entry.code, exception.key)) ?? { granted: '', document: '' };
  const change = ({ entry, exception }: OpenException, part: Partial<ReturnType<typeof of>>, old: object) =>
    setDraft(
      new Map([
        ...draft,
        [nameIn(entry.catalog.id, entry.code, exception.key), { granted: '', document: '', ...old, ...part }],
      ]),
    );
  const lacksDocument = open.some((one) => of(one).granted !== '' && of(one).document.trim() === '');
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (lacksDocument) return;
        onConfirm(
          open
            .filter((one) => of(one).granted !== '')
            .map((one) => ({
              catalog: one.entry.catalog.id,
              entry: one.entry.code,
              exception: one.exception.key,
              confirmed: of(one).granted === 'YES',
              document: of(one).document.trim(),
            })),
        );
      }}
    >
      {open.map((one) => {
        const { granted, document } = of(one);
        return (
          <fieldset class="plain-set" key={nameIn(one.entry.catalog.id, one.entry.code, one.exception.key)}>
            <legend>
              <b>{entryName(one.entry)}</b> {say(one.exception.text)}
            </legend>
            <Field label={say(T.granted)}>
              {(its) => (
                <select
                  {...its}
                  value={granted}
                  onChange={(event) =>
                    change(one, { granted: event.currentTarget.value }, { granted, document })
                  }
                >
                  <option value="">{say(T.open)}</option>
                  <option value="YES">{say(T.yes)}</option>
                  <option value="NO">{say(T.no)}</option>
                </select>
              )}
            </Field>
            {granted !== '' && (
              <Field
                label={say(T.document)}
                hint={say(T.documentHint)}
                error={tried && document.trim() === '' ? say(T.documentNeeded) : undefined}
              >
                {(its) => (
                  <input
                    {...its}
                    maxLength={500}
                    value={document}
                    onInput={(event) =>
                      change(one, { document: event.currentTarget.value }, { granted, document })
                    }
                  />
                )}
              </Field>
            )}
          </fieldset>
        );
      })}
      <button type="submit" class="btn">
        {say(T.note)}
      </button>
    </form>
  );
}

const nameIn = (catalog: string, entry: string, exception: string): string =>
  [catalog, entry, exception].join('/');

const T = {
  granted: text('认定结果', 'Decided'),
  open: text('尚未认定', 'Not yet'),
  yes: text('同意适用除外情形', 'The exception is granted'),
  no: text('不同意', 'It is denied'),
  document: text('认定文件', 'Document'),
  documentHint: text('文件名称和文号', 'its title and number'),
  documentNeeded: text('请填写认定文件。', 'Give the document.'),
  note: text('记下认定', 'Note it'),
};
