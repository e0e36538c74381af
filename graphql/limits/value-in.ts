import type { ValueNode } from 'graphql';
import { Kind } from 'graphql';

/** Variables as they came in, not yet checked against their types. */
export type Variables = Readonly<Record<string, unknown>>;

/** A number or a list that an argument states, in the text or by a variable; undefined for anything else. */
export function valueIn(node: ValueNode | undefined, variables: Variables): unknown {
  switch (node?.kind) {
    case Kind.VARIABLE: {
      const name = node.name.value;
      return Object.hasOwn(variables, name) ? variables[name] : undefined;
    }
    case Kind.INT:
      return Number(node.value);
    case Kind.LIST:
      return node.values;
    default:
      return undefined;
  }
}
