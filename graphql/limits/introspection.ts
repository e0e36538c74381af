import type { FragmentDefinitionNode, OperationDefinitionNode, SelectionSetNode } from 'graphql';
import { Kind } from 'graphql';
import { Refusal } from '../../services/domain/messages/refusal.ts';

/** Refuses to read out the schema. `__typename` names only what the query has asked for already. */
export function introspectionRefusal(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): Refusal | null {
  const seen = new Set<string>();
  const asks = ({ selections }: SelectionSetNode): boolean =>
    selections.some((selection) => {
      if (selection.kind === Kind.FIELD) return SCHEMA_FIELDS.has(selection.name.value);
      if (selection.kind === Kind.INLINE_FRAGMENT) return asks(selection.selectionSet);
      const name = selection.name.value;
      if (seen.has(name)) return false;
      seen.add(name);
      const fragment = fragments.get(name);
      return fragment !== undefined && asks(fragment.selectionSet);
    });
  // They exist on the first level only.
  return asks(operation.selectionSet) ? new Refusal('INTROSPECTION_NOT_ALLOWED') : null;
}

const SCHEMA_FIELDS: ReadonlySet<string> = new Set(['__schema', '__type']);
