import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLInputType, GraphQLSchema } from 'graphql';
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
  const field = path.join('.');
  const wrongType = (label: string): readonly Refusal[] => [
    new Refusal('WRONG_TYPE', { key: field, type: TYPE_LABELS[label]!, value: shown(value) }, path),
  ];
  if (isNonNullType(type))
    return value == null ? [new Refusal('REQUIRED', { field }, path)] : misfits(type.ofType, value, path);
  if (value == null) return [];
  // A single value stands for a list of it.
  if (isListType(type))
    return Array.isArray(value)
      ? value.flatMap((each, at) => misfits(type.ofType, each, [...path, String(at)]))
      : misfits(type.ofType, value, path);
  if (isInputObjectType(type)) {
    if (typeof value !== 'object' || Array.isArray(value)) return wrongType('OBJECT');
    const fields = type.getFields();
    const given = Object.keys(value).filter((key) => (value as Record<string, unknown>)[key] !== undefined);
    const unknown = given
      .filter((key) => !fields[key])
      .map((key) => new Refusal('UNKNOWN_FIELD', { field: [...path, key].join('.') }, [...path, key]));
    if (unknown.length > 0) return unknown;
    if (type.isOneOf && (given.length !== 1 || (value as Record<string, unknown>)[given[0]!] === null))
      return wrongType('ONE_OF');
    return Object.values(fields).flatMap((its) => {
      const below = (value as Record<string, unknown>)[its.name];
      return below === undefined && !isRequiredInputField(its)
        ? []
        : misfits(its.type, below, [...path, its.name]);
    });
  }
  if (isEnumType(type)) {
    const allowed = type.getValues().map(({ name }) => name);
    return typeof value === 'string' && allowed.includes(value)
      ? []
      : [new Refusal('OUT_OF_RANGE', { field, value: shown(value), allowed: allowed.join(', ') }, path)];
  }
  if (!isScalarType(type)) return [];
  try {
    type.parseValue(value);
    return [];
  } catch {
    return wrongType(SCALARS[type.name] ?? 'TEXT');
  }
}

const SCALARS: Readonly<Record<string, string>> = {
  Boolean: 'FLAG',
  Int: 'NUMBER',
  Float: 'NUMBER',
  Decimal: 'NUMBER',
};
