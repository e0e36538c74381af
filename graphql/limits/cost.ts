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
import { Refusal } from '../../services/domain/refusal.ts';
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
  const value = Math.round(costOf(asked));
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

  const costOfSet = ({ selections }: SelectionSetNode, type: GraphQLNamedType | undefined): number => {
    let cost = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) cost += costOfField(selection, type);
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value;
        cost += costOfSet(selection.selectionSet, condition ? schema.getType(condition) : type);
      } else cost += costOfFragment(selection.name.value);
    }
    return cost;
  };
  const costOfFragment = (name: string): number => {
    const known = inFragments.get(name);
    if (known !== undefined) return known;
    const { selectionSet, typeCondition } = fragments.get(name)!;
    const cost = costOfSet(selectionSet, schema.getType(typeCondition.name.value));
    inFragments.set(name, cost);
    return cost;
  };
  const costOfField = (node: FieldNode, type: GraphQLNamedType | undefined): number => {
    const field = fieldOf(schema, type, node.name.value);
    if (!field) return 1;
    const own = HEAVY[`${type?.name}.${field.name}`] ?? 1;
    const below = node.selectionSet ? costOfSet(node.selectionSet, getNamedType(field.type)) : 0;
    return own + itemsOf(node, field, variables) * below;
  };
  const root = schema.getRootType(operation.operation) ?? undefined;
  return costOfSet(operation.selectionSet, root);
}

/** Fields that are work of their own: catalogs read or assessments made for each. */
const HEAVY: Readonly<Record<string, number>> = {
  'Query.assess': 100,
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

/** Items that a field may give. */
function itemsOf(node: FieldNode, field: GraphQLField<unknown, unknown>, variables: Variables): number {
  const argument = (name: string) => node.arguments?.find((one) => one.name.value === name)?.value;
  const paging = field.args.find(({ name }) => name === 'first');
  if (paging) {
    const stated = valueIn(argument('first'), variables);
    return typeof stated === 'number' && stated > 0 ? stated : USUAL_PAGE;
  }
  const batch = field.args.find(({ name }) => name === 'projects');
  if (batch) {
    const projects = valueIn(argument('projects'), variables);
    return Array.isArray(projects) ? projects.length : 1;
  }
  return isListType(getNullableType(field.type)) ? USUAL_LIST : 1;
}

/** A page of unstated size: catalogs have few versions, and most other pages are not full either. */
const USUAL_PAGE = 10;
/** Findings of a project, versions in force in a zone, exceptions of an entry. */
const USUAL_LIST = 5;
