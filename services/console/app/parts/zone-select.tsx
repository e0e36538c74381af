import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { ListZones } from '../generated/queries.ts';
import { say } from '../shell/locale.ts';
import { useTrouble } from '../shell/troubles.ts';
import { usePages } from '../shell/use-pages.ts';
import type { FieldAttributes } from './field.tsx';

interface ZoneSelectProps extends Partial<FieldAttributes> {
  readonly value: string;
  readonly onChange: (id: string) => void;
  /** Ids of those that stand before all others. */
  readonly except?: readonly string[];
  /** What can be chosen before all others. */
  readonly children?: ComponentChildren;
}

/** Any zone, by its name. */
export function ZoneSelect({ value, onChange, except = [], children, ...of }: ZoneSelectProps) {
  const pages = usePages(ListZones, {}, ({ zones }) => zones);
  useTrouble(pages);
  // All of them are wanted.
  useEffect(pages.more);
  return (
    <select class="field" {...of} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      {children}
      {pages.edges
        .filter(({ node }) => !except.includes(node.id))
        .map(({ node }) => (
          <option key={node.id} value={node.id}>
            {say(node.name)}
          </option>
        ))}
    </select>
  );
}
