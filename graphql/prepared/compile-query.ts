import type {
  DocumentNode,
  ExecutionResult,
  FieldNode,
  GraphQLAbstractType,
  GraphQLField,
  GraphQLObjectType,
  GraphQLOutputType,
  GraphQLResolveInfo,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';
import {
  defaultFieldResolver,
  defaultTypeResolver,
  GraphQLError,
  getArgumentValues,
  getNamedType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  locatedError,
  type valueFromASTUntyped,
  visit,
} from 'graphql';
import { memoize } from '../../services/domain/values/memoize.ts';
import { fragmentsOf } from '../selected-fields.ts';

/** Answers a query whose variables have been read. */
export type RunQuery<Context> = (
  variables: Readonly<Record<string, unknown>>,
  context: Context,
) => ExecutionResult | Promise<ExecutionResult>;

/**
 * A valid query made into what answers it, by the rules of execution of the GraphQL specification (6.3, 6.4): which
 * fields to ask of which type, what resolves them and what completes their values is looked up once, and not for each
 * of a thousand projects again.
 *
 * @returns null where it says what is not compiled: it is no query, uses directives, or asks for the schema
 */
export function compileQuery<Context>(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): RunQuery<Context> | null {
  const root = schema.getQueryType();
  if (operation.operation !== 'query' || !root || !isPlain(document)) return null;
  const fields = compileSelection(schema, document, operation)(root, [operation.selectionSet]);
  return (variables, context) => {
    const run: Run = { variables, context, errors: [], args: new Map() };
    const failed = (error: unknown): ExecutionResult => {
      run.errors.push(error as GraphQLError);
      return answered(run, null);
    };
    try {
      const data = resolveObject(run, fields, undefined, undefined);
      return isPromise(data) ? data.then((whole) => answered(run, whole), failed) : answered(run, data);
    } catch (error) {
      return failed(error);
    }
  };
}

/** What one answer is made with. */
interface Run {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: unknown;
  readonly errors: GraphQLError[];
  /** Arguments in which variables stand: the same for every object that the field is asked of. */
  readonly args: Map<Field, Args>;
}
type Args = Readonly<Record<string, unknown>>;
type Data = Record<string, unknown>;

interface Path {
  readonly prev: Path | undefined;
  readonly key: string | number;
}

/** A field of a selection, with all that its query says of it. */
interface Field {
  readonly key: string;
  readonly name: string;
  /** Undefined where it is the property of its name. */
  readonly resolve: GraphQLField<unknown, unknown>['resolve'];
  /** Undefined where they depend on variables. */
  readonly args: Args | undefined;
  readonly argsOf: (run: Run) => Args;
  readonly info: GraphQLResolveInfo;
  readonly nullable: boolean;
  readonly complete: Complete;
}
/** A value as it is answered. @throws what is wrong with it */
type Complete = (run: Run, value: unknown, path: Path | undefined, key: string | number) => unknown;

const answered = ({ errors }: Run, data: Data | null): ExecutionResult =>
  errors.length === 0 ? { data } : { errors, data };

/** Whether nothing in it is decided by directives, and no name of the answer is one that objects have a use for. */
function isPlain(document: DocumentNode): boolean {
  let plain = true;
  visit(document, {
    Directive: () => {
      plain = false;
    },
    Field: ({ name, alias }) => {
      if (name.value === '__schema' || name.value === '__type' || alias?.value === '__proto__') plain = false;
    },
  });
  return plain;
}

/** What compiles the selections of a query, each of them once for each type that it is made on. */
function compileSelection(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode) {
  const fragments = new Map(fragmentsOf(document).map((fragment) => [fragment.name.value, fragment]));

  function fieldsOf(type: GraphQLObjectType, selected: readonly SelectionSetNode[]): readonly Field[] {
    const grouped = new Map<string, FieldNode[]>();
    const visited = new Set<string>();
    for (const each of selected) collect(type, each, grouped, visited);
    return [...grouped].map(([key, nodes]) => fieldOf(type, key, nodes as [FieldNode, ...FieldNode[]]));
  }

  /** CollectFields (6.3.2). */
  function collect(
    type: GraphQLObjectType,
    { selections }: SelectionSetNode,
    into: Map<string, FieldNode[]>,
    visited: Set<string>,
  ): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const group = into.get(key);
        if (group) group.push(selection);
        else into.set(key, [selection]);
        continue;
      }
      const spread = selection.kind === Kind.FRAGMENT_SPREAD ? selection.name.value : null;
      if (spread !== null && visited.has(spread)) continue;
      if (spread !== null) visited.add(spread);
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(spread!)! : selection;
      if (applies(fragment.typeCondition?.name.value, type))
        collect(type, fragment.selectionSet, into, visited);
    }
  }

  function applies(condition: string | undefined, type: GraphQLObjectType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const on = schema.getType(condition);
    return isAbstractType(on) && schema.isSubType(on, type);
  }

  function fieldOf(parentType: GraphQLObjectType, key: string, nodes: [FieldNode, ...FieldNode[]]): Field {
    const [node] = nodes;
    const name = node.name.value;
    const isTypeName = name === '__typename';
    const definition = parentType.getFields()[name];
    const info = {
      fieldName: name,
      fieldNodes: nodes,
      parentType,
      returnType: definition?.type,
      schema,
      operation,
    } as unknown as GraphQLResolveInfo;
    if (isTypeName || !definition)
      return {
        key,
        name,
        info,
        args: {},
        argsOf: () => ({}),
        nullable: false,
        resolve: () => parentType.name,
        complete: (_, value) => value,
      };
    const argsOf = (run: Run): Args => {
      const known = run.args.get(field);
      if (known) return known;
      const read = getArgumentValues(definition, node, run.variables);
      run.args.set(field, read);
      return read;
    };
    const hasVariables = node.arguments?.some(({ value }) => usesVariables(value)) ?? false;
    const field: Field = {
      key,
      name,
      info,
      args: hasVariables ? undefined : argumentsWritten(definition, node),
      argsOf,
      nullable: !isNonNullType(definition.type),
      resolve: definition.resolve ?? (definition.args.length > 0 ? defaultFieldResolver : undefined),
      complete: completeAs(definition.type, nodes, info),
    };
    return field;
  }

  function completeAs(
    type: GraphQLOutputType,
    nodes: readonly FieldNode[],
    info: GraphQLResolveInfo,
  ): Complete {
    if (isNonNullType(type)) {
      const inner = completeAs(type.ofType, nodes, info);
      return (run, value, path, key) => {
        const completed = inner(run, value, path, key);
        if (completed !== null) return completed;
        throw new Error(
          `Cannot return null for non-nullable field ${info.parentType.name}.${info.fieldName}.`,
        );
      };
    }
    const completed = completeNullable(type, nodes, info);
    return (run, value, path, key) => {
      if (value instanceof Error) throw value;
      return value == null ? null : completed(run, value, path, key);
    };
  }

  function completeNullable(
    type: Exclude<GraphQLOutputType, { readonly kind: 'NonNull' }>,
    nodes: readonly FieldNode[],
    info: GraphQLResolveInfo,
  ): Complete {
    if (isListType(type)) return completeList(type.ofType, nodes, info);
    if (isLeafType(type))
      return (_, value) => {
        const written = type.serialize(value);
        if (written != null) return written;
        throw new Error(`${type.name} has no value for what it was given`);
      };
    const selected = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const fieldsFor = memoize((concrete: GraphQLObjectType) => fieldsOf(concrete, selected));
    if (isObjectType(type)) {
      const fields = fieldsFor(type);
      return (run, value, prev, key) => resolveObject(run, fields, value, { prev, key });
    }
    if (!isAbstractType(type)) throw new Error(`${getNamedType(type)} is no type of an answer`);
    return (run, value, prev, key) => {
      const named = (type.resolveType ?? defaultTypeResolver)(value, run.context, info, type);
      const resolved = (name: string | undefined) =>
        resolveObject(run, fieldsFor(concreteType(type, name)), value, { prev, key });
      return isPromise(named) ? named.then(resolved) : resolved(named);
    };
  }

  function concreteType(type: GraphQLAbstractType, name: string | undefined): GraphQLObjectType {
    const concrete = name === undefined ? undefined : schema.getType(name);
    if (isObjectType(concrete) && schema.isSubType(type, concrete)) return concrete;
    throw new Error(`${name} is no ${type.name}`);
  }

  function completeList(
    itemType: GraphQLOutputType,
    nodes: readonly FieldNode[],
    info: GraphQLResolveInfo,
  ): Complete {
    const nullable = !isNonNullType(itemType);
    const completeItem = completeAs(itemType, nodes, info);
    return (run, list, prev, key) => {
      if (typeof list !== 'object' || list === null || !(Symbol.iterator in list))
        throw new GraphQLError(
          `Expected Iterable, but did not find one for field "${info.parentType.name}.${info.fieldName}".`,
        );
      const path = { prev, key };
      const given: readonly unknown[] = Array.isArray(list) ? list : [...(list as Iterable<unknown>)];
      const items: unknown[] = [];
      let pending = false;
      for (let at = 0; at < given.length; at++) {
        const item = given[at];
        try {
          const completed = isPromise(item)
            ? completedLater(item, completeItem, run, path, at)
            : completeItem(run, item, path, at);
          pending ||= isPromise(completed);
          items.push(isPromise(completed) ? caught(completed, run, nodes, path, at, nullable) : completed);
        } catch (error) {
          items.push(faulty(run, error, nodes, path, at, nullable));
        }
      }
      return pending ? Promise.all(items) : items;
    };
  }

  return fieldsOf;
}

/** ExecuteSelectionSet (6.3.1): the fields of an object, side by side. */
function resolveObject(
  run: Run,
  fields: readonly Field[],
  source: unknown,
  path: Path | undefined,
): Data | Promise<Data> {
  const data: Data = {};
  let pending: Promise<unknown>[] | undefined;
  try {
    for (const field of fields) {
      const value = resolveField(run, field, source, path);
      data[field.key] = value;
      if (!isPromise(value)) continue;
      pending ??= [];
      pending.push(putLater(value, data, field.key));
    }
  } catch (error) {
    if (!pending) throw error;
    // What is under way comes to its end first, so that nothing of it fails where nobody listens.
    return Promise.allSettled(pending).then(() => Promise.reject(error));
  }
  return pending ? Promise.all(pending).then(() => data) : data;
}

/** ExecuteField (6.4). */
function resolveField(run: Run, field: Field, source: unknown, path: Path | undefined): unknown {
  const { key, name, resolve, complete, info, nullable } = field;
  try {
    const value = resolve
      ? resolve(source, (field.args ?? field.argsOf(run)) as Data, run.context, info)
      : propertyOf(source, name, run, field);
    const completed = isPromise(value)
      ? completedLater(value, complete, run, path, key)
      : complete(run, value, path, key);
    return isPromise(completed) ? caught(completed, run, info.fieldNodes, path, key, nullable) : completed;
  } catch (error) {
    return faulty(run, error, info.fieldNodes, path, key, nullable);
  }
}

// What waits for a promise is made in functions of its own: where it stood, each field and each item would take room for
// what it might have to remember, promise or not.

const completedLater = (
  value: Promise<unknown>,
  complete: Complete,
  run: Run,
  path: Path | undefined,
  key: Path['key'],
): Promise<unknown> => value.then((resolved) => complete(run, resolved, path, key));

const putLater = (value: Promise<unknown>, data: Data, key: string): Promise<unknown> =>
  value.then((resolved) => {
    data[key] = resolved;
  });

const caught = (completed: Promise<unknown>, run: Run, ...where: Where): Promise<unknown> =>
  completed.then(undefined, (error) => faulty(run, error, ...where));

type Where = [nodes: readonly FieldNode[], prev: Path | undefined, key: Path['key'], nullable: boolean];

function propertyOf(source: unknown, name: string, run: Run, { info }: Field): unknown {
  if (typeof source !== 'object' || source === null) return undefined;
  const value = (source as Data)[name];
  return typeof value === 'function' ? value.call(source, {}, run.context, info) : value;
}

/** Null in place of what failed, or where that may not be null, on to what it is a part of (6.4.4). */
function faulty(run: Run, error: unknown, ...[nodes, prev, key, nullable]: Where): null {
  const located = locatedError(error, nodes, keysOf({ prev, key }));
  if (!nullable) throw located;
  run.errors.push(located);
  return null;
}

function keysOf(path: Path): readonly (string | number)[] {
  const keys: (string | number)[] = [];
  for (let at: Path | undefined = path; at; at = at.prev) keys.push(at.key);
  return keys.reverse();
}

/** Read once where that goes well: otherwise the field fails with it, each time. */
function argumentsWritten(definition: GraphQLField<unknown, unknown>, node: FieldNode): Args | undefined {
  try {
    return getArgumentValues(definition, node);
  } catch {
    return undefined;
  }
}

function usesVariables(value: Parameters<typeof valueFromASTUntyped>[0]): boolean {
  let uses = false;
  visit(value, {
    Variable: () => {
      uses = true;
    },
  });
  return uses;
}

const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';
