import type { GraphQLInputType, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { isInputObjectType, isLeafType, isListType, isNonNullType, typeFromAST, valueFromAST } from 'graphql';
import { memoize } from '../../services/domain/values/memoize.ts';

type Values = Readonly<Record<string, unknown>>;

/** In place of a value that does not fit its type. What is wrong with it, others say. */
const MISFIT = Symbol('misfit');

/**
 * What reads the variables of an operation, by the rules of input coercion (6.1.2, 3.10), with what they ask looked up
 * once.
 *
 * @returns null from the reader for variables of which some does not fit
 */
export function variablesReader(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
): (given: Values) => Values | null {
  const variables = variableDefinitions.map(({ variable, type: node, defaultValue }) => {
    const type = typeFromAST(schema, node as never) as unknown as GraphQLInputType;
    return {
      name: variable.name.value,
      required: isNonNullType(type),
      absent: defaultValue ? valueFromAST(defaultValue, type) : undefined,
      hasDefault: defaultValue !== undefined,
      read: readerOf(type),
    };
  });
  return (given) => {
    const values: Record<string, unknown> = {};
    for (const { name, required, absent, hasDefault, read } of variables) {
      if (!Object.hasOwn(given, name)) {
        if (hasDefault) values[name] = absent;
        else if (required) return null;
        continue;
      }
      const value = read(given[name]);
      if (value === MISFIT) return null;
      values[name] = value;
    }
    return values;
  };
}

/** A value as resolvers are given it, or `MISFIT`. */
type Read = (value: unknown) => unknown;

/** Types refer to each other, and some to themselves: what reads them is found when it is first used. */
const readerOf = memoize((type: GraphQLInputType): Read => {
  if (isNonNullType(type)) {
    const read = readerOf(type.ofType);
    return (value) => (value == null ? MISFIT : read(value));
  }
  const read = readerOfNullable(type);
  return (value) => (value == null ? null : read(value));
});

function readerOfNullable(type: GraphQLInputType): Read {
  if (isListType(type)) {
    const read = readerOf(type.ofType);
    return (value) => {
      // A single value stands for a list of it.
      const items = (Array.isArray(value) ? value : [value]).map(read);
      return items.includes(MISFIT) ? MISFIT : items;
    };
  }
  if (isInputObjectType(type)) {
    const fields = memoize((of: typeof type) =>
      Object.values(of.getFields()).map(({ name, type: its, defaultValue }) => ({
        name,
        defaultValue,
        required: isNonNullType(its),
        read: readerOf(its),
      })),
    );
    return (value) => {
      if (typeof value !== 'object' || Array.isArray(value)) return MISFIT;
      const given = value as Values;
      const read: Record<string, unknown> = {};
      let left = Object.keys(given).length;
      for (const { name, defaultValue, required, read: readField } of fields(type)) {
        const said = given[name];
        if (said === undefined) {
          if (defaultValue !== undefined) read[name] = defaultValue;
          else if (required) return MISFIT;
          continue;
        }
        left--;
        const its = readField(said);
        if (its === MISFIT) return MISFIT;
        read[name] = its;
      }
      // Something is said that the type does not have.
      if (left !== 0) return MISFIT;
      if (!type.isOneOf) return read;
      const [only, ...others] = Object.values(read);
      return only == null || others.length > 0 ? MISFIT : read;
    };
  }
  if (!isLeafType(type)) throw new Error(`${type} is no type of a variable`);
  return (value) => {
    try {
      return type.parseValue(value) ?? MISFIT;
    } catch {
      return MISFIT;
    }
  };
}
