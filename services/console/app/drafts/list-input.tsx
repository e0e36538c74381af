import { useState } from 'preact/hooks';
import type { FieldAttributes } from '../parts/field.tsx';

interface ListInputProps extends Partial<FieldAttributes> {
  readonly 'aria-label'?: string;
  readonly placeholder?: string;
  readonly title?: string;
  readonly readOnly?: boolean;
  readonly items: readonly string[];
  readonly onItems: (items: readonly string[]) => void;
}

/** Several words in one field, taken once one leaves it: what is being typed is nobody's to draw over. */
export function ListInput({ items, onItems, ...attributes }: ListInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <input
      {...attributes}
      value={typed ?? items.join('、')}
      onInput={(event) => setTyped(event.currentTarget.value)}
      onChange={(event) => {
        setTyped(null);
        onItems(itemsIn(event.currentTarget.value));
      }}
    />
  );
}

const itemsIn = (typed: string): readonly string[] =>
  typed
    .split(/[、，,;；]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
