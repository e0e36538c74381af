import { useState } from 'preact/hooks';
import { Field } from '../parts/field.tsx';
import { say, type Text, text } from '../shell/locale.ts';
import { JurisdictionTree } from './jurisdiction-tree.tsx';

export interface Parent {
  readonly id: string;
  readonly name: Text;
}

interface ParentFieldProps {
  /** What it is to lie in; null for the country, which lies in nothing. */
  readonly parent: Parent | null;
  /** The day from which it is to lie there. */
  readonly on: string;
  readonly onChoose: (parent: Parent) => void;
}

/** What a region or zone lies in: another is found by its name, or on the tree. */
export function ParentField({ parent, on, onChoose }: ParentFieldProps) {
  const [typed, setTyped] = useState('');
  const [unfolded, setUnfolded] = useState(false);
  const choose = (node: Parent) => {
    onChoose(node);
    setTyped('');
    setUnfolded(false);
  };
  const tree = (
    <JurisdictionTree
      typed={typed.trim()}
      on={on}
      gone={false}
      chosen={parent?.id ?? null}
      onChoose={choose}
    />
  );
  return (
    <Field label={say(T.parent)} hint={say(T.hint)}>
      {(of) => (
        <>
          <p class="row" role="status">
            <b class="grow">{parent ? say(parent.name) : say(T.none)}</b>
            <button
              type="button"
              class="btn quiet"
              aria-expanded={unfolded}
              onClick={() => setUnfolded(!unfolded)}
            >
              {say(T.onTree)}
            </button>
          </p>
          <input
            {...of}
            type="search"
            placeholder={say(T.search)}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
            // Looking for something is no answer to the form.
            onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          />
          {(unfolded || typed.trim() !== '') && tree}
        </>
      )}
    </Field>
  );
}

const T = {
  parent: text('上级', 'Lies in'),
  hint: text('划转时改为新的上级。', 'To move it, choose another.'),
  none: text('无', 'nothing'),
  onTree: text('在树上选', 'Choose on the tree'),
  search: text('名称、拼音或代码', 'Name or code'),
};
