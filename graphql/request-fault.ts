import type { ASTNode, GraphQLFormattedError } from 'graphql';
import { GraphQLError, Kind } from 'graphql';
import type { MessageCode } from '../services/domain/messages/messages.ts';
import { Refusal } from '../services/domain/messages/refusal.ts';
import { extensionsOf } from './errors.ts';

/**
 * How a fault of the request as GraphQL is reported: its syntax, names, types and variables.
 *
 * The library suggests the names that it expected, types and required arguments among them. A caller who may not see
 * the schema gets only what the request itself says, and where.
 */
export function requestFault(
  formatted: GraphQLFormattedError,
  error: GraphQLError,
  showsSchema: boolean,
): GraphQLFormattedError {
  const code = faultCode(error);
  if (isOurs(error)) {
    const { http: _, ...extensions } = ownExtensions(error);
    return { ...formatted, extensions };
  }
  const [line, column] = [error.locations?.[0]?.line ?? 1, error.locations?.[0]?.column ?? 1];
  const refusal = new Refusal(code as FaultOfLibrary, { line, column, value: written(error) });
  const detailed = OF_THE_TEXT.has(code) || (showsSchema && OF_THE_SCHEMA.has(code));
  return {
    ...formatted,
    message: detailed ? shortened(formatted.message) : refusal.message,
    extensions: extensionsOf(refusal),
  };
}

type FaultOfLibrary = 'GRAPHQL_PARSE_FAILED' | 'GRAPHQL_VALIDATION_FAILED' | 'BAD_USER_INPUT';

/** The code of a fault that the library has found, or our own where a rule of ours has. */
export function faultCode(error: GraphQLError): MessageCode {
  const { code } = ownExtensions(error);
  if (code !== 'BAD_REQUEST') return code as MessageCode;
  // The library has one code for all of these; its sentences tell them apart, and tests hold that they do.
  if (error.message.includes('(CSRF)')) return 'CSRF_PREVENTED';
  if (error.message.startsWith('GET requests only support query operations')) return 'CHANGE_BY_GET';
  return 'INVALID_REQUEST';
}

/** Where the library says more than our own sentence does: of the syntax nothing but the text, of values the schema too. */
const OF_THE_TEXT: ReadonlySet<MessageCode> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
]);
const OF_THE_SCHEMA: ReadonlySet<MessageCode> = new Set(['GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);

/** The library calls whatever a rule finds a failed validation; what the rule said itself lies below. */
function ownExtensions({ originalError, extensions }: GraphQLError): Record<string, unknown> {
  const own = originalError instanceof GraphQLError ? originalError.extensions : {};
  return { code: 'BAD_USER_INPUT', ...extensions, ...own };
}

/** Whether a sentence of ours is in it already. */
const isOurs = (error: GraphQLError): boolean => 'zh' in ownExtensions(error);

/** What the caller wrote that is at fault: the value of a variable with its place, or a piece of the query. */
function written(error: GraphQLError): string {
  const { nodes, originalError, message } = error;
  const [node] = nodes ?? [];
  if (node?.kind === Kind.VARIABLE_DEFINITION) {
    const reason = `; ${originalError?.message}`;
    if (message.endsWith(reason)) return shortened(message.slice(0, -reason.length));
    return `$${node.variable.name.value}`;
  }
  return node ? pieceOf(node) : '';
}

function pieceOf(node: ASTNode): string {
  if (node.kind === Kind.NAMED_TYPE || node.kind === Kind.FIELD) return node.name.value;
  if ('name' in node && node.name) return node.name.value;
  if (!node.loc) return '';
  const { start, end, source } = node.loc;
  return source.body.slice(start, Math.min(end, start + MAX_PIECE));
}

const MAX_PIECE = 80;

/** The library repeats values whole, megabytes and all. */
const shortened = (message: string): string =>
  message.length > MAX_MESSAGE ? `${message.slice(0, MAX_MESSAGE)}…` : message;

const MAX_MESSAGE = 500;
