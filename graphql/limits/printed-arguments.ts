import type { DocumentNode } from 'graphql';
import { visit } from 'graphql';

/**
 * Nodes of arguments that the library prints: to find out whether fields of one name can be merged, it prints the
 * arguments of each pair of them, so a large one that stands beside many others is printed as often.
 */
export function printedArguments(document: DocumentNode): number {
  const named = new Map<string, { fields: number; nodes: number }>();
  visit(document, {
    Field(field) {
      const name = field.alias?.value ?? field.name.value;
      const group = named.get(name) ?? { fields: 0, nodes: 0 };
      named.set(name, group);
      group.fields++;
      for (const argument of field.arguments ?? [])
        visit(argument, {
          enter: () => {
            group.nodes++;
          },
        });
    },
  });
  return Math.max(0, ...[...named.values()].map(({ fields, nodes }) => (fields - 1) * nodes));
}
