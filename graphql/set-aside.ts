import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLInputObjectType, GraphQLInputType } from 'graphql';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  isScalarType,
  typeFromAST,
} from 'graphql';
import { TYPE_LABELS } from '../services/domain/messages/labels.ts';
import { shown } from '../services/domain/messages/read-input.ts';
import { Refusal, Refusals } from '../services/domain/messages/refusal.ts';
import { memoize } from '../services/domain/values/memoize.ts';
import { MAX_PROJECTS } from '../services/operations/limits.ts';
import type { Context } from './context.ts';

/**
 * Sets aside the projects and entries in a request's variables that GraphQL could not read: it would name neither field
 * nor value in words of ours, and one of many would fail all the others.
 *
 * In place of each comes one that cannot be, under whose mark the resolver finds what is wrong with it.
 */
export const setAsideMisshapen: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, operation, request, contextValue }) {
        const variables = { ...request.variables };
        for (const { variable, type: node } of operation?.variableDefinitions ?? []) {
          const { value: name } = variable.name;
          const type = typeFromAST(schema, node as never) as GraphQLInputType | undefined;
          // One that was not given has its default.
          if (type && name in variables) variables[name] = withStandIns(type, variables[name], contextValue);
        }
        request.variables = variables;
      },
    };
  },
};

/** @throws Refusals what is wrong with parts of an input that were set aside, each with its place in the input */
export function refuseMisshapen(
  { misshapen }: Context,
  marks: readonly string[],
  pathOf: (place: number) => readonly string[] = () => [],
): void {
  const refusals = marks.flatMap((mark, place) => misshapen.get(mark)?.faults(pathOf(place)) ?? []);
  if (refusals.length > 0) throw new Refusals(refusals);
}

/** What stands in for a value of these types. No zone, no code and no name can be such a mark, should nobody ask for it. */
const STAND_INS: Readonly<Record<string, (mark: string, value: unknown) => object>> = {
  ProjectInput: (zone, project) => ({ zone, ref: refOf(project) }),
  ProjectAnywhereInput: (name, project) => ({ name, ref: refOf(project) }),
  EntryInput: (code) => ({ code }),
};

/** They are looked for in a variable itself and in its fields: no input has them deeper. */
function withStandIns(type: GraphQLInputType, value: unknown, context: Context, depth = 0): unknown {
  const named = getNamedType(type);
  const standIn = STAND_INS[named.name];
  // What an entry may say is of the schema, which is not for everybody; what a project may say, every applicant has to know.
  if (standIn && (context.showsSchema || named.name !== 'EntryInput'))
    return standingIn(type, value, context.misshapen, standIn);
  if (depth > 0 || !isInputObjectType(named) || !isObject(value)) return value;
  const fields = named.getFields();
  return Object.fromEntries(
    Object.entries(value).map(([key, below]) => [
      key,
      fields[key] ? withStandIns(fields[key].type, below, context, depth + 1) : below,
    ]),
  );
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function standingIn(
  type: GraphQLInputType,
  value: unknown,
  misshapen: Context['misshapen'],
  standIn: (mark: string, value: unknown) => object,
): unknown {
  if (isNonNullType(type)) return standingIn(type.ofType, value, misshapen, standIn);
  if (isListType(type) && Array.isArray(value))
    // What there is too much of is not looked at; null in a list is an item like any other that is none.
    return value.length > MAX_PROJECTS
      ? value
      : value.map((each) => standingIn(type.ofType, each ?? 'null', misshapen, standIn));
  if (value == null) return value;
  const item = getNamedType(type);
  if (misfits(item, value, []).length === 0) return value;
  const mark = `\u0000${misshapen.size}`;
  misshapen.set(mark, { value, faults: (path) => misfits(item, value, path) });
  return standIn(mark, value);
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
