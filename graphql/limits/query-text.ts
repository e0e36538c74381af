import { Lexer, Source, TokenKind } from 'graphql';
import { Refusal } from '../../services/domain/messages/refusal.ts';

/** Tokens of a query. A hundred projects fit into the text itself; more belong into variables. */
export const MAX_TOKENS = 10_000;
const MAX_CHARACTERS = 256 * 1024;
/** Brackets inside each other: a condition may have 48 levels, and stands a few deep itself. */
const MAX_DEPTH = 64;

/**
 * What is wrong with the text of a query before it is parsed, which takes a stack as deep as its brackets.
 *
 * @returns null also for what has no GraphQL syntax: the parser says better why
 */
export function queryTextRefusal(text: string): Refusal | null {
  if (text.length > MAX_CHARACTERS)
    return new Refusal('QUERY_TEXT_TOO_LONG', { value: text.length, allowed: MAX_CHARACTERS });
  const lexer = new Lexer(new Source(text));
  let [tokens, depth] = [0, 0];
  try {
    while (lexer.advance().kind !== TokenKind.EOF) {
      if (++tokens > MAX_TOKENS) return new Refusal('QUERY_TOO_MANY_TOKENS', { allowed: MAX_TOKENS });
      const { kind } = lexer.token;
      if (OPENING.has(kind)) depth++;
      else if (CLOSING.has(kind)) depth--;
      if (depth > MAX_DEPTH) return new Refusal('QUERY_TOO_DEEP', { value: depth, allowed: MAX_DEPTH });
    }
  } catch {
    return null;
  }
  return null;
}

const OPENING: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSING: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);
