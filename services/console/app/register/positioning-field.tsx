import { useEffect } from 'preact/hooks';
import { useIndustriesFound } from '../drafts/finders.ts';
import { Positionings } from '../generated/queries.ts';
import { FieldGroup } from '../parts/field.tsx';
import { type Option, SomeFound } from '../parts/picker.tsx';
import { useNames } from '../portal/use-names.ts';
import { say, text } from '../shell/locale.ts';
import { useTrouble } from '../shell/troubles.ts';
import { usePages } from '../shell/use-pages.ts';

interface PositioningFieldProps {
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/**
 * The industries that a zone is meant for. What counts is that catalogs test the same words, so those that are registered
 * already come first; a new one is taken only when it is said to be one.
 */
export function PositioningField(props: PositioningFieldProps) {
  const pages = usePages(Positionings, {}, ({ zones }) => zones);
  useTrouble(pages);
  // All of them are wanted.
  useEffect(pages.more);
  const known = [...new Set(pages.edges.flatMap(({ node }) => node.positioning))].sort();
  const labelOf = usePositioningLabels(props.chosen);
  const useFound = (search: string): readonly Option[] => {
    const industries = useIndustriesFound(search);
    if (search === '') return [];
    const registered = known
      .filter((key) => key.toLowerCase().includes(search.toLowerCase()))
      .map((key) => ({ key, label: say(T.registered, { key }) }));
    const found = [...registered, ...industries].slice(0, SHOWN);
    return found.some(({ key }) => key === search)
      ? found
      : [...found, { key: search, label: say(T.asTyped, { search }) }];
  };
  return (
    <FieldGroup label={say(T.positioning)} hint={say(T.hint)}>
      <SomeFound {...props} label={say(T.positioning)} labelOf={labelOf} useFound={useFound} />
    </FieldGroup>
  );
}

/** What positionings are called: those that are industries by their names too. */
export function usePositioningLabels(keys: readonly string[]): (key: string) => string {
  const names = useNames(
    keys.filter((key) => /^(?:[A-Z]|\d{2,4})$/.test(key)),
    [],
  );
  return (key) => {
    const name = names.get(key);
    return name ? `${key} ${say(name)}` : key;
  };
}

const SHOWN = 12;

const T = {
  positioning: text('产业定位', 'Positioning'),
  hint: text(
    '目录按相同的写法认定，请优先选名录中已有的。',
    'Catalogs test the same words: prefer those that are registered already.',
  ),
  registered: text('{key}（名录中已有）', '{key} (registered already)'),
  asTyped: text('新增“{search}”', 'Add "{search}" as it is'),
};
