import type { FieldNode } from 'graphql';
import { visit } from 'graphql';
import { Refusal } from '../../services/domain/messages/refusal.ts';
import type { Limit } from './limit.ts';

/**
 * Arguments of fields that go by the same name: to find out whether such fields can be merged, the library prints the
 * arguments of each pair of them, so a large one that stands beside many others is printed as often.
 */
export const repeatedArguments: Limit = (document) => {
  const named = new Map<string, { fields: number; nodes: number }>();
  visit(document, {
    Field(field) {
      const name = field.alias?.value ?? field.name.value;
      const group = named.get(name) ?? { fields: 0, nodes: 0 };
      group.fields++;
      group.nodes += nodesOf(field.arguments ?? []);
      named.set(name, group);
    },
  });
  const value = Math.max(0, ...[...named.values()].map(({ fields, nodes }) => (fields - 1) * nodes));
  return value > MOST_PRINTED ? new Refusal('QUERY_TOO_COSTLY', { value, allowed: MOST_PRINTED }) : null;
};

const MOST_PRINTED = 50_000;

function nodesOf(written: NonNullable<FieldNode['arguments']>): number {
  let nodes = 0;
  for (const argument of written) {
    visit(argument, {
      enter: () => {
        nodes++;
      },
    });
  }
  return nodes;
}
