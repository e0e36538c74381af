import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLField,
  GraphQLNamedType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';
import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
} from 'graphql';
import { Refusal } from '../../services/domain/messages/refusal.ts';
import { type Variables, valueIn } from './value-in.ts';

/** What a request asks to be run. */
export interface Asked {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Variables;
}

/** Refuses what would take about this many fields to answer, whatever else the limits of a query let through. */
export function costRefusal(asked: Asked): Refusal | null {
  const value = costOf(asked);
  return value > MOST_COST ? new Refusal('QUERY_TOO_COSTLY', { value, allowed: MOST_COST }) : null;
}

/** A thousand projects with everything that the page for the browser asks of one come to about half of it. */
const MOST_COST = 1_000_000;

/**
 * The fields of the answer, estimated: each counts once for every item of the lists it is in.
 *
 * Where a list is long only when a caller wants it so, the number he states counts; others are as long as they usually
 * are. What they really hold is counted as it is delivered (`countItems`).
 */
export function costOf({ schema, operation, fragments, variables }: Asked): number {
  const inFragments = new Map<string, number>();

  /** @param page what the caller wants of the list that this set is a page of */
  const costOfSet = (
    { selections }: SelectionSetNode,
    type: GraphQLNamedType | undefined,
    page: number | undefined,
  ): number => {
    let cost = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) cost += costOfField(selection, type, page);
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value;
        cost += costOfSet(selection.selectionSet, condition ? schema.getType(condition) : type, page);
      } else cost += costOfFragment(selection.name.value, page);
    }
    return cost;
  };
  const costOfFragment = (name: string, page: number | undefined): number => {
    const key = `${name} ${page}`;
    const known = inFragments.get(key);
    if (known !== undefined) return known;
    const { selectionSet, typeCondition } = fragments.get(name)!;
    const cost = costOfSet(selectionSet, schema.getType(typeCondition.name.value), page);
    inFragments.set(key, cost);
    return cost;
  };
  const costOfField = (
    node: FieldNode,
    type: GraphQLNamedType | undefined,
    page: number | undefined,
  ): number => {
    const field = fieldOf(schema, type, node.name.value);
    if (!field) return 1;
    const own = HEAVY[`${type?.name}.${field.name}`] ?? 1;
    if (!node.selectionSet) return own;
    const stated = statedItems(node, field, variables);
    const isList = isListType(getNullableType(field.type));
    // Of a connection the page is the list inside it.
    const below = costOfSet(node.selectionSet, getNamedType(field.type), isList ? undefined : stated);
    return own + (isList ? (stated ?? page ?? USUAL_LIST) : 1) * below;
  };
  return costOfSet(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined, undefined);
}

/** Fields that are work of their own: catalogs read, compared, verified or reasoned about, or assessments made, for each. */
const HEAVY: Readonly<Record<string, number>> = {
  'Query.assess': 100,
  'Query.compare': 20_000,
  'Query.releaseNotes': 20_000,
  'CatalogVersion.releaseNotes': 20_000,
  'Comparison.releaseNotes': 10_000,
  // A whole history is read, or each publication rule asked of a whole draft: a few of them are one request's work.
  'Query.checkDraft': 200_000,
  'Query.verifyHistory': 200_000,
  'Query.verifyRegister': 200_000,
  'Query.exportHistory': 50_000,
  'Query.exportRegister': 50_000,
  'Query.registerHistory': 20_000,
  'Catalog.entryHistory': 50_000,
  // The state before and after each step is read.
  'Revision.changes': 1_000,
  'Revision.changeText': 1_000,
  'Decision.replay': 10_000,
  'Zone.entries': 500,
  'Zone.versionsInForce': 100,
};

function fieldOf(
  schema: GraphQLSchema,
  type: GraphQLNamedType | undefined,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  if (type === schema.getQueryType()) {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  }
  return type && isCompositeType(type) && 'getFields' in type ? type.getFields()[name] : undefined;
}

/** Items that a field is asked for, where its arguments say so. */
function statedItems(
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  variables: Variables,
): number | undefined {
  const argument = (name: string) => node.arguments?.find((one) => one.name.value === name)?.value;
  if (field.args.some(({ name }) => name === 'first')) {
    const first = valueIn(argument('first'), variables);
    return typeof first === 'number' && first > 0 ? first : USUAL_PAGE;
  }
  if (field.args.some(({ name }) => name === 'projects')) {
    const projects = valueIn(argument('projects'), variables);
    return Array.isArray(projects) ? projects.length : 1;
  }
  return undefined;
}

/** A page of unstated size: catalogs have few versions, and most other pages are not full either. */
const USUAL_PAGE = 10;
/** Findings of a project, versions in force in a zone, exceptions of an entry. */
const USUAL_LIST = 5;
