import type { FragmentDefinitionNode } from 'graphql';
import { visit } from 'graphql';
import { Refusal } from '../../services/domain/messages/refusal.ts';
import { fragmentsOf } from '../selected-fields.ts';
import type { Limit } from './limit.ts';

/** A fragment that contains itself, directly or through others, has no end. */
export const fragmentCycles: Limit = (document) => {
  const spreads = new Map(
    fragmentsOf(document).map((fragment) => [fragment.name.value, spreadsOf(fragment)]),
  );
  const done = new Set<string>();
  const open = new Set<string>();
  // As deep as there are fragments, and their number is limited before.
  const inCycle = (name: string): string | undefined => {
    if (open.has(name)) return name;
    if (done.has(name)) return undefined;
    open.add(name);
    for (const next of spreads.get(name) ?? []) {
      const found = inCycle(next);
      if (found !== undefined) return found;
    }
    open.delete(name);
    done.add(name);
    return undefined;
  };
  for (const name of spreads.keys()) {
    const value = inCycle(name);
    if (value !== undefined) return new Refusal('FRAGMENT_CYCLE', { value });
  }
  return null;
};

function spreadsOf(fragment: FragmentDefinitionNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(fragment, {
    FragmentSpread: ({ name }) => {
      names.add(name.value);
    },
  });
  return names;
}
