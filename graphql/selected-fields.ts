import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { memoize } from '../services/domain/values/memoize.ts';
import { unreachable } from '../services/domain/values/unreachable.ts';

/** A field on the first level of a selection, its fragments unfolded. */
interface SelectedField {
  readonly node: FieldNode;
  /** The type that a fragment around it names; none where it stands in no such fragment. */
  readonly on: string | undefined;
  /** How often it is selected: a fragment may be spread many times. */
  readonly times: number;
}
type FieldsOf = (selected: SelectionSetNode) => readonly SelectedField[];

/**
 * Unfolds the fragments of a query, each once: a few of them can unfold into millions of fields.
 *
 * A fragment that contains itself adds nothing to itself, and an unknown one nothing at all.
 */
export const fieldsOfDocument = memoize((document: DocumentNode): FieldsOf => {
  const fragments = new Map(fragmentsOf(document).map((fragment) => [fragment.name.value, fragment]));
  const unfolded = new Map<string, readonly SelectedField[]>();

  const gather = (
    into: Map<FieldNode, SelectedField>,
    { selections }: SelectionSetNode,
    on?: string,
  ): void => {
    const add = (field: SelectedField) =>
      into.set(field.node, { ...field, times: field.times + (into.get(field.node)?.times ?? 0) });
    for (const selection of selections)
      switch (selection.kind) {
        case Kind.FIELD:
          add({ node: selection, on, times: 1 });
          break;
        case Kind.INLINE_FRAGMENT:
          gather(into, selection.selectionSet, selection.typeCondition?.name.value ?? on);
          break;
        case Kind.FRAGMENT_SPREAD:
          fieldsOfFragment(selection.name.value).forEach(add);
          break;
        default:
          unreachable(selection);
      }
  };
  const unfold = (selected: SelectionSetNode, on?: string): readonly SelectedField[] => {
    const fields = new Map<FieldNode, SelectedField>();
    gather(fields, selected, on);
    return [...fields.values()];
  };
  const fieldsOfFragment = (name: string): readonly SelectedField[] => {
    const known = unfolded.get(name);
    const fragment = fragments.get(name);
    if (known || !fragment) return known ?? [];
    unfolded.set(name, []);
    const fields = unfold(fragment.selectionSet, fragment.typeCondition.name.value);
    unfolded.set(name, fields);
    return fields;
  };
  return memoize((selected) => unfold(selected));
});

export const fragmentsOf = ({ definitions }: DocumentNode): readonly FragmentDefinitionNode[] =>
  definitions.filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION);

export const operationsOf = ({ definitions }: DocumentNode): readonly OperationDefinitionNode[] =>
  definitions.filter((one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION);
