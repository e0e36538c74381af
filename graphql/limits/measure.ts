import type { DocumentNode, FragmentDefinitionNode, SelectionSetNode } from 'graphql';
import { Kind } from 'graphql';

/** What a selection comes to once its fragments are unfolded. */
export interface Measure {
  readonly depth: number;
  /** Fields on its first level. */
  readonly breadth: number;
  /** Fields on all levels. */
  readonly size: number;
}

/** Measures every operation. Each fragment is measured once: a few of them can unfold into millions of fields. */
export function measures(document: DocumentNode): readonly Measure[] {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const measured = new Map<string, Measure>();

  const measure = ({ selections }: SelectionSetNode): Measure => {
    let [depth, breadth, size] = [0, 0, 0];
    for (const selection of selections) {
      const inner = ((): Measure => {
        switch (selection.kind) {
          case Kind.FIELD: {
            const below = selection.selectionSet ? measure(selection.selectionSet) : NOTHING;
            return { depth: 1 + below.depth, breadth: 1, size: 1 + below.size };
          }
          case Kind.INLINE_FRAGMENT:
            return measure(selection.selectionSet);
          case Kind.FRAGMENT_SPREAD:
            return measureFragment(selection.name.value);
        }
      })();
      depth = Math.max(depth, inner.depth);
      breadth += inner.breadth;
      size += inner.size;
    }
    return { depth, breadth, size };
  };
  const measureFragment = (name: string): Measure => {
    const known = measured.get(name);
    if (known) return known;
    const fragment = fragments.get(name);
    if (!fragment) return NOTHING;
    // One that contains itself is refused elsewhere; here it must only come to an end.
    measured.set(name, NOTHING);
    const found = measure(fragment.selectionSet);
    measured.set(name, found);
    return found;
  };
  return document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? [measure(definition.selectionSet)] : [],
  );
}

const NOTHING: Measure = { depth: 0, breadth: 0, size: 0 };
