import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLInputObjectType, GraphQLInputType, GraphQLSchema } from 'graphql';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  isScalarType,
  type TypeNode,
  typeFromAST,
} from 'graphql';
import { TYPE_LABELS } from '../../services/domain/messages/labels.ts';
import { shown } from '../../services/domain/messages/read-input.ts';
import { Refusal } from '../../services/domain/messages/refusal.ts';
import { memoize } from '../../services/domain/values/memoize.ts';
import { MAX_PROJECTS } from '../../services/operations/limits.ts';
import type { Context } from '../context.ts';

/**
 * Sets aside the projects of a request that GraphQL could not read: one of them would fail all the others.
 *
 * In its place comes a project in a zone that cannot be, under which the resolver finds what is wrong with it.
 */
export const setAsideMisshapen: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, operation, request, contextValue: { misshapen } }) {
        const variables = { ...request.variables };
        for (const { variable, type } of operation?.variableDefinitions ?? []) {
          const { value: name } = variable.name;
          const given = variables[name];
          const isList = Array.isArray(given) && given.length <= MAX_PROJECTS;
          if (!isList || !isListOfProjects(schema, type)) continue;
          const project = schema.getType('ProjectInput') as GraphQLInputType;
          variables[name] = given.map((each) => {
            const refusals = misfits(project, each ?? 'null', []);
            if (refusals.length === 0) return each;
            const zone = `\u0000${misshapen.size}`;
            misshapen.set(zone, refusals);
            return { zone, ref: refOf(each) };
          });
          request.variables = variables;
        }
      },
    };
  },
};

function isListOfProjects(schema: GraphQLSchema, node: TypeNode): boolean {
  const type = typeFromAST(schema, node as never) as GraphQLInputType | undefined;
  if (!type || getNamedType(type).name !== 'ProjectInput') return false;
  return isListType(isNonNullType(type) ? type.ofType : type);
}

/** The caller's own mark, as far as it can be read. */
function refOf(project: unknown): string | null {
  const ref = typeof project === 'object' && project !== null && 'ref' in project ? project.ref : null;
  return typeof ref === 'string' || typeof ref === 'number' ? String(ref) : null;
}

/** Everything in a value that GraphQL would not take for its type, by the rules of input coercion. */
function misfits(type: GraphQLInputType, value: unknown, path: readonly string[]): readonly Refusal[] {
  if (isNonNullType(type))
    return value == null
      ? [new Refusal('REQUIRED', { field: path.join('.') }, path)]
      : misfits(type.ofType, value, path);
  if (value == null) return NONE;
  if (isListType(type)) {
    // A single value stands for a list of it.
    if (!Array.isArray(value)) return misfits(type.ofType, value, path);
    return value.flatMap((each, at) => misfits(type.ofType, each, [...path, String(at)]));
  }
  if (isInputObjectType(type)) {
    if (typeof value !== 'object' || Array.isArray(value)) return wrongType('OBJECT', value, path);
    return misfitsOfObject(type, value as Record<string, unknown>, path);
  }
  if (isEnumType(type)) {
    if (typeof value === 'string' && type.getValue(value)) return NONE;
    const allowed = type.getValues().map(({ name }) => name);
    const details = { field: path.join('.'), value: shown(value), allowed: allowed.join(', ') };
    return [new Refusal('OUT_OF_RANGE', details, path)];
  }
  try {
    if (isScalarType(type)) type.parseValue(value);
    return NONE;
  } catch {
    return wrongType(SCALARS[type.name] ?? 'TEXT', value, path);
  }
}

function misfitsOfObject(
  type: GraphQLInputObjectType,
  value: Record<string, unknown>,
  path: readonly string[],
): readonly Refusal[] {
  const fields = type.getFields();
  const found: Refusal[] = [];
  for (const [key, below] of Object.entries(value)) {
    const at = [...path, key];
    if (below === undefined) continue;
    if (fields[key]) found.push(...misfits(fields[key].type, below, at));
    else found.push(new Refusal('UNKNOWN_FIELD', { field: at.join('.') }, at));
  }
  for (const name of requiredFieldsOf(type))
    if (value[name] === undefined)
      found.push(new Refusal('REQUIRED', { field: [...path, name].join('.') }, [...path, name]));
  if (found.length > 0 || !type.isOneOf) return found;
  const given = Object.values(value).filter((below) => below !== undefined);
  return given.length === 1 && given[0] !== null ? NONE : wrongType('ONE_OF', value, path);
}

const requiredFieldsOf = memoize((type: GraphQLInputObjectType): readonly string[] =>
  Object.values(type.getFields())
    .filter(isRequiredInputField)
    .map(({ name }) => name),
);

const NONE: readonly Refusal[] = [];

const wrongType = (label: string, value: unknown, path: readonly string[]): readonly Refusal[] => [
  new Refusal('WRONG_TYPE', { key: path.join('.'), type: TYPE_LABELS[label]!, value: shown(value) }, path),
];

const SCALARS: Readonly<Record<string, string>> = {
  Boolean: 'FLAG',
  Int: 'NUMBER',
  Float: 'NUMBER',
  Decimal: 'NUMBER',
};
