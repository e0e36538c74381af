import { useEffect, useState } from 'preact/hooks';
import { IndustryNames } from '../generated/queries.ts';
import { ask } from '../shell/ask.ts';
import type { Text } from '../shell/locale.ts';

/** What the areas of the zone and the industries, with those below them, are called. */
export function useNames(
  industries: readonly string[],
  areas: readonly { readonly key: string; readonly name: Text }[],
): ReadonlyMap<string, Text> {
  const [, redraw] = useState({});
  const unknown = industries.filter((code) => !KNOWN.has(code));
  // Which are unknown says it all.
  useEffect(() => {
    for (const code of unknown)
      ask(IndustryNames, { code }).then(
        ({ industry }) => {
          if (!industry) return;
          for (const one of [industry, ...industry.children]) KNOWN.set(one.code, one.name);
          redraw({});
        },
        // The code alone is shown.
        () => {},
      );
  }, [unknown.join()]);
  return new Map([...KNOWN, ...areas.map(({ key, name }) => [key, name] as const)]);
}

/** Names of the classification do not change. */
const KNOWN = new Map<string, Text>();
