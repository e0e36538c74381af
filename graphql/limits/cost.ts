import type {
  DocumentNode,
  FieldNode,
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
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  visit,
} from 'graphql';
import { Refusal } from '../../services/domain/messages/refusal.ts';
import { fieldsOfDocument } from '../selected-fields.ts';
import { type Variables, valueIn } from './value-in.ts';

/** What a request asks to be run. */
export interface Asked {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Variables;
}

/** Refuses a query that would take too many fields to answer, although the other limits let it through. */
export function costRefusal(asked: Asked): Refusal | null {
  const value = costOf(asked);
  return value > MAX_COST ? new Refusal('QUERY_TOO_COSTLY', { value, allowed: MAX_COST }) : null;
}

/** A thousand projects with everything that the page for the browser asks of one come to about half of it. */
const MAX_COST = 1_000_000;

/**
 * The fields of the answer, estimated: each counts once for every item of the lists it is in.
 *
 * Where the caller states how long a list may be, that number counts; others are as long as they usually
 * are. What they really hold is counted as it is delivered (`countItems`).
 */
export function costOf({ schema, document, operation, variables }: Asked): number {
  const fieldsOf = fieldsOfDocument(document);

  /** @param page what the caller wants of the list that this set is a page of */
  const costOfSet = (
    selected: SelectionSetNode,
    type: GraphQLNamedType | undefined,
    page: number | undefined,
  ): number =>
    fieldsOf(selected).reduce(
      (cost, { node, on, times }) =>
        cost + times * costOfField(node, on === undefined ? type : schema.getType(on), page),
      0,
    );
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
  // All zones of a day are gone through, and those that facts leave open assessed; each shown is an assessment.
  'Query.findZones': 50_000,
  'FoundZone.assessment': 100,
  'Query.compare': 20_000,
  'Query.releaseNotes': 20_000,
  'CatalogVersion.releaseNotes': 20_000,
  'Comparison.releaseNotes': 10_000,
  // A whole history is read, or each publication rule asked of a whole draft: a few of them are one request's work.
  'Query.checkDraft': 200_000,
  'StagedEdit.check': 200_000,
  'StagedEdit.comparison': 20_000,
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
  'Batch.firstQuestions': 20_000,
  'BatchRow.assessment': 100,
  'BatchRow.decision': 100,
  'Zone.entries': 500,
  'Zone.versionsInForce': 100,
  'Zone.notReachedBy': 500,
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
  if (field.args.some(({ name }) => name === PAGE)) {
    const first = valueIn(argument(PAGE), variables);
    return typeof first === 'number' && first > 0 ? first : USUAL_PAGE;
  }
  const list = field.args.find(({ name }) => LISTS.includes(name));
  if (list) {
    const items = valueIn(argument(list.name), variables);
    return Array.isArray(items) ? items.length : 1;
  }
  return undefined;
}

/** Whether no variable says how long a list may be. */
export function isCostFixed(document: DocumentNode): boolean {
  let fixed = true;
  visit(document, {
    Argument: ({ name, value }) => {
      if (name.value !== PAGE && !LISTS.includes(name.value)) return false;
      visit(value, {
        Variable: () => {
          fixed = false;
        },
      });
      return false;
    },
  });
  return fixed;
}

/** Arguments that say how many items a field is asked for. */
const PAGE = 'first';
const LISTS: readonly string[] = ['projects', 'zones'];
/** A page of unstated size: catalogs have few versions, and most other pages are not full either. */
const USUAL_PAGE = 10;
/** Findings of a project, versions in force in a zone, exceptions of an entry. */
const USUAL_LIST = 5;
